import type { TableRow } from '@yardstick/exchange/scheme-from-table'
import type { Comparator } from '@yardstick/model'
import { printMethodBrief, printTarget } from '@yardstick/wording'
import { Select, Tag, Tooltip } from 'antd'
import { useEffect, useRef } from 'react'
import { signWords } from '../parts/sign-words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { tableWords } from './table-words.ts'

const SHOWN = 400

/** What was understood of each row: level, points, target, method, and where the method comes from. */
export function ReadingRows({
  rows,
  lit,
  onLit,
  onComparator,
}: {
  rows: readonly TableRow[]
  lit: number | null
  onLit: (row: number | null) => void
  onComparator: (row: number, comparator: Comparator) => void
}) {
  const w = useWords(tableWords)
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    if (lit === null) return
    const index = rows.findIndex(({ row }) => row.sourceRow === lit)
    body.current?.rows[index]?.scrollIntoView({ block: 'nearest' })
  }, [lit, rows])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="preview-scroll" tabIndex={0} aria-labelledby="preview-reading">
      <table className="preview-reading">
        <thead>
          <tr>
            <th scope="col">{w.columns.name}</th>
            <th scope="col" className="preview-points">
              {w.columns.points}
            </th>
            <th scope="col">{w.columns.target}</th>
            <th scope="col">{w.columns.rule}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.slice(0, SHOWN).map((each) => (
            <tr
              key={each.id}
              className={each.row.sourceRow === lit ? 'preview-lit' : ''}
              onMouseEnter={() => onLit(each.row.sourceRow)}
            >
              <td style={{ paddingInlineStart: 8 + (each.row.level - 1) * 16 }}>
                {each.rule === undefined ? <strong>{each.row.name}</strong> : each.row.name}
                {each.isBonus && <Tag className="preview-bonus">{w.bonus}</Tag>}
              </td>
              <td className="preview-points" title={w.pointsFrom[each.pointsFrom]}>
                <span className={each.pointsFrom === 'table' ? '' : 'preview-derived'}>{each.points}</span>
              </td>
              <TargetCell row={each} onComparator={onComparator} />
              <RuleCell row={each} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function TargetCell({
  row: { row, rule },
  onComparator,
}: {
  row: TableRow
  onComparator: (row: number, comparator: Comparator) => void
}) {
  const w = useWords(tableWords)
  const language = useLanguage()
  const target = rule?.target
  if (target === undefined) return <td />
  if (rule?.isBareTarget !== true || !('comparator' in target)) return <td>{printTarget(target, language)}</td>
  return (
    <td className="preview-bare">
      <Select<Comparator>
        aria-label={w.comparator(row.name)}
        value={target.comparator}
        variant="borderless"
        popupMatchSelectWidth={false}
        options={(['>=', '<=', '='] as const).map((value) => ({ value, label: w.comparators[value] }))}
        onChange={(comparator) => onComparator(row.sourceRow, comparator)}
      />
      {row.target}
    </td>
  )
}

function RuleCell({ row: { rule, row, points, isAssumed } }: { row: TableRow }) {
  const w = useWords(tableWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  if (rule === undefined) return <td />
  const brief = printMethodBrief(rule.scoring, language, { points, target: rule.target })
  const from = isAssumed ? 'assumed' : rule.from
  const tag = <Tag className={`preview-from-${from}`}>{w.from[from]}</Tag>
  return (
    <td className="preview-rule">
      {rule.isStandardUnread ? <Tooltip title={signs.aside(w.unread, row.standard ?? '')}>{tag}</Tooltip> : tag}
      {(isAssumed || rule.from !== 'nothing') && <span title={row.standard}>{brief}</span>}
    </td>
  )
}
