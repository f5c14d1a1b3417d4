import type { Doubt } from '@yardstick/exchange/indicator-table'
import type { Language } from '@yardstick/model'
import { Button } from 'antd'
import { Modal } from '../parts/modal.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import type { PastePlan, PlannedRow } from './paste-plan.ts'
import { gridWords } from './words.ts'

/** What a pasted table would add and change, before it does (`ux.md` 4.8). */
export function PasteDialog({
  plan,
  doubts,
  onApply,
  onPlain,
  onWhole,
  onCancel,
}: {
  plan: PastePlan
  doubts: readonly Doubt[]
  onApply: () => void
  onPlain: () => void
  /** It is the whole of a newer table: what it no longer has may go, too. */
  onWhole: () => void
  onCancel: () => void
}) {
  const w = useWords(gridWords)
  const language = useLanguage()
  const count = (kind: PlannedRow['kind']) => plan.rows.filter((row) => row.kind === kind).length
  const isSame = plan.edits.length === 0
  return (
    <Modal
      title={w.pasteTitle}
      width={760}
      onCancel={onCancel}
      footer={[
        <Button key="cancel" onClick={onCancel}>
          {w.pasteCancel}
        </Button>,
        <Button key="whole" onClick={onWhole}>
          {w.pasteWhole}
        </Button>,
        <Button key="plain" onClick={onPlain}>
          {w.pastePlain}
        </Button>,
        <Button key="apply" type="primary" autoFocus disabled={isSame} onClick={onApply}>
          {w.pasteApply}
        </Button>,
      ]}
    >
      <p className="grid-paste-sum">
        {isSame ? w.pasteSame : w.pasteFound(count('add'), count('change'), count('same'))}
      </p>
      {doubts.length > 0 && (
        <ul className="grid-paste-doubts">
          {doubts.slice(0, MOST_DOUBTS).map((doubt) => (
            <li key={JSON.stringify(doubt)}>{wordDoubt(doubt, language)}</li>
          ))}
          {doubts.length > MOST_DOUBTS && <li>{w.more(doubts.length)}</li>}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <div className="grid-paste-rows" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{w.columns.name}</th>
              <th className="grid-paste-number">{w.columns.points}</th>
              <th>{w.columns.target}</th>
              <th>{w.columns.status}</th>
            </tr>
          </thead>
          <tbody>
            {plan.rows.slice(0, MOST_ROWS).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table may be alike, and never move
              <Row key={index} row={row} />
            ))}
          </tbody>
        </table>
        {plan.rows.length > MOST_ROWS && <p>{w.more(plan.rows.length)}</p>}
      </div>
    </Modal>
  )
}

const MOST_DOUBTS = 6
const MOST_ROWS = 300

function Row({ row }: { row: PlannedRow }) {
  const w = useWords(gridWords)
  const kinds = { add: w.pasteNew, change: w.pasteChanged, same: w.pasteKept }
  const change = (column: 'points' | 'target') => {
    const found = row.changes.find((each) => each.column === column)
    return found === undefined ? (row[column] ?? '') : w.pasteFrom(found.from || w.pasteEmpty, found.to)
  }
  return (
    <tr className={`grid-paste-${row.kind}`}>
      <td style={{ paddingInlineStart: 8 + (row.level - 1) * 16 }}>{row.name}</td>
      <td className="grid-paste-number">{change('points')}</td>
      <td>{change('target')}</td>
      <td>{kinds[row.kind]}</td>
    </tr>
  )
}

/** Rows are counted from 1, as the sheet it came from counts them. */
function wordDoubt(doubt: Doubt, language: Language): string {
  const { doubts } = gridWords[language]
  switch (doubt.kind) {
    case 'no-header':
    case 'nothing-found':
      return doubts[doubt.kind]
    case 'column-left-out':
      return doubts[doubt.kind](doubt.text)
    case 'points-sum':
    case 'total-differs':
      return doubts[doubt.kind](doubt.row + 1, doubt.expected, doubt.found)
    case 'level-jump':
      return doubts[doubt.kind](doubt.row + 1)
    default:
      return doubts[doubt.kind](doubt.row + 1, doubt.text)
  }
}
