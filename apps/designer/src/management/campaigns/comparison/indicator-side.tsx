import { Exact } from '@yardstick/model'
import { useMemo } from 'react'
import { useWords } from '../../../parts/words.ts'
import { hrefOf } from '../../../server/place.ts'
import { rateText } from '../rate-text.ts'
import { type DataColumn, sortedColumns } from './data-column.tsx'
import { cellOf, isMissingZero, rateOf, type ScoreRow, type ScoreTable } from './score-table.ts'
import { Side } from './side.tsx'
import { SortedTable } from './sorted-table.tsx'
import { comparisonWords } from './words.ts'

/** Who has how much in one indicator, the least first; each score leads to the line that explains it. */
export function IndicatorSide({
  campaign,
  table,
  indicator,
  back,
}: {
  campaign: string
  table: ScoreTable
  indicator: string
  /** The address without it. */
  back: string
}) {
  const w = useWords(comparisonWords)
  const at = table.heads.findIndex(({ id }) => id === indicator)
  const columns = useMemo(() => columnsOf(table, at, campaign, w), [table, at, campaign, w])
  const head = table.heads[at]
  const cells = useMemo(() => (at < 0 ? [] : table.rows.map((row) => cellOf(table, row, at))), [table, at])
  if (head === undefined) return null
  const scored = cells.filter(({ score }) => score !== null)
  // What is worth nothing has no rate.
  const given = scored.flatMap(({ score, points }) => rateOf(score, points) ?? [])
  const full = given.filter((rate) => !rate.lessThan(Exact.one)).length
  const mean =
    given.length === 0 ? '' : rateText(given.reduce((sum, rate) => sum.plus(rate)).toText(), String(given.length))
  return (
    <Side title={w.ofIndicator(head.name)} seen={w.ofIndicatorSeen(scored.length, full, mean || w.noValue)} back={back}>
      <SortedTable
        key={indicator}
        label={w.ofIndicator(head.name)}
        columns={sortedColumns(columns, w.noValue)}
        rows={table.rows}
        rowKey={({ submission }) => submission}
        first={{ column: 'rate', isDown: false }}
      />
    </Side>
  )
}

type Words = (typeof comparisonWords)['zh']

function columnsOf(table: ScoreTable, at: number, campaign: string, w: Words): DataColumn<ScoreRow>[] {
  const line = (row: ScoreRow) =>
    hrefOf('campaigns', campaign, 'result', table.run, row.submission, table.heads[at]!.id)
  const states = { 'not-applicable': w.notApplicable, missing: w.missing, unscored: w.unscored }
  return [
    {
      ...{ id: 'name', title: w.department, width: 'minmax(110px, 3fr)' },
      value: ({ department, project }) => w.subject(department.name, project),
      cell: (row, text) => (
        <a className="list-link" href={line(row)}>
          {text}
        </a>
      ),
    },
    {
      ...{ id: 'score', title: w.score, width: '92px', kind: 'number' },
      value: (row) => {
        const cell = cellOf(table, row, at)
        if (isMissingZero(cell)) return w.missingZero(cell.score)
        return cell.score ?? (cell.state === 'scored' ? null : states[cell.state])
      },
    },
    { id: 'points', title: w.points, width: '64px', kind: 'number', value: (row) => cellOf(table, row, at).points },
    {
      ...{ id: 'rate', title: w.rate, width: '80px', kind: 'rate' },
      value: (row) => {
        const { score, points } = cellOf(table, row, at)
        return rateOf(score, points)?.toText() ?? null
      },
    },
    ...(table.rows.some(({ claims }) => claims?.[at] != null)
      ? [
          {
            ...{ id: 'claim', title: w.claimed, width: '80px', kind: 'number' as const },
            value: (row: ScoreRow) => cellOf(table, row, at).claim,
          },
        ]
      : []),
  ]
}
