import { chartLook } from './chart-look.ts'
import type { Draw } from './picture.tsx'
import type { SelfRated } from './self-rating.ts'

/** A dot for each department: what it claimed to the right, what it was given upwards; on the line they agree. */
export function selfPicture(
  rated: readonly SelfRated[],
  said: { claimed: string; reviewed: string; over: string; under: string; even: string },
  tipOf: (rated: SelfRated) => string,
): Draw {
  return (colours) => {
    const { text, tooltip, legend, rateAxis } = chartLook(colours)
    const rates = rated.flatMap(({ claimed, reviewed }) => [Number(claimed.toFixed(6)), Number(reviewed.toFixed(6))])
    // Most lie between 60 and 100 %; what is lower makes room for itself.
    const least = Math.max(0, Math.floor((Math.min(0.8, ...rates) * 100 - 2) / 10) * 10)
    const most = Math.max(100, ...rates.map((rate) => Math.ceil(rate * 100)))
    const axis = (name: string) => ({
      ...rateAxis,
      ...{ min: least, max: most, name, nameLocation: 'middle', nameTextStyle: text },
      axisLine: { show: true, lineStyle: { color: colours.lineStrong } },
    })
    const dots = (id: string, name: string, colour: string, symbol: string, sign: number) => ({
      ...{ id, name, type: 'scatter', symbol, symbolSize: 11 },
      itemStyle: { color: colour, opacity: 0.8, borderColor: colours.surface, borderWidth: 1 },
      // Every series holds all places, so that a mark's number is the row's.
      data: rated.map(({ claimed, reviewed, difference }) =>
        difference.sign === sign ? [Number(claimed.toFixed(6)) * 100, Number(reviewed.toFixed(6)) * 100] : ['-', '-'],
      ),
    })
    return {
      textStyle: text,
      legend: { ...legend, top: 4 },
      tooltip: tooltip((index) => tipOf(rated[index]!)),
      grid: { left: 36, right: 24, top: 36, bottom: 30, containLabel: true },
      xAxis: { ...axis(said.claimed), nameGap: 28 },
      yAxis: { ...axis(said.reviewed), nameGap: 46 },
      series: [
        {
          ...dots('over', said.over, colours.warn, 'triangle', 1),
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            lineStyle: { color: colours.lineStrong, type: 'dashed' },
            data: [[{ coord: [least, least] }, { coord: [most, most] }]],
          },
        },
        dots('under', said.under, colours.accent, 'circle', -1),
        dots('even', said.even, colours.lineStrong, 'diamond', 0),
      ],
    }
  }
}
