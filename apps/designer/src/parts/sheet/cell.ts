/** A position in the sheet, counted in the rows and columns that are shown. */
export interface Cell {
  readonly row: number
  readonly column: number
}

/** A block of cells, its edges included. */
export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** The active cell, where typing goes, and the corner of the range that moves when it is extended. */
export interface Cursor {
  readonly active: Cell
  readonly head: Cell
}

export interface Size {
  readonly rows: number
  readonly columns: number
}

export function rangeOf({ active, head }: Cursor): Range {
  return {
    top: Math.min(active.row, head.row),
    left: Math.min(active.column, head.column),
    bottom: Math.max(active.row, head.row),
    right: Math.max(active.column, head.column),
  }
}

export function isInside({ row, column }: Cell, { top, left, bottom, right }: Range): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}

export function isSingle({ top, left, bottom, right }: Range): boolean {
  return top === bottom && left === right
}

/** From `first` to `last`, both included. */
export function span(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}
