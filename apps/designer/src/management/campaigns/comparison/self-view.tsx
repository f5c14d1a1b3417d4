import { AuditOutlined } from '@ant-design/icons'
import { Exact } from '@yardstick/model'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useWords } from '../../../parts/words.ts'
import { goTo, hrefOf } from '../../../server/place.ts'
import { Empty } from '../../empty.tsx'
import { rateText } from '../rate-text.ts'
import { type DataColumn, listOf } from './data-column.tsx'
import { dumbbells, dumbbellsHeight } from './dumbbells.ts'
import { indicatorColumns } from './indicator-columns.tsx'
import type { IndicatorMeasures, VersionMeasures } from './indicator-measures.ts'
import { type IndicatorsSeen, PicturedList } from './pictured-list.tsx'
import type { ScoreTable } from './score-table.ts'
import { selfPicture } from './self-picture.ts'
import { meanText, pointsText, type SelfRated, selfRated, selfSummary } from './self-rating.ts'
import { SelfSide } from './self-side.tsx'
import { exactOf, sorted } from './sorting.ts'
import { ViewFrame } from './view-frame.tsx'
import { comparisonWords } from './words.ts'

type Way = 'departments' | 'indicators'

/** 自评与评价: who rates itself higher or lower than the review, and where. */
export function SelfView({
  measures,
  table,
  chosen,
  scheme,
  side,
  ...seenAs
}: IndicatorsSeen & {
  readonly measures: VersionMeasures
  readonly table: ScoreTable
  /** What stands behind the address: a submission, or an indicator, which opens `side`. */
  readonly chosen: string | undefined
}) {
  const { campaign, address } = seenAs
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
  const drawDepartments = useMemo(
    () =>
      selfPicture(
        rated,
        { claimed: w.claimedRate, reviewed: w.reviewedRate, over: w.over, under: w.under, even: w.even },
        ({ row, claimed, reviewed, difference }) =>
          [
            w.subject(row.department.name, row.project),
            `${w.claimed} ${rateText(claimed.toText())}`,
            `${w.reviewed} ${rateText(reviewed.toText())}`,
            w.points100(pointsText(difference)),
          ].join('\n'),
      ),
    [rated, w],
  )
  const drawIndicators = useMemo(
    () =>
      dumbbells(
        indicators.map((each) => ({
          name: each.name,
          from: numberOf(each.claims?.claimed),
          to: numberOf(each.claims?.rate),
          text: pointsText(claimDifference(each) ?? Exact.zero),
          isMarked: (claimDifference(each)?.sign ?? 0) > 0,
        })),
        { from: w.claimedRate, to: w.reviewedRate },
      ),
    [indicators, w],
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
  const beside =
    row !== undefined ? (
      <SelfSide campaign={campaign.id} table={table} row={row} back={back} />
    ) : isIndicator ? (
      side
    ) : null
  const choices = (
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
    </>
  )
  const shared = { ...seenAs, picture: 'self', choices, seen, side: beside, name: w.selfWays[way] } as const
  const said = [seen, ...seenAs.notes]
  return way === 'departments' ? (
    <PicturedList
      {...shared}
      draw={drawDepartments}
      marks={rated}
      keyOf={({ row }) => row.submission}
      columns={ofDepartments}
      first={byDifference}
      others={() => [listOf(w.selfWays.indicators, said, ofIndicators, indicators)]}
    />
  ) : (
    <PicturedList
      {...shared}
      draw={drawIndicators}
      height={dumbbellsHeight(indicators.length)}
      marks={indicators}
      keyOf={({ id }) => id}
      columns={ofIndicators}
      first={byDifference}
      others={() => [listOf(w.selfWays.departments, said, ofDepartments, rated)]}
    />
  )
}

const byDifference = { column: 'difference', isDown: true }

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
