import { useEffect, useRef } from 'react'
import { useDesigner } from '../../store/use-designer.ts'
import { useChart } from './use-chart.ts'
import './bar-chart.css'

export interface BarSeries {
  readonly name: string
  /** In percent, one for each category; null leaves the bar out. */
  readonly values: readonly (number | null)[]
}

/**
 * Horizontal bars of shares, one group a category. What it shows stands in the page as text too (`label` says all of it),
 * so the picture is for looking only.
 */
export function BarChart({
  categories,
  series,
  label,
}: {
  categories: readonly string[]
  series: readonly BarSeries[]
  label: string
}) {
  const element = useRef<HTMLDivElement>(null)
  const chart = useChart(element)
  const theme = useDesigner((state) => state.view.theme)
  // The theme is read with the colours below: another theme, other colours.
  // biome-ignore lint/correctness/useExhaustiveDependencies: theme stands for the colours of the page
  useEffect(() => {
    if (chart === null || element.current === null) return
    const style = getComputedStyle(element.current)
    const colour = (name: string) => style.getPropertyValue(name).trim()
    const text = { color: colour('--text-2'), fontFamily: style.fontFamily, fontSize: 12 }
    chart.setOption(
      {
        animation: false,
        color: [colour('--accent'), colour('--warn')],
        textStyle: text,
        legend: { top: 0, textStyle: text, itemWidth: 12, itemHeight: 12 },
        tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value: unknown) => `${value}%` },
        grid: { left: 8, right: 28, top: 28, bottom: 4, containLabel: true },
        xAxis: {
          type: 'value',
          min: 0,
          max: 100,
          axisLabel: { ...text, formatter: '{value}%' },
          splitLine: { lineStyle: { color: colour('--line') } },
        },
        yAxis: {
          type: 'category',
          inverse: true,
          data: [...categories],
          axisLabel: { ...text, width: 150, overflow: 'truncate' },
          axisLine: { lineStyle: { color: colour('--line-strong') } },
          axisTick: { show: false },
        },
        series: series.map(({ name, values }) => ({ type: 'bar', name, data: [...values], barMaxWidth: 14 })),
      },
      true,
    )
  }, [chart, categories, series, theme])
  const height = 44 + categories.length * Math.max(26, series.length * 18)
  return <div ref={element} className="bar-chart" role="img" aria-label={label} style={{ height }} />
}
