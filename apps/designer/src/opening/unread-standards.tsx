import type { TableChoices, TableRow } from '@yardstick/exchange/scheme-from-table'
import { printStandard } from '@yardstick/wording'
import { Button, Checkbox, Segmented } from 'antd'
import { useLanguage, useWords } from '../parts/words.ts'
import { tableWords } from './table-words.ts'

/** More of them are asked after the import as well as here. */
const SHOWN = 200

/** The rows whose 评分标准 was not read: its words and the rule that scores for now side by side, to be found right or not. */
export function UnreadStandards({
  rows,
  choices,
  onChoose,
  onRow,
}: {
  rows: readonly TableRow[]
  choices: Pick<TableChoices, 'unread' | 'confirmed'>
  onChoose: (choices: Pick<TableChoices, 'unread' | 'confirmed'>) => void
  onRow: (row: number) => void
}) {
  const w = useWords(tableWords)
  const language = useLanguage()
  const { unread = 'target', confirmed = new Set<number>() } = choices
  const confirm = (row: number, isRight: boolean) => {
    const next = new Set(confirmed)
    if (isRight) next.add(row)
    else next.delete(row)
    onChoose({ confirmed: next })
  }
  return (
    <li className="preview-unread">
      <span>{w.unreadStandards(rows.length)}</span>
      <Segmented
        aria-label={w.unreadStandards(rows.length)}
        value={unread}
        options={(['target', 'judgement'] as const).map((value) => ({ value, label: w.scoredBy[value] }))}
        onChange={(value) => onChoose({ unread: value, confirmed: undefined })}
      />
      <table>
        <thead>
          <tr>
            <th scope="col">{w.columns.row}</th>
            <th scope="col">{w.columns.name}</th>
            <th scope="col">{w.columns.standard}</th>
            <th scope="col">{w.columns.forNow}</th>
            <th scope="col">{w.columns.right}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map(({ row, rule, points }) => (
            <tr key={row.sourceRow}>
              <td>
                <Button type="link" onClick={() => onRow(row.sourceRow)}>
                  {w.row(row.sourceRow + 1)}
                </Button>
              </td>
              <td>{row.name}</td>
              <td>{row.standard}</td>
              <td>{rule && printStandard(rule.scoring, { name: row.name, points, target: rule.target }, language)}</td>
              <td>
                <Checkbox
                  aria-label={w.isRight(row.name)}
                  checked={confirmed.has(row.sourceRow)}
                  onChange={(event) => confirm(row.sourceRow, event.target.checked)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && <span>{w.moreUnread(rows.length - SHOWN)}</span>}
    </li>
  )
}
