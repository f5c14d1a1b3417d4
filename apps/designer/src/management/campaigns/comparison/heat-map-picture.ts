import { bandOf, type Colours } from './colours.ts'
import { FIGURED, NAMED, type Window } from './heat-map-geometry.ts'
import type { Draw } from './picture.tsx'
import { cellOf, drawnRate, type ScoreTable } from './score-table.ts'

/** What is written into a cell: the rate of its score, 100 for all of it. */
function figureOf(rate: number): string {
  const percent = rate * 100
  // 99.6 is not all of it.
  return rate < 1 && percent > 99 ? '99' : String(Math.round(percent))
}

interface Size {
  readonly cellWidth: number
  readonly cellHeight: number
}

/** One cell as the library's custom series wants it, its upper left corner at x, y. */
function cellShape(
  table: ScoreTable,
  row: number,
  column: number,
  box: Size & { x: number; y: number },
  colours: Colours,
) {
  const { x, y, cellWidth, cellHeight } = box
  const cell = cellOf(table, table.rows[row]!, column)
  const gap = cellWidth > 9 && cellHeight > 9 ? 1 : 0
  const shape = { x, y, width: cellWidth - gap, height: cellHeight - gap }
  const hasRoom = cellHeight >= NAMED && cellWidth >= 14
  const text = (content: string, fill: string, size = 12) => ({
    textContent: { type: 'text', style: { text: content, fill, font: `${size}px ${colours.font}` } },
    textConfig: { position: 'inside' },
  })
  if (cell.state !== 'scored') {
    const isOpen = cell.state === 'missing'
    const style = isOpen
      ? { fill: colours.surface, stroke: colours.lineStrong, lineWidth: 1, lineDash: [3, 2] }
      : { fill: cell.state === 'not-applicable' ? colours.ground : colours.surface }
    const sign = isOpen ? '×' : '–'
    const inset =
      isOpen && gap > 0 ? { x: x + 0.5, y: y + 0.5, width: shape.width - 1, height: shape.height - 1 } : shape
    return { type: 'rect', shape: inset, style, ...(hasRoom ? text(sign, colours.faint) : {}) }
  }
  const rate = drawnRate(cell.score, cell.points) ?? 0
  const band = bandOf(rate)
  const isWritten = hasRoom && cellWidth >= FIGURED
  return {
    type: 'rect',
    shape,
    style: { fill: colours.bands[band] },
    ...(isWritten ? text(figureOf(rate), colours.onBands[band], 12) : {}),
  }
}

/** The cells in view, on a canvas as large as they are. */
export function heatMapWindow(table: ScoreTable, view: Window, size: Size): Draw {
  const [width, height] = [view.columnEnd - view.column, view.rowEnd - view.row]
  return (colours) => ({
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, width) },
    yAxis: { type: 'value', show: false, min: 0, max: Math.max(1, height), inverse: true },
    series: [
      {
        type: 'custom',
        silent: true,
        data: Array.from({ length: height * width }, (_, at) => [
          at % Math.max(1, width),
          Math.floor(at / Math.max(1, width)),
        ]),
        renderItem: ({ dataIndex }: { dataIndex: number }) => {
          const [column, row] = [dataIndex % width, Math.floor(dataIndex / width)]
          const box = { ...size, x: column * size.cellWidth, y: row * size.cellHeight }
          return cellShape(table, view.row + row, view.column + column, box, colours)
        },
      },
    ],
  })
}

const NAMES = 190
const HEADS = 150
const CELL = { cellWidth: 26, cellHeight: 20 }

/** The whole map with its names, as a file. */
export function heatMapFile(
  table: ScoreTable,
  nameOf: (row: number) => string,
  said: readonly string[],
): { draw: Draw; width: number; height: number } {
  const { rows, heads } = table
  // With few columns there is room for figures.
  const size = heads.length <= 24 ? { ...CELL, cellWidth: 48 } : CELL
  const top = HEADS + said.length * 18 + 12
  const width = NAMES + heads.length * size.cellWidth + 16
  const height = top + rows.length * size.cellHeight + 16
  const draw: Draw = (colours) => {
    const font = `12px ${colours.font}`
    const note = (text: string, at: number) => ({
      type: 'text',
      style: { x: 12, y: 12 + at * 18, text, fill: colours.text, font },
    })
    const name = (_: unknown, at: number) => ({
      type: 'text',
      style: {
        ...{ x: NAMES - 8, y: top + (at + 0.5) * size.cellHeight, text: nameOf(at), fill: colours.text, font },
        ...{ align: 'right', verticalAlign: 'middle', width: NAMES - 16, overflow: 'truncate' },
      },
    })
    const head = (_: unknown, at: number) => ({
      type: 'text',
      x: NAMES + (at + 0.5) * size.cellWidth,
      y: top - 6,
      rotation: Math.PI / 2,
      style: {
        ...{ text: heads[at]!.name, fill: colours.text, font, verticalAlign: 'middle' },
        ...{ width: HEADS - 12, overflow: 'truncate' },
      },
    })
    const drawn = [
      ...said.map(note),
      ...rows.map(name),
      ...heads.map(head),
      ...rows.flatMap((_, row) =>
        heads.map((_, column) =>
          cellShape(
            table,
            row,
            column,
            { ...size, x: NAMES + column * size.cellWidth, y: top + row * size.cellHeight },
            colours,
          ),
        ),
      ),
    ]
    return {
      grid: { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { type: 'value', show: false, min: 0, max: 1 },
      yAxis: { type: 'value', show: false, min: 0, max: 1 },
      series: [
        {
          ...{ type: 'custom', silent: true, clip: false, progressive: 0 },
          data: drawn.map(() => [0, 0]),
          renderItem: ({ dataIndex }: { dataIndex: number }) => drawn[dataIndex],
        },
      ],
    }
  }
  return { draw, width, height }
}
