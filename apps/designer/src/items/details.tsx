import type { ShownReading } from '@yardstick/engine'
import type { Item, Measure, Scheme } from '@yardstick/model'
import { Button, Tag } from 'antd'
import { FormulaField } from '../parts/formula-field/formula-field.tsx'
import { IssueText } from '../parts/issue-text.tsx'
import { useWords } from '../parts/words.ts'
import { designer } from '../store/use-designer.ts'
import { FieldsEditor } from './fields-editor.tsx'
import { goToUse } from './go-to-use.ts'
import { RenameField } from './rename-field.tsx'
import { namesOfFormula, type Use } from './uses.ts'
import { itemWords } from './words.ts'

/** Beside the sheet: the chosen name, its value in the sample, what it is computed from, who uses it, and what needs room. */
export function Details({
  scheme,
  item,
  measure,
  uses,
  value,
  onName,
}: {
  scheme: Scheme
  item: Item | undefined
  measure: Measure | undefined
  uses: readonly Use[]
  value: ShownReading | undefined
  onName: (name: string) => void
}) {
  const w = useWords(itemWords)
  const row = item ?? measure
  if (row === undefined) return <div className="items-details items-details-empty">{w.choose}</div>
  return (
    <div className="items-details" key={row.id}>
      <RenameField scheme={scheme} name={row.id} onRenamed={onName} />
      <div className="items-detail-row">
        <span className="items-detail-head">{w.value}</span>
        <strong>{value === undefined || value.state === 'missing' ? w.noValue : value.shown}</strong>
      </div>
      {value?.issue !== undefined && (
        <div className="items-detail-issue">
          <IssueText issue={value.issue} />
        </div>
      )}
      {measure !== undefined && <MeasureFormula measure={measure} scheme={scheme} onName={onName} />}
      {item?.type === 'list' && <FieldsEditor item={item} />}
      <h3 className="items-detail-title">{uses.length === 0 ? w.unused : w.usedIn(uses.length)}</h3>
      {uses.length === 0 && <div className="items-detail-note">{w.usedNowhere}</div>}
      <ul className="items-use-list">
        {uses.map((use) => (
          <li key={`${use.kind} ${use.id}`}>
            <Tag>{w.useKinds[use.kind]}</Tag>
            <Button type="link" onClick={() => goToUse(use, onName)}>
              {use.where}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function MeasureFormula({
  measure,
  scheme,
  onName,
}: {
  measure: Measure
  scheme: Scheme
  onName: (name: string) => void
}) {
  const w = useWords(itemWords)
  const known = new Set([...scheme.items, ...(scheme.measures ?? [])].map(({ id }) => id))
  const names = namesOfFormula(measure.formula).filter((name) => known.has(name))
  const [before, after] = w.dependsOn('\u0000').split('\u0000')
  return (
    <>
      <h3 className="items-detail-title">{w.columns.formula}</h3>
      <FormulaField
        label={`${measure.id} · ${w.columns.formula}`}
        value={measure.formula}
        expects={{ type: measure.type, ...(measure.unit === undefined ? {} : { unit: measure.unit }) }}
        onCommit={(formula) =>
          designer.edit(
            { zh: itemWords.zh.edits.formula, en: itemWords.en.edits.formula },
            { type: 'set-measure', id: measure.id, fields: { formula } },
          )
        }
      />
      {names.length > 0 && (
        <div className="items-depends">
          {before}
          {names.map((name, index) => (
            <span key={name}>
              {index > 0 && w.nameSeparator}
              <button type="button" className="items-link" onClick={() => onName(name)}>
                {name}
              </button>
            </span>
          ))}
          {after}
        </div>
      )}
    </>
  )
}
