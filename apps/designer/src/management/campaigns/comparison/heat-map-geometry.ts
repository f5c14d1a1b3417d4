/** How a heat map lies in what scrolls, in pixels. Cells are drawn only where they are seen. */
export interface Geometry {
  readonly rows: number
  readonly columns: number
  readonly cellWidth: number
  readonly cellHeight: number
}

export interface Viewport {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

/** The cells in view, ends not included. */
export interface Window {
  readonly row: number
  readonly rowEnd: number
  readonly column: number
  readonly columnEnd: number
}

export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** Row heights that one zooms through; names fit from the third on. */
export const heights = [5, 10, 18, 24, 32] as const
export const FIRST_HEIGHT = 3
/** From this height on a row has room for a name, and from this width a cell for its figure. */
export const NAMED = 16
export const FIGURED = 36

const LEAST_WIDTH = 20
const MOST_WIDTH = 110

/** As wide as the columns fit what is there, while they can still be told apart; zoomed out they get narrower, too. */
export function cellWidth(available: number, columns: number, height: number): number {
  const fitting = Math.floor(available / Math.max(1, columns))
  const least = Math.min(LEAST_WIDTH, Math.max(6, height))
  return Math.max(least, Math.min(MOST_WIDTH, fitting))
}

export function windowOf({ rows, columns, cellWidth, cellHeight }: Geometry, view: Viewport): Window {
  const row = clamp(Math.floor(view.top / cellHeight), 0, rows)
  const column = clamp(Math.floor(view.left / cellWidth), 0, columns)
  return {
    row,
    rowEnd: clamp(Math.ceil((view.top + view.height) / cellHeight), row, rows),
    column,
    columnEnd: clamp(Math.ceil((view.left + view.width) / cellWidth), column, columns),
  }
}

/** The cell at a point of the whole map; undefined beside it. */
export function placeAt({ rows, columns, cellWidth, cellHeight }: Geometry, x: number, y: number) {
  const place = { row: Math.floor(y / cellHeight), column: Math.floor(x / cellWidth) }
  const isInside = place.row >= 0 && place.row < rows && place.column >= 0 && place.column < columns
  return isInside ? place : undefined
}

/** A cell, if there is one at its place. */
export function placeIn({ rows, columns }: Pick<Geometry, 'rows' | 'columns'>, place: CellPlace | undefined) {
  return place !== undefined && place.row < rows && place.column < columns ? place : undefined
}

/** Where a key leads from a cell; undefined where it means nothing here. */
export function moved(
  { row, column }: CellPlace,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { rows, columns }: Pick<Geometry, 'rows' | 'columns'>,
  page: number,
): CellPlace | undefined {
  const [last, end] = [rows - 1, columns - 1]
  const to = (nextRow: number, nextColumn: number) => ({
    row: clamp(nextRow, 0, last),
    column: clamp(nextColumn, 0, end),
  })
  switch (key) {
    case 'ArrowUp':
      return to(ctrlKey ? 0 : row - 1, column)
    case 'ArrowDown':
      return to(ctrlKey ? last : row + 1, column)
    case 'ArrowLeft':
      return to(row, ctrlKey ? 0 : column - 1)
    case 'ArrowRight':
      return to(row, ctrlKey ? end : column + 1)
    case 'PageUp':
      return to(row - page, column)
    case 'PageDown':
      return to(row + page, column)
    case 'Home':
      return ctrlKey ? to(0, 0) : to(row, 0)
    case 'End':
      return ctrlKey ? to(last, end) : to(row, end)
    default:
      return undefined
  }
}

/** How far to scroll so that a cell is seen whole. */
export function scrolledTo({ row, column }: CellPlace, { cellWidth, cellHeight }: Geometry, view: Viewport) {
  const within = (at: number, size: number, from: number, length: number) =>
    at < from ? at : at + size > from + length ? at + size - length : from
  return {
    top: within(row * cellHeight, cellHeight, view.top, view.height),
    left: within(column * cellWidth, cellWidth, view.left, view.width),
  }
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))
