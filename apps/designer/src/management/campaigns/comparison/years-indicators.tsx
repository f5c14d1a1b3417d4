import { SwapOutlined } from '@ant-design/icons'
import { Exact } from '@yardstick/model'
import { Spin } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { useAnswer } from '../../../parts/answer/use-answer.ts'
import { signWords } from '../../../parts/sign-words.ts'
import { useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { query, Refused } from '../../../server/client.ts'
import { Empty } from '../../empty.tsx'
import type { DataColumn } from './data-column.tsx'
import { dumbbells, dumbbellsHeight } from './dumbbells.ts'
import { indicatorColumns } from './indicator-columns.tsx'
import { PicturedList } from './pictured-list.tsx'
import { pointsText } from './self-rating.ts'
import { exactOf, sorted } from './sorting.ts'
import { ViewFrame } from './view-frame.tsx'
import { comparisonWords } from './words.ts'
import { type ComparedIndicator, withoutPartner } from './years.ts'
import { yearsWords } from './years-words.ts'

interface Answer {
  readonly after: { readonly run: string }
  readonly indicators: readonly ComparedIndicator[]
}

/** Score rates of the same departments in two campaigns, indicator by indicator, the largest rise first. */
export function YearsIndicators({
  campaign,
  earlier,
  choice,
}: {
  campaign: WholeCampaign
  earlier: string
  choice: ReactNode
}) {
  const w = useWords(comparisonWords)
  const y = useWords(yearsWords)
  const signs = useWords(signWords)
  const answer = useAnswer<Answer>(`/api/campaigns/${campaign.id}/comparison/indicators${query({ with: earlier })}`)
  const all = answer.value?.indicators
  const rows = useMemo(
    () =>
      sorted(
        (all ?? []).filter((each) => riseOf(each) !== null),
        riseOf,
        true,
      ),
    [all],
  )
  // Who has how much in one of them now stands where indicators are looked at.
  const address = useMemo(
    () => [campaign.id, 'comparison', 'heat-map', answer.value?.after.run ?? ''],
    [campaign.id, answer.value?.after.run],
  )
  const columns = useMemo(() => columnsOf(w, y, address), [w, y, address])
  const draw = useMemo(
    () =>
      dumbbells(
        rows.map((each) => ({
          name: each.name,
          from: Number(each.before!.rate!.value),
          to: Number(each.after!.rate!.value),
          text: pointsText(riseOf(each)!),
          isMarked: riseOf(each)!.sign < 0,
        })),
        { from: y.beforeRate, to: y.afterRate },
      ),
    [rows, y],
  )
  if (all === undefined) {
    if (answer.trouble === undefined) return <Spin className="management-wait" size="large" />
    return (
      <ViewFrame controls={choice} seen="">
        {answer.trouble instanceof Refused && answer.trouble.status === 409 ? (
          <Empty icon={<SwapOutlined />} title={y.unscored} text={y.unscoredText} />
        ) : (
          <Trouble of={answer.trouble} onRetry={answer.reload} />
        )}
      </ViewFrame>
    )
  }
  const [most, least] = [rows[0], rows.at(-1)]
  const [up, down] = [most === undefined ? null : riseOf(most), least === undefined ? null : riseOf(least)]
  const seen = y.indicatorsSeen(
    rows.length,
    up !== null && up.sign > 0 ? y.risen(most!.name, pointsText(up)) : '',
    down !== null && down.sign < 0 ? y.fallen(least!.name, pointsText(down)) : '',
  )
  const { after: now, before: gone } = withoutPartner(all)
  const names = (of: readonly ComparedIndicator[]) => of.map(({ name }) => name).join(signs.list)
  const notes = [
    ...(now.length === 0 ? [] : [y.onlyNow(names(now))]),
    ...(gone.length === 0 ? [] : [y.onlyThen(names(gone))]),
    ...(now.length + gone.length === 0 ? [] : [y.noNumbers]),
  ]
  return (
    <PicturedList
      campaign={campaign}
      picture="years"
      choices={choice}
      seen={seen}
      notes={notes}
      draw={draw}
      height={dumbbellsHeight(rows.length)}
      marks={rows}
      address={address}
      keyOf={({ id }) => id}
      columns={columns}
      rows={all}
      first={{ column: 'change', isDown: true }}
    />
  )
}

/** Now less then; null without a partner, or where nobody has a score in both. */
function riseOf({ before, after }: ComparedIndicator): Exact | null {
  const [then, now] = [exactOf(before?.rate?.value), exactOf(after?.rate?.value)]
  return then === null || now === null ? null : now.minus(then)
}

function columnsOf(
  w: (typeof comparisonWords)['zh'],
  y: (typeof yearsWords)['zh'],
  address: readonly string[],
): DataColumn<ComparedIndicator>[] {
  const [name, branch] = indicatorColumns<ComparedIndicator>(w, address)
  const hundred = Exact.integer(100)
  return [
    // What is there no more has nobody now.
    { ...name!, cell: (row, text) => (row.after === null ? text : name!.cell!(row, text)) },
    branch!,
    {
      ...{ id: 'before', title: y.beforeRate, width: '92px', kind: 'rate' },
      value: ({ before }) => before?.rate?.value ?? null,
    },
    {
      ...{ id: 'after', title: y.afterRate, width: '92px', kind: 'rate' },
      value: ({ after }) => after?.rate?.value ?? null,
    },
    {
      ...{ id: 'change', title: y.rateChange, width: '92px', kind: 'number' },
      value: (row) => riseOf(row)?.times(hundred).toText() ?? null,
      cell: (row, text) => {
        const rise = riseOf(row)
        if (rise === null) return text
        const look = rise.sign > 0 ? 'comparison-up' : rise.sign < 0 ? 'comparison-down' : ''
        return <span className={look}>{pointsText(rise)}</span>
      },
    },
    { id: 'up', title: y.rose, width: '60px', kind: 'number', value: ({ up }) => String(up) },
    { id: 'down', title: y.fell, width: '60px', kind: 'number', value: ({ down }) => String(down) },
  ]
}
