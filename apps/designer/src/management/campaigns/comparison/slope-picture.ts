import { chartLook } from './chart-look.ts'
import type { Draw } from './picture.tsx'

/** One thing in two years: its rates, 0 to 1. */
export interface Slope {
  readonly name: string
  readonly before: number
  readonly after: number
  readonly text: string
}

/** So many names stand at the right edge; the largest changes first. */
const NAMED = 14
const NAME_HEIGHT = 16

/** A line for each from then to now: up is blue, down is orange; the largest changes are named. */
export function slopePicture(slopes: readonly Slope[], said: { before: string; after: string }): Draw {
  return (colours) => {
    const { text, tooltip, rateAxis, categoryAxis } = chartLook(colours)
    const rates = slopes.flatMap(({ before, after }) => [before * 100, after * 100])
    const least = Math.max(0, Math.floor((Math.min(90, ...rates) - 2) / 10) * 10)
    const most = Math.max(100, ...rates.map(Math.ceil))
    const named = [...slopes.keys()]
      .sort((a, b) => Math.abs(changeOf(slopes[b]!)) - Math.abs(changeOf(slopes[a]!)))
      .slice(0, NAMED)
    const colourOf = (slope: Slope) =>
      changeOf(slope) > 0 ? colours.accent : changeOf(slope) < 0 ? colours.warn : colours.lineStrong
    const isMany = slopes.length > 40
    return {
      textStyle: text,
      tooltip: tooltip((index) => `${slopes[index]!.name}\n${slopes[index]!.text}`),
      grid: { left: 8, right: 150, top: 30, bottom: 10, containLabel: true },
      xAxis: {
        ...categoryAxis,
        ...{ data: [said.before, said.after], boundaryGap: false, position: 'top' },
        axisLabel: { ...text, color: colours.text },
      },
      yAxis: { ...rateAxis, min: least, max: most },
      series: [
        {
          ...{ id: 'slopes', type: 'custom', clip: false, encode: { x: -1, y: -1 } },
          data: slopes.map(({ before, after }) => [before * 100, after * 100]),
          renderItem: ({ dataIndex }: { dataIndex: number }, api: Api) => {
            const slope = slopes[dataIndex]!
            const [x1, y1] = api.coord([0, slope.before * 100])
            const [x2, y2] = api.coord([1, slope.after * 100])
            const colour = colourOf(slope)
            const isNamed = named.includes(dataIndex)
            const dot = (cx: number, cy: number) => ({
              type: 'circle',
              shape: { cx, cy, r: 3.5 },
              style: { fill: colour },
            })
            const style = { stroke: colour, lineWidth: isNamed ? 2 : 1.5, opacity: isMany && !isNamed ? 0.25 : 0.9 }
            return {
              type: 'group',
              children: [{ type: 'line', shape: { x1, y1, x2, y2 }, style }, dot(x1, y1), dot(x2, y2)],
            }
          },
        },
        {
          ...{ id: 'names', type: 'custom', clip: false, silent: true, tooltip: { show: false }, data: [0] },
          encode: { x: -1, y: -1 },
          renderItem: (_: unknown, api: Api) => ({
            type: 'group',
            children: spread(
              named.map((at) => ({ slope: slopes[at]!, at: api.coord([1, slopes[at]!.after * 100]) })),
            ).map(({ slope, at: [x], y }) => ({
              type: 'text',
              style: {
                ...{ x: x + 10, y, text: slope.name, fill: colourOf(slope), font: `12px ${colours.font}` },
                ...{ verticalAlign: 'middle', width: 136, overflow: 'truncate' },
              },
            })),
          }),
        },
      ],
    }
  }
}

interface Api {
  coord(value: readonly [number, number]): [number, number]
}

const changeOf = ({ before, after }: Slope) => after - before

/** Names one below the other, each as near to its line's end as the one above leaves room. */
function spread<N extends { readonly at: readonly [number, number] }>(
  names: readonly N[],
): (N & { readonly y: number })[] {
  let from = Number.NEGATIVE_INFINITY
  return [...names]
    .sort((a, b) => a.at[1] - b.at[1])
    .map((each) => {
      const y = Math.max(each.at[1], from)
      from = y + NAME_HEIGHT
      return { ...each, y }
    })
}
