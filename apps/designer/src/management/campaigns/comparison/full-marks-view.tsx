import { Exact } from '@yardstick/model'
import { useMemo } from 'react'
import { useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { goTo } from '../../../server/place.ts'
import { type DataColumn, listOf, sortedColumns } from './data-column.tsx'
import { ExportMenu } from './export-menu.tsx'
import { fullMarksHeight, fullMarksPicture } from './full-marks-picture.ts'
import { indicatorColumns } from './indicator-columns.tsx'
import { counted, type IndicatorMeasures, isFullForAll, type VersionMeasures } from './indicator-measures.ts'
import { Picture } from './picture.tsx'
import { SortedTable } from './sorted-table.tsx'
import { sorted } from './sorting.ts'
import { Beside, ViewFrame } from './view-frame.tsx'
import { comparisonWords } from './words.ts'

/** 满分指标: where everybody has all points, or nearly so; most of them first. */
export function FullMarksView({
  campaign,
  measures,
  address,
  scheme,
  side,
  notes,
  isWhole,
}: {
  campaign: WholeCampaign
  measures: VersionMeasures
  address: readonly string[]
  scheme: React.ReactNode
  side: React.ReactNode
  notes: readonly string[]
  /** All rows are there. */
  isWhole: boolean
}) {
  const w = useWords(comparisonWords)
  const rows = useMemo(() => sorted(counted(measures.indicators), shareOf, true), [measures])
  const columns = useMemo(() => columnsOf(w, address), [w, address])
  const draw = useMemo(() => fullMarksPicture(rows), [rows])
  const all = rows.filter(isFullForAll).length
  const seen = all === 0 ? w.fullSeenNone : w.fullSeen(all)
  return (
    <ViewFrame
      seen={seen}
      notes={notes}
      controls={
        <>
          {scheme}
          <ExportMenu
            campaign={campaign}
            picture="full-marks"
            seen={seen}
            isWhole={isWhole}
            file={{ draw, width: 900, height: fullMarksHeight(rows.length) }}
            lists={() => [listOf(w.pictures['full-marks'], [seen], columns, rows)]}
          />
        </>
      }
    >
      <Beside
        picture={
          <Picture
            draw={draw}
            label={seen}
            height={fullMarksHeight(rows.length)}
            onPick={({ index }) => rows[index] !== undefined && goTo('campaigns', ...address, rows[index].id)}
          />
        }
        table={
          side ?? (
            <SortedTable
              label={w.pictures['full-marks']}
              columns={sortedColumns(columns, w.noValue)}
              rows={rows}
              rowKey={({ id }) => id}
              first={{ column: 'share', isDown: true }}
            />
          )
        }
      />
    </ViewFrame>
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
