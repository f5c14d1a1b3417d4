import { BarChartOutlined } from '@ant-design/icons'
import { Spin } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../parts/words.ts'
import { query } from '../../server/client.ts'
import { Empty } from '../empty.tsx'
import { Trouble } from '../trouble.tsx'
import { useAnswer } from '../use-answer.ts'
import { BarRows, Columns } from './bars.tsx'
import type { WholeCampaign } from './campaign.ts'
import { rateText } from './rate-text.ts'
import { scoringWords } from './scoring-words.ts'
import type { Statistics } from './statistics.ts'

/** 统计: grades, score rates and means of a run, as numbers and bars. */
export function StatisticsTab({ campaign, run }: { campaign: WholeCampaign; run: string | undefined }) {
  const w = useWords(scoringWords)
  const { value, trouble, reload } = useAnswer<Statistics>(`/api/campaigns/${campaign.id}/statistics${query({ run })}`)
  if (value === undefined) {
    return trouble === undefined ? (
      <Spin className="management-wait" size="large" />
    ) : (
      <Trouble of={trouble} onRetry={reload} />
    )
  }
  if (value.count === 0)
    return <Empty icon={<BarChartOutlined />} title={w.statisticsNone} text={w.statisticsNoneText} />
  const { grades, rates, tenths, states, types, branches } = value
  const most = Math.max(1, ...grades.map(({ count }) => count))
  const highest = Math.max(1, ...tenths)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too
    <section className="statistics" tabIndex={0} aria-label={w.summary}>
      <Card title={w.summary}>
        <dl className="statistics-facts">
          <Fact name={w.counted} value={String(value.count)} />
          <Fact name={w.mean} value={rateText(rates?.mean)} />
          <Fact name={w.median} value={rateText(rates?.median)} />
          <Fact name={w.highest} value={rateText(rates?.max)} />
          <Fact name={w.lowest} value={rateText(rates?.min)} />
          {states.provisional > 0 && <Fact name={w.resultStates.provisional} value={String(states.provisional)} />}
          {states.blocked > 0 && <Fact name={w.blocked} value={String(states.blocked)} />}
        </dl>
      </Card>
      <Card title={w.grades}>
        <BarRows
          label={w.grades}
          bars={grades.map(({ grade, count }) => ({
            name: grade ?? w.ungraded,
            share: count / most,
            text: w.of(count, `${Math.round((count / value.count) * 100)}%`),
          }))}
        />
      </Card>
      <Card title={w.distribution}>
        <Columns
          label={w.distribution}
          bars={tenths.map((count, index) => ({
            name: `${index * 10}–${index * 10 + 10}`,
            share: count / highest,
            text: String(count),
          }))}
        />
      </Card>
      {branches.length > 0 && (
        <Card title={w.branches}>
          <BarRows
            label={w.branches}
            bars={branches.map(({ name, mean }) => ({ name, share: Number(mean ?? 0), text: rateText(mean) }))}
          />
        </Card>
      )}
      {types.length > 1 && (
        <Card title={w.byType}>
          <BarRows
            label={w.byType}
            bars={types.map(({ type, count, mean }) => ({
              name: type,
              share: Number(mean ?? 0),
              text: w.of(count, rateText(mean)),
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
      <h4>{title}</h4>
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
