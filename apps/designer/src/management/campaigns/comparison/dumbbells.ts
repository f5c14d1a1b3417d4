import { chartLook } from './chart-look.ts'
import type { Colours } from './colours.ts'
import type { Draw } from './picture.tsx'

/** Two rates of one thing, 0 to 1, and what is written at the end of its line. */
export interface Dumbbell {
  readonly name: string
  readonly from: number | null
  readonly to: number | null
  readonly text: string
  /** The line between them is marked. */
  readonly isMarked?: boolean
}

export interface DumbbellNames {
  readonly from: string
  readonly to: string
}

const ROW = 24
const HEAD = 40

export const dumbbellsHeight = (count: number) => HEAD + count * ROW + 8

/** A line for each, between two dots; the first one on top. */
export function dumbbells(rows: readonly Dumbbell[], { from, to }: DumbbellNames): Draw {
  return (colours) => {
    const { text, tooltip, legend, rateAxis, nameAxis } = chartLook(colours)
    const dots = (id: string, name: string, colour: string, rateOf: (row: Dumbbell) => number | null) => ({
      ...{ id, name, type: 'scatter', symbolSize: 10, itemStyle: { color: colour }, z: 3 },
      data: rows.map((row, at) => [rateOf(row) === null ? '-' : rateOf(row)! * 100, at]),
    })
    const all = rows.flatMap(({ from, to }) => [from ?? 1, to ?? 1])
    const least = Math.max(0, Math.floor((Math.min(0.8, ...all) * 100 - 2) / 20) * 20)
    return {
      textStyle: text,
      legend: { ...legend, top: 0, left: 8, data: [from, to] },
      tooltip: tooltip((index) => tip(rows[index]!, from, to)),
      grid: { left: 8, right: 56, top: HEAD, bottom: 8, containLabel: true },
      xAxis: { ...rateAxis, min: least, max: 100, position: 'top' },
      yAxis: nameAxis(rows.map(({ name }) => name)),
      series: [
        lines(rows, colours),
        dots('from', from, colours.warn, (row) => row.from),
        dots('to', to, colours.accent, (row) => row.to),
      ],
    }
  }
}

/** Between the dots, and the text behind them at the edge. */
function lines(rows: readonly Dumbbell[], colours: Colours) {
  return {
    id: 'lines',
    type: 'custom',
    clip: false,
    data: rows.map(({ from, to }, at) => [at, from ?? '-', to ?? '-']),
    encode: { y: 0, x: [] },
    renderItem: (params: { dataIndex: number; coordSys: { x: number; width: number } }, api: Api) => {
      const row = rows[params.dataIndex]!
      const [, y] = api.coord([0, params.dataIndex])
      const end = params.coordSys.x + params.coordSys.width
      const label = {
        type: 'text',
        style: {
          ...{ x: end + 8, y, text: row.text, align: 'left', verticalAlign: 'middle' },
          ...{ fill: row.isMarked === true ? colours.warn : colours.text, font: `12px ${colours.font}` },
        },
      }
      if (row.from === null || row.to === null) return { type: 'group', children: [label] }
      const [x1] = api.coord([row.from * 100, params.dataIndex])
      const [x2] = api.coord([row.to * 100, params.dataIndex])
      const style = { stroke: row.isMarked === true ? colours.warn : colours.lineStrong, lineWidth: 3 }
      return { type: 'group', children: [{ type: 'line', shape: { x1, y1: y, x2, y2: y }, style }, label] }
    },
  }
}

interface Api {
  coord(value: readonly [number, number]): [number, number]
}

function tip({ name, from: a, to: b, text }: Dumbbell, from: string, to: string): string {
  const rate = (value: number | null) => (value === null ? '' : `${(value * 100).toFixed(1)}%`)
  return `${name}\n${from} ${rate(a)}\n${to} ${rate(b)}\n${text}`
}
