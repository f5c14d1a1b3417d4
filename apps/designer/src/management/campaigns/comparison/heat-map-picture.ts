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

export interface CellSize {
  readonly cellWidth: number
  readonly cellHeight: number
}

/**
 * One cell as the library's custom series wants it, its upper left corner at x, y. Each has a text, if only an empty one:
 * the library draws a cell with the shape of one before, whose text would stay.
 */
export function cellShape(
  table: ScoreTable,
  row: number,
  column: number,
  box: CellSize & { x: number; y: number },
  colours: Colours,
) {
  const { x, y, cellWidth, cellHeight } = box
  const cell = cellOf(table, table.rows[row]!, column)
  const gap = cellWidth > 9 && cellHeight > 9 ? 1 : 0
  const shape = { x, y, width: cellWidth - gap, height: cellHeight - gap }
  const hasRoom = cellHeight >= NAMED && cellWidth >= 14
  const written = (content: string, fill: string) => ({
    textContent: { type: 'text', style: { text: content, fill, font: `12px ${colours.font}` } },
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
    return { type: 'rect', shape: inset, style, ...written(hasRoom ? sign : '', colours.faint) }
  }
  const rate = drawnRate(cell.score, cell.points) ?? 0
  const band = bandOf(rate)
  const figure = hasRoom && cellWidth >= FIGURED ? figureOf(rate) : ''
  return {
    type: 'rect',
    shape,
    style: { fill: colours.bands[band] },
    ...written(figure, colours.onBands[band]),
  }
}

/** The cells in view, on a canvas as large as they are. */
export function heatMapWindow(table: ScoreTable, view: Window, size: CellSize): Draw {
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
