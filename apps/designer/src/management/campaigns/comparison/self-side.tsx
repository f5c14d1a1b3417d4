import { useMemo } from 'react'
import { useWords } from '../../../parts/words.ts'
import { hrefOf } from '../../../server/place.ts'
import { type DataColumn, sortedColumns } from './data-column.tsx'
import type { ScoreRow, ScoreTable } from './score-table.ts'
import { type SelfRatedLeaf, selfRatedLeaves } from './self-rating.ts'
import { Side } from './side.tsx'
import { SortedTable } from './sorted-table.tsx'
import { comparisonWords } from './words.ts'

/** Where a department rated itself otherwise than the review, leaf by leaf; each leads to the line that says why. */
export function SelfSide({
  campaign,
  table,
  row,
  back,
}: {
  campaign: string
  table: ScoreTable
  row: ScoreRow
  back: string
}) {
  const w = useWords(comparisonWords)
  const rows = useMemo(() => selfRatedLeaves(table, row), [table, row])
  const columns = useMemo<DataColumn<SelfRatedLeaf>[]>(
    () => [
      {
        ...{ id: 'name', title: w.indicator, width: 'minmax(140px, 3fr)' },
        value: ({ head }) => head.name,
        cell: ({ head }, text) => (
          <a className="list-link" href={hrefOf('campaigns', campaign, 'result', table.run, row.submission, head.id)}>
            {text}
          </a>
        ),
      },
      { id: 'points', title: w.points, width: '70px', kind: 'number', value: ({ points }) => points },
      { id: 'claim', title: w.claimed, width: '80px', kind: 'number', value: ({ claim }) => claim },
      { id: 'score', title: w.reviewed, width: '84px', kind: 'number', value: ({ score }) => score },
      {
        ...{ id: 'difference', title: w.difference, width: '80px', kind: 'number' },
        value: ({ difference }) => difference.toText(),
        cell: ({ difference }, text) => (
          <span className={difference.sign > 0 ? 'comparison-over' : difference.sign < 0 ? 'comparison-under' : ''}>
            {difference.sign > 0 ? `+${text}` : text.replace('-', '−')}
          </span>
        ),
      },
    ],
    [w, campaign, table.run, row.submission],
  )
  const name = w.subject(row.department.name, row.project)
  return (
    <Side
      title={w.selfOf(name)}
      seen={rows.length === 0 ? w.noLeafClaims : ''}
      back={back}
      more={<a href={hrefOf('campaigns', campaign, 'result', table.run, row.submission)}>{w.openResult}</a>}
    >
      <SortedTable
        label={w.selfOf(name)}
        columns={sortedColumns(columns, w.noValue)}
        rows={rows}
        rowKey={({ head }) => head.id}
        first={{ column: 'difference', isDown: true }}
      />
    </Side>
  )
}
