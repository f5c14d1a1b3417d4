import { type Cell, type Range, span } from './cell.ts'

/** A text for a cell, by position. */
export interface Placed {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** The block a range becomes by filling it from its first rows or columns, or from the row above a single one. */
export function filled(range: Range, to: 'down' | 'right', textAt: (cell: Cell) => string): Placed[] {
  const { top, left, bottom, right } = range
  if (to === 'down') {
    const source = top === bottom ? top - 1 : top
    if (source < 0) return []
    return span(source + 1, bottom).flatMap((row) =>
      span(left, right).map((column) => ({ row, column, text: textAt({ row: source, column }) })),
    )
  }
  const source = left === right ? left - 1 : left
  if (source < 0) return []
  return span(top, bottom).flatMap((row) =>
    span(source + 1, right).map((column) => ({ row, column, text: textAt({ row, column: source }) })),
  )
}

/** The cells the fill handle was dragged over, filled with the block it was dragged from, over and over. */
export function dragged(from: Range, to: Range, textAt: (cell: Cell) => string): Placed[] {
  const height = from.bottom - from.top + 1
  const width = from.right - from.left + 1
  const wrap = (index: number, first: number, length: number) =>
    first + ((((index - first) % length) + length) % length)
  return span(to.top, to.bottom).flatMap((row) =>
    span(to.left, to.right).flatMap((column) => {
      const isSource = row >= from.top && row <= from.bottom && column >= from.left && column <= from.right
      const source = { row: wrap(row, from.top, height), column: wrap(column, from.left, width) }
      return isSource ? [] : [{ row, column, text: textAt(source) }]
    }),
  )
}

/** The range that the fill handle makes of `from` when it is dragged to a cell: it grows one way only. */
export function grown(from: Range, { row, column }: Cell): Range {
  const down = Math.max(row - from.bottom, from.top - row, 0)
  const across = Math.max(column - from.right, from.left - column, 0)
  if (down === 0 && across === 0) return from
  return down >= across
    ? { ...from, top: Math.min(from.top, row), bottom: Math.max(from.bottom, row) }
    : { ...from, left: Math.min(from.left, column), right: Math.max(from.right, column) }
}

export interface PastedBlock {
  readonly placed: readonly Placed[]
  /** Rows below the last row of the sheet, each from its first pasted column on. */
  readonly beyond: readonly (readonly string[])[]
  /** The range that was pasted over. */
  readonly range: Range
}

/**
 * Where pasted texts go: from the upper left corner of the range; a range that holds the block a whole number of times is
 * tiled with it, so one copied cell fills all that is selected. Columns beyond the last are left out.
 */
export function pasted(
  texts: readonly (readonly string[])[],
  range: Range,
  rows: number,
  columns: number,
): PastedBlock {
  const height = texts.length
  const width = Math.max(0, ...texts.map((row) => row.length))
  const tall = range.bottom - range.top + 1
  const wide = range.right - range.left + 1
  const times = {
    rows: tall % height === 0 ? tall : height,
    columns: wide % width === 0 ? wide : width,
  }
  const bottom = range.top + times.rows - 1
  const right = Math.min(columns - 1, range.left + times.columns - 1)
  const textAt = (row: number, column: number) =>
    texts[(row - range.top) % height]?.[(column - range.left) % width] ?? ''
  const placed = span(range.top, Math.min(rows - 1, bottom)).flatMap((row) =>
    span(range.left, right).map((column) => ({ row, column, text: textAt(row, column) })),
  )
  const beyond = span(Math.max(rows, range.top), bottom).map((row) =>
    span(range.left, right).map((column) => textAt(row, column)),
  )
  return { placed, beyond, range: { top: range.top, left: range.left, bottom: Math.min(rows - 1, bottom), right } }
}
