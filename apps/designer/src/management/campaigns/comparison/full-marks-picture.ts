import type { IndicatorMeasures } from './indicator-measures.ts'
import type { Draw } from './picture.tsx'

const ROW = 24
const HEAD = 32

export const fullMarksHeight = (count: number) => HEAD + count * ROW + 8

/** A bar for each indicator, as long as the share of those with full points; where it is all of them it stands out. */
export function fullMarksPicture(rows: readonly IndicatorMeasures[]): Draw {
  return (colours) => {
    const text = { color: colours.faint, fontFamily: colours.font, fontSize: 12 }
    return {
      textStyle: text,
      tooltip: {
        renderMode: 'richText',
        confine: true,
        backgroundColor: colours.surface,
        borderColor: colours.lineStrong,
        textStyle: { ...text, color: colours.text },
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const { name, full, count } = rows[dataIndex]!
          return `${name}\n${full} / ${count}`
        },
      },
      grid: { left: 8, right: 64, top: HEAD, bottom: 8, containLabel: true },
      xAxis: {
        ...{ type: 'value', min: 0, max: 100, position: 'top' },
        axisLabel: { ...text, formatter: '{value}%' },
        splitLine: { lineStyle: { color: colours.line } },
      },
      yAxis: {
        ...{ type: 'category', inverse: true, data: rows.map(({ name }) => name) },
        axisLabel: { ...text, width: 168, overflow: 'truncate', interval: 0 },
        axisLine: { lineStyle: { color: colours.lineStrong } },
        axisTick: { show: false },
      },
      series: [
        {
          ...{ id: 'full', type: 'bar', barMaxWidth: 14 },
          label: {
            ...text,
            ...{ show: true, position: 'right', color: colours.text },
            formatter: ({ dataIndex }: { dataIndex: number }) => `${rows[dataIndex]!.full} / ${rows[dataIndex]!.count}`,
          },
          data: rows.map(({ full, count }) => ({
            value: count === 0 ? 0 : (full / count) * 100,
            itemStyle: { color: count > 0 && full === count ? colours.warn : colours.accent },
          })),
        },
      ],
    }
  }
}
