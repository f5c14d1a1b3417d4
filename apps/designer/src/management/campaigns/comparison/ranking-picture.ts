import type { Ranked } from '../scoring.ts'
import { chartLook } from './chart-look.ts'
import { bandOf } from './colours.ts'
import type { Draw } from './picture.tsx'
import { drawnRate } from './score-table.ts'

/** So many bars are told apart at once; more are slid through. */
const IN_VIEW = 120

/** A bar for each in order of rank, as high as the score rate. In a file nothing is slid through: all of them are drawn. */
export function rankingPicture(
  rows: readonly Ranked[],
  {
    nameOf,
    scoreOf,
    isFile = false,
  }: { nameOf: (row: Ranked) => string; scoreOf: (row: Ranked) => string; isFile?: boolean },
): Draw {
  return (colours) => {
    const { text, tooltip, rateAxis, categoryAxis } = chartLook(colours)
    const rates = rows.map(({ total, fullScore }) => drawnRate(total, fullScore))
    const isMany = !isFile && rows.length > IN_VIEW
    return {
      textStyle: text,
      tooltip: tooltip((index) => {
        const row = rows[index]!
        return `${row.rank ?? ''} ${nameOf(row)}\n${scoreOf(row)}`
      }),
      grid: { left: 8, right: 16, top: 12, bottom: isMany ? 30 : 4, containLabel: true },
      xAxis: {
        ...categoryAxis,
        data: rows.map((row) => (rows.length > 16 ? String(row.rank ?? '') : nameOf(row))),
        axisLabel: rows.length > 16 ? text : { ...text, width: 72, overflow: 'truncate', interval: 0 },
      },
      yAxis: {
        ...rateAxis,
        ...{ min: 0, max: Math.max(100, ...rates.map((rate) => Math.ceil((rate ?? 0) * 100))) },
      },
      dataZoom: isMany
        ? [
            { type: 'inside', startValue: 0, endValue: IN_VIEW - 1 },
            {
              ...{ type: 'slider', startValue: 0, endValue: IN_VIEW - 1, height: 16, bottom: 6, brushSelect: false },
              borderColor: colours.line,
              fillerColor: `${colours.accent}33`,
              textStyle: text,
              showDetail: false,
            },
          ]
        : [],
      series: [
        {
          ...{ id: 'rates', type: 'bar', barMaxWidth: 36, barCategoryGap: '20%' },
          data: rates.map((rate) =>
            rate === null ? '-' : { value: rate * 100, itemStyle: { color: colours.bands[bandOf(rate)] } },
          ),
        },
      ],
    }
  }
}
