import { chartLook } from './chart-look.ts'
import type { IndicatorMeasures } from './indicator-measures.ts'
import type { Draw } from './picture.tsx'

const ROW = 24
const HEAD = 32

export const fullMarksHeight = (count: number) => HEAD + count * ROW + 8

/** A bar for each indicator, as long as the share of those with full points; where it is all of them it stands out. */
export function fullMarksPicture(rows: readonly IndicatorMeasures[]): Draw {
  return (colours) => {
    const { text, tooltip, rateAxis, nameAxis } = chartLook(colours)
    return {
      textStyle: text,
      tooltip: tooltip((index) => {
        const { name, full, count } = rows[index]!
        return `${name}\n${full} / ${count}`
      }),
      grid: { left: 8, right: 64, top: HEAD, bottom: 8, containLabel: true },
      xAxis: { ...rateAxis, min: 0, max: 100, position: 'top' },
      yAxis: nameAxis(rows.map(({ name }) => name)),
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
