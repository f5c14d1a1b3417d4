import { type Evaluation, Exact, type IndicatorResult } from '@yardstick/model'
import { useMemo } from 'react'
import { BarChart } from '../parts/chart/bar-chart.tsx'
import { useWords } from '../parts/words.ts'
import { viewWords } from './view-words.ts'

/** 得分率 of the top-level indicators of both samples, side by side. */
export function ComparisonChart({ a, b, names }: { a: Evaluation; b: Evaluation; names: readonly [string, string] }) {
  const w = useWords(viewWords)
  const tops = useMemo(() => a.indicators.filter((each) => each.path.length === 1), [a])
  const categories = useMemo(() => tops.map((each) => each.name), [tops])
  const series = useMemo(() => {
    const other = new Map(b.indicators.map((each) => [each.id, each]))
    return [
      { name: `A ${names[0]}`, values: tops.map(scoreRate) },
      { name: `B ${names[1]}`, values: tops.map((each) => scoreRate(other.get(each.id))) },
    ]
  }, [tops, b, names])
  const said = categories.map((name, index) => w.rates(name, series[0]!.values[index], series[1]!.values[index]))
  return <BarChart categories={categories} series={series} label={said.join(w.comma)} />
}

/** In percent, to one digit: a picture shows no more. */
function scoreRate(of: IndicatorResult | undefined): number | null {
  if (of === undefined || of.score === null || Exact.of(of.points).sign === 0) return null
  return Number(Exact.of(of.score).over(Exact.of(of.points)).times(Exact.integer(100)).round(1).toText())
}
