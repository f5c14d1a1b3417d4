import { Exact } from '@yardstick/model'
import { useMemo } from 'react'
import { useWords } from '../../../parts/words.ts'
import type { DataColumn } from './data-column.tsx'
import { fullMarksHeight, fullMarksPicture } from './full-marks-picture.ts'
import { indicatorColumns } from './indicator-columns.tsx'
import { counted, type IndicatorMeasures, isFullForAll, type VersionMeasures } from './indicator-measures.ts'
import { type IndicatorsSeen, PicturedList } from './pictured-list.tsx'
import { sorted } from './sorting.ts'
import { comparisonWords } from './words.ts'

/** 满分指标: where everybody has all points, or nearly so; most of them first. */
export function FullMarksView({
  measures,
  scheme,
  ...seenAs
}: IndicatorsSeen & { readonly measures: VersionMeasures }) {
  const w = useWords(comparisonWords)
  const rows = useMemo(() => sorted(counted(measures.indicators), shareOf, true), [measures])
  const columns = useMemo(() => columnsOf(w, seenAs.address), [w, seenAs.address])
  const draw = useMemo(() => fullMarksPicture(rows), [rows])
  const all = rows.filter(isFullForAll).length
  return (
    <PicturedList
      {...seenAs}
      picture="full-marks"
      choices={scheme}
      seen={all === 0 ? w.fullSeenNone : w.fullSeen(all)}
      draw={draw}
      height={fullMarksHeight(rows.length)}
      marks={rows}
      keyOf={({ id }) => id}
      columns={columns}
      first={{ column: 'share', isDown: true }}
    />
  )
}

function shareOf({ full, count }: IndicatorMeasures): Exact | null {
  return count === 0 ? null : Exact.integer(full).over(Exact.integer(count))
}

function columnsOf(w: (typeof comparisonWords)['zh'], address: readonly string[]): DataColumn<IndicatorMeasures>[] {
  return [
    ...indicatorColumns<IndicatorMeasures>(w, address),
    { id: 'points', title: w.points, width: '70px', kind: 'number', value: ({ points }) => points },
    {
      ...{ id: 'full', title: w.fullCount, width: '96px', kind: 'number' },
      value: ({ full }) => String(full),
      cell: ({ full, count }) => w.fullOf(full, count),
    },
    {
      ...{ id: 'share', title: w.fullShare, width: '104px', kind: 'rate' },
      value: (row) => shareOf(row)?.toText() ?? null,
      key: shareOf,
    },
    { id: 'rate', title: w.rate, width: '80px', kind: 'rate', value: ({ rate }) => rate?.value ?? null },
  ]
}
