import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { search } from '../../../parts/pinyin.ts'
import { useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { hrefOf } from '../../../server/place.ts'
import { SearchField } from '../../search-field.tsx'
import { managementWords } from '../../words.ts'
import { rateText } from '../rate-text.ts'
import { type DataColumn, listOf, sortedColumns } from './data-column.tsx'
import { ExportMenu } from './export-menu.tsx'
import { HeatMap } from './heat-map.tsx'
import { heatMapFile } from './heat-map-file.ts'
import { Legend } from './legend.tsx'
import { cellOf, isMissingZero, rateOf, type ScoreRow, type ScoreTable } from './score-table.ts'
import { SortedTable } from './sorted-table.tsx'
import { ViewFrame } from './view-frame.tsx'
import { weakestOf } from './weakest.ts'
import { comparisonWords } from './words.ts'

/** 热力图, or the same as a table: departments and indicators. */
export function HeatMapView({
  campaign,
  table,
  scheme,
  side,
  notes,
  isWhole,
}: {
  campaign: WholeCampaign
  table: ScoreTable
  scheme: React.ReactNode
  /** Who has how much in one of the indicators. */
  side: React.ReactNode
  notes: readonly string[]
  /** All rows are there. */
  isWhole: boolean
}) {
  const w = useWords(comparisonWords)
  const m = useWords(managementWords)
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const [typed, setTyped] = useState('')
  const nameOf = (row: ScoreRow) => w.subject(row.department.name, row.project)
  const rows = useMemo(
    () =>
      typed.trim() === ''
        ? table.rows
        : search(table.rows, typed, ({ department, project }) => [department.name, project, department.type]),
    [table.rows, typed],
  )
  const shown = useMemo(() => ({ ...table, rows }), [table, rows])
  const columns = useColumns(campaign.id, table)
  const found = useMemo(() => weakestOf(table), [table])
  const seen = [
    found.head === undefined
      ? w.heatSeenAll(table.rows.length, table.heads.length)
      : w.heatSeen(table.rows.length, table.heads.length, found.head.name, rateText(found.rate!.toText())),
    ...(found.missing === 0 ? [] : [w.heatMissing(found.missing)]),
  ].join(' ')
  const file = useMemo(() => {
    const name = ({ department, project }: ScoreRow) => w.subject(department.name, project)
    return heatMapFile(shown, (row) => name(shown.rows[row]!), {
      title: w.fileName(campaign.name, w.pictures['heat-map']),
      ...{ seen, bands: w.bands, missing: w.missing, notApplicable: w.notApplicable },
    })
  }, [shown, w, campaign.name, seen])
  const result = (row: ScoreRow, indicator?: string) =>
    hrefOf(
      'campaigns',
      campaign.id,
      'result',
      table.run,
      row.submission,
      ...(indicator === undefined ? [] : [indicator]),
    )
  return (
    <ViewFrame
      seen={seen}
      legend={<Legend isWhole />}
      notes={notes}
      controls={
        <>
          {scheme}
          <SearchField value={typed} onChange={setTyped} />
          <Segmented
            aria-label={w.view}
            value={view}
            options={[
              { value: 'chart', label: w.chart },
              { value: 'table', label: w.table },
            ]}
            onChange={setView}
          />
          <ExportMenu
            campaign={campaign}
            picture="heat-map"
            seen={seen}
            isWhole={isWhole}
            file={file}
            lists={() => [listOf(w.pictures['heat-map'], [seen], columns, rows)]}
          />
        </>
      }
    >
      <div className={side === null ? 'comparison-whole' : 'comparison-whole comparison-with-side'}>
        {rows.length === 0 ? (
          <p className="management-note">{m.nothingFound}</p>
        ) : view === 'chart' ? (
          <HeatMap
            table={shown}
            nameOf={(row) => nameOf(shown.rows[row]!)}
            hrefOf={(row, column) =>
              result(shown.rows[row]!, column === undefined ? undefined : table.heads[column]!.id)
            }
            indicatorHref={(column) =>
              hrefOf('campaigns', campaign.id, 'comparison', 'heat-map', table.run, table.heads[column]!.id)
            }
          />
        ) : (
          <div className="comparison-wide">
            <SortedTable
              label={w.pictures['heat-map']}
              columns={sortedColumns(columns, w.noValue)}
              rows={rows}
              rowKey={({ submission }) => submission}
            />
          </div>
        )}
        {side}
      </div>
    </ViewFrame>
  )
}

function useColumns(campaign: string, table: ScoreTable): readonly DataColumn<ScoreRow>[] {
  const w = useWords(comparisonWords)
  return useMemo(
    () => [
      {
        ...{ id: 'rank', title: w.rank, width: '64px', kind: 'number' },
        value: ({ rank }) => (rank === null ? null : String(rank)),
      },
      {
        ...{ id: 'name', title: w.department, width: '190px' },
        value: ({ department, project }) => w.subject(department.name, project),
        cell: ({ submission }, text) => (
          <a className="list-link" href={hrefOf('campaigns', campaign, 'result', table.run, submission)}>
            {text}
          </a>
        ),
      },
      { id: 'total', title: w.total, width: '76px', kind: 'number', value: ({ total }) => total },
      {
        ...{ id: 'rate', title: w.rate, width: '76px', kind: 'rate' },
        value: ({ total, fullScore }) => rateOf(total, fullScore)?.toText() ?? null,
        key: ({ total, fullScore }) => rateOf(total, fullScore),
      },
      ...table.heads.map((head, at): DataColumn<ScoreRow> => {
        const own = head.path[0]
        return {
          ...{ id: `leaf ${head.id}`, title: head.name, width: '96px', kind: 'number' },
          ...(own === undefined ? {} : { head: own }),
          value: (row) => {
            const cell = cellOf(table, row, at)
            if (isMissingZero(cell)) return w.missingZero(cell.score)
            return cell.score ?? (cell.state === 'scored' ? null : w[textOf[cell.state]])
          },
          key: (row) => {
            const { score, points } = cellOf(table, row, at)
            return rateOf(score, points)
          },
          cell: (row, text) => (
            <a className="list-link" href={hrefOf('campaigns', campaign, 'result', table.run, row.submission, head.id)}>
              {text}
            </a>
          ),
        }
      }),
    ],
    [w, campaign, table],
  )
}

const textOf = { 'not-applicable': 'notApplicable', missing: 'missing', unscored: 'unscored' } as const
