import { BarChartOutlined } from '@ant-design/icons'
import { Spin } from 'antd'
import type { ReactNode } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { useAnswer } from '../../parts/answer/use-answer.ts'
import { useWords } from '../../parts/words.ts'
import type { WholeCampaign } from '../../server/campaigns.ts'
import { query, Refused } from '../../server/client.ts'
import { Empty } from '../empty.tsx'
import { BarRows } from './bars.tsx'
import { rateText, shortText } from './rate-text.ts'
import { scoringWords } from './scoring-words.ts'
import type { Statistics } from './statistics.ts'

/** 统计: grades, score rates and means of a run, as numbers and bars. */
export function StatisticsTab({ campaign, run }: { campaign: WholeCampaign; run: string | undefined }) {
  const w = useWords(scoringWords)
  const whole = useAnswer<Statistics>(`/api/campaigns/${campaign.id}/statistics${query({ run })}`)
  if (whole.value === undefined) {
    if (whole.trouble instanceof Refused && whole.trouble.status === 409)
      return <Empty icon={<BarChartOutlined />} title={w.statisticsNone} text={w.statisticsNoneText} />
    return whole.trouble === undefined ? (
      <Spin className="management-wait" size="large" />
    ) : (
      <Trouble of={whole.trouble} onRetry={whole.reload} />
    )
  }
  const { all, byType: groups } = whole.value
  if (all === null || all.count === 0)
    return <Empty icon={<BarChartOutlined />} title={w.statisticsNone} text={w.statisticsNoneText} />
  const most = Math.max(1, ...all.grades.map(({ count }) => count))
  const best = Math.max(1, ...groups.map(({ mean }) => Number(mean?.value ?? 0)))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too
    <section className="statistics" tabIndex={0} aria-label={w.summary}>
      <Card title={w.summary}>
        <dl className="statistics-facts">
          <Fact name={w.counted} value={String(all.count)} />
          <Fact name={w.mean} value={shortText(all.mean?.value)} />
          <Fact name={w.median} value={shortText(all.median?.value)} />
          <Fact name={w.highest} value={shortText(all.max)} />
          <Fact name={w.lowest} value={shortText(all.min)} />
          {all.provisional > 0 && <Fact name={w.resultStates.provisional} value={String(all.provisional)} />}
          {all.blocked > 0 && <Fact name={w.resultStates.blocked} value={String(all.blocked)} />}
        </dl>
      </Card>
      <Card title={w.grades}>
        <BarRows
          label={w.grades}
          bars={all.grades.map(({ grade, count }) => ({
            name: grade ?? w.ungraded,
            share: count / most,
            text: w.of(count, rateText(String(count), String(all.count))),
          }))}
        />
      </Card>
      {all.branches.length > 0 && (
        <Card title={w.branches}>
          <BarRows
            label={w.branches}
            bars={all.branches.map(({ name, rate }) => ({
              name,
              share: Number(rate?.value ?? 0),
              text: rateText(rate?.value),
            }))}
          />
        </Card>
      )}
      {groups.length > 1 && (
        <Card title={w.byType}>
          <BarRows
            label={w.byType}
            bars={groups.map(({ name, count, mean }) => ({
              name,
              share: Number(mean?.value ?? 0) / best,
              text: w.of(count, shortText(mean?.value)),
            }))}
          />
        </Card>
      )}
    </section>
  )
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="statistics-card" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value === '' ? '–' : value}</dd>
    </div>
  )
}
