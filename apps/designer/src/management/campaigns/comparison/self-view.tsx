import { AuditOutlined } from '@ant-design/icons'
import { Exact } from '@yardstick/model'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { goTo, hrefOf } from '../../../server/place.ts'
import { Empty } from '../../empty.tsx'
import { rateText } from '../rate-text.ts'
import { type DataColumn, listOf, sortedColumns } from './data-column.tsx'
import { dumbbells, dumbbellsHeight } from './dumbbells.ts'
import { ExportMenu } from './export-menu.tsx'
import { indicatorColumns } from './indicator-columns.tsx'
import type { IndicatorMeasures, VersionMeasures } from './indicator-measures.ts'
import { Picture } from './picture.tsx'
import type { ScoreTable } from './score-table.ts'
import { selfPicture } from './self-picture.ts'
import { meanText, pointsText, type SelfRated, selfRated, selfSummary } from './self-rating.ts'
import { SelfSide } from './self-side.tsx'
import { SortedTable } from './sorted-table.tsx'
import { exactOf, sorted } from './sorting.ts'
import { Beside, ViewFrame } from './view-frame.tsx'
import { comparisonWords } from './words.ts'

type Way = 'departments' | 'indicators'

/** 自评与评价: who rates itself higher or lower than the review, and where. */
export function SelfView({
  campaign,
  measures,
  table,
  address,
  chosen,
  scheme,
  side,
  notes,
  isWhole,
}: {
  campaign: WholeCampaign
  measures: VersionMeasures
  table: ScoreTable
  address: readonly string[]
  /** What stands behind the address: a submission, or an indicator, which opens `side`. */
  chosen: string | undefined
  scheme: React.ReactNode
  side: React.ReactNode
  notes: readonly string[]
  /** All rows are there. */
  isWhole: boolean
}) {
  const w = useWords(comparisonWords)
  const isIndicator = table.heads.some(({ id }) => id === chosen)
  const [way, setWay] = useState<Way>(isIndicator ? 'indicators' : 'departments')
  const rated = useMemo(() => selfRated(table.rows), [table.rows])
  const indicators = useMemo(
    () =>
      sorted(
        measures.indicators.filter(({ claims }) => claims !== null),
        claimDifference,
        true,
      ),
    [measures],
  )
  const ofDepartments = useMemo(() => departmentColumns(w, address), [w, address])
  const ofIndicators = useMemo(() => claimColumns(w, address), [w, address])
  const draw = useMemo(
    () =>
      way === 'departments'
        ? selfPicture(
            rated,
            { claimed: w.claimedRate, reviewed: w.reviewedRate, over: w.over, under: w.under, even: w.even },
            ({ row, claimed, reviewed, difference }) =>
              [
                w.subject(row.department.name, row.project),
                `${w.claimed} ${rateText(claimed.toText())}`,
                `${w.reviewed} ${rateText(reviewed.toText())}`,
                w.points100(pointsText(difference)),
              ].join('\n'),
          )
        : dumbbells(
            indicators.map((each) => ({
              name: each.name,
              from: numberOf(each.claims?.claimed),
              to: numberOf(each.claims?.rate),
              text: pointsText(claimDifference(each) ?? Exact.zero),
              isMarked: (claimDifference(each)?.sign ?? 0) > 0,
            })),
            { from: w.claimedRate, to: w.reviewedRate },
          ),
    [way, rated, indicators, w],
  )
  if (rated.length === 0 && indicators.length === 0)
    return (
      // Another scheme of the campaign may have some.
      <ViewFrame controls={scheme} seen="">
        <Empty icon={<AuditOutlined />} title={w.selfNone} text={w.selfNoneText} />
      </ViewFrame>
    )
  const { both, over, under, mean } = selfSummary(rated)
  const apart = meanText(mean)
  const seen =
    apart === null ? w.selfSeenEven(both, over, under) : w.selfSeen(both, over, under, apart.points, apart.isOver)
  const row = table.rows.find(({ submission }) => submission === chosen)
  const back = hrefOf('campaigns', ...address)
  const lists = () => {
    const byDepartment = listOf(w.selfWays.departments, [seen], ofDepartments, rated)
    const byIndicator = listOf(w.selfWays.indicators, [seen], ofIndicators, indicators)
    return way === 'departments' ? [byDepartment, byIndicator] : [byIndicator, byDepartment]
  }
  const height = way === 'departments' ? 520 : dumbbellsHeight(indicators.length)
  return (
    <ViewFrame
      seen={seen}
      notes={notes}
      controls={
        <>
          {scheme}
          <Segmented<Way>
            aria-label={w.selfBy}
            value={way}
            options={(['departments', 'indicators'] as const).map((value) => ({ value, label: w.selfWays[value] }))}
            onChange={(next) => {
              setWay(next)
              if (chosen !== undefined) goTo('campaigns', ...address)
            }}
          />
          <ExportMenu
            campaign={campaign}
            picture="self"
            seen={seen}
            isWhole={isWhole}
            file={{ draw, width: 900, height }}
            lists={lists}
          />
        </>
      }
    >
      <Beside
        picture={
          <Picture
            key={way}
            draw={draw}
            label={seen}
            {...(way === 'departments' ? {} : { height })}
            onPick={({ index }) => {
              const id = way === 'departments' ? rated[index]?.row.submission : indicators[index]?.id
              if (id !== undefined) goTo('campaigns', ...address, id)
            }}
          />
        }
        table={
          row !== undefined ? (
            <SelfSide campaign={campaign.id} table={table} row={row} back={back} />
          ) : isIndicator ? (
            side
          ) : way === 'departments' ? (
            <SortedTable
              key={way}
              label={w.pictures.self}
              columns={sortedColumns(ofDepartments, w.noValue)}
              rows={rated}
              rowKey={({ row }) => row.submission}
              first={{ column: 'difference', isDown: true }}
            />
          ) : (
            <SortedTable
              key={way}
              label={w.pictures.self}
              columns={sortedColumns(ofIndicators, w.noValue)}
              rows={indicators}
              rowKey={({ id }) => id}
              first={{ column: 'difference', isDown: true }}
            />
          )
        }
      />
    </ViewFrame>
  )
}

const numberOf = (quotient: { readonly value: string } | null | undefined) =>
  quotient == null ? null : Number(quotient.value)

/** Claimed less given, as rates over those who rated themselves. */
function claimDifference({ claims }: IndicatorMeasures): Exact | null {
  const [claimed, rate] = [exactOf(claims?.claimed?.value), exactOf(claims?.rate?.value)]
  return claimed === null || rate === null ? null : claimed.minus(rate)
}

type Words = (typeof comparisonWords)['zh']

function look(difference: Exact | null): string {
  return (difference?.sign ?? 0) > 0 ? 'comparison-over' : (difference?.sign ?? 0) < 0 ? 'comparison-under' : ''
}

function departmentColumns(w: Words, address: readonly string[]): DataColumn<SelfRated>[] {
  return [
    {
      ...{ id: 'name', title: w.department, width: 'minmax(150px, 3fr)' },
      value: ({ row }) => w.subject(row.department.name, row.project),
      cell: ({ row }, text) => (
        <a className="list-link" href={hrefOf('campaigns', ...address, row.submission)}>
          {text}
        </a>
      ),
    },
    { id: 'claimed', title: w.claimed, width: '76px', kind: 'number', value: ({ row }) => row.claimed },
    { id: 'reviewed', title: w.reviewed, width: '80px', kind: 'number', value: ({ row }) => row.total },
    {
      ...{ id: 'claimed-rate', title: w.claimedRate, width: '96px', kind: 'rate' },
      value: ({ claimed }) => claimed.toText(),
    },
    {
      ...{ id: 'rate', title: w.reviewedRate, width: '96px', kind: 'rate' },
      value: ({ reviewed }) => reviewed.toText(),
    },
    {
      ...{ id: 'difference', title: w.differencePoints, width: '132px', kind: 'number' },
      value: ({ difference }) => difference.times(Exact.integer(100)).toText(),
      cell: ({ difference }) => <span className={look(difference)}>{pointsText(difference)}</span>,
    },
  ]
}

function claimColumns(w: Words, address: readonly string[]): DataColumn<IndicatorMeasures>[] {
  return [
    ...indicatorColumns<IndicatorMeasures>(w, address),
    {
      ...{ id: 'claimed', title: w.claimedRate, width: '96px', kind: 'rate' },
      value: ({ claims }) => claims?.claimed?.value ?? null,
    },
    {
      ...{ id: 'rate', title: w.reviewedRate, width: '96px', kind: 'rate' },
      value: ({ claims }) => claims?.rate?.value ?? null,
    },
    {
      ...{ id: 'difference', title: w.differencePoints, width: '132px', kind: 'number' },
      value: (row) => claimDifference(row)?.times(Exact.integer(100)).toText() ?? null,
      cell: (row, text) => {
        const difference = claimDifference(row)
        return difference === null ? text : <span className={look(difference)}>{pointsText(difference)}</span>
      },
    },
    {
      ...{ id: 'over', title: w.overCount, width: '64px', kind: 'number' },
      value: ({ claims }) => String(claims?.over ?? 0),
    },
    {
      ...{ id: 'under', title: w.underCount, width: '64px', kind: 'number' },
      value: ({ claims }) => String(claims?.under ?? 0),
    },
  ]
}
