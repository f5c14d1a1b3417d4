import { LockFilled } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import '../../parts/plain-table.css'
import { useWords } from '../../parts/words.ts'
import type { Side, SideField, SideRow } from './rows.ts'
import { sideWords } from './words.ts'

/** What the two sides are called, in heads and on buttons. */
export interface SideNames {
  readonly mine: string
  readonly theirs: string
  readonly takeMine: string
  readonly takeTheirs: string
  readonly sentencesOf: { readonly [S in Side]: string }
}

export interface RowButton {
  readonly label: string
  readonly isOn: boolean
  readonly onClick: () => void
}

/** One row with all it says: sentences of both sides, values side by side, and what the result takes. */
export function RowDetail({
  row,
  names,
  buttons,
  onField,
  hasReason,
}: {
  row: SideRow
  names: SideNames
  /** In the order of their digits. */
  buttons: readonly RowButton[]
  /** Undefined: a row is taken whole. */
  onField?: ((field: SideField, side: Side) => void) | undefined
  hasReason: boolean
}) {
  const w = useWords(sideWords)
  const { where, lockedBy, fields } = row
  const canChoose = !row.isLocked && onField !== undefined && fields.length > 1
  return (
    <section className="pair-detail" aria-label={row.name}>
      <header className="pair-head">
        <div className="pair-title">
          {where.length > 1 && <p className="pair-path">{where.slice(0, -1).join(' / ')}</p>}
          <h3>
            {row.of !== 'indicator' && <span className="pair-part">{w.parts[row.of]}</span>}
            {row.of === 'scheme' ? w.wholeScheme : row.name}
          </h3>
        </div>
        <div className="pair-buttons">
          {buttons.map(({ label, isOn, onClick }, index) => (
            <Button
              key={label}
              type={isOn ? 'primary' : 'default'}
              aria-pressed={isOn}
              disabled={row.isLocked}
              onClick={onClick}
            >
              {label}
              <kbd>{index + 1}</kbd>
            </Button>
          ))}
        </div>
      </header>
      {lockedBy !== undefined && (
        <p className="pair-locked">
          <LockFilled aria-hidden="true" />{' '}
          {(!row.isLocked ? w.partLocked : row.changed === 'theirs' ? w.lockedTaken : w.lockedLost)(lockedBy)}
        </p>
      )}
      {hasReason && (
        <p className="pair-reason">
          <strong>{w.reason}</strong> {row.reason ?? w.noReason}
        </p>
      )}
      <div className="pair-sentences">
        {(['theirs', 'mine'] as const).map((side) =>
          row[side].length === 0 ? null : (
            <div key={side}>
              <h4>{names.sentencesOf[side]}</h4>
              <ul>
                {row[side].map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </div>
          ),
        )}
      </div>
      <table className="plain-table pair-table">
        <thead>
          <tr>
            <th scope="col">{w.field}</th>
            <th scope="col">{w.base}</th>
            <th scope="col">{names.theirs}</th>
            <th scope="col">{names.mine}</th>
            <th scope="col">{w.result}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.field ?? ''}>
              <th scope="row">{field.label === '' ? w.whole : field.label}</th>
              <td className="pair-base">{field.base}</td>
              <td className={field.taken === 'theirs' ? 'pair-taken' : 'pair-left'}>{field.theirs}</td>
              <td className={field.taken === 'mine' ? 'pair-taken' : 'pair-left'}>{field.mine}</td>
              <td className="pair-choice">
                {canChoose && !field.isLocked ? (
                  <Segmented<Side>
                    aria-label={`${w.result} ${field.label}`}
                    value={field.taken}
                    options={[
                      { value: 'theirs', label: names.theirs },
                      { value: 'mine', label: names.mine },
                    ]}
                    onChange={(side) => onField(field, side)}
                  />
                ) : (
                  <>
                    {field.isLocked && <LockFilled className="pair-lock" aria-hidden="true" />} {names[field.taken]}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
