import type { Cell, Cursor, Size } from './cell.ts'

/**
 * Where keys take the cursor, as in Excel: a step, to the edge of the filled block, a page, to the first or last column,
 * to the first or last cell. Extending moves the head and leaves the active cell.
 */
export type Move =
  | { readonly to: 'step' | 'edge'; readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 }
  | { readonly to: 'page'; readonly rows: -1 | 1 }
  | { readonly to: 'row-start' | 'row-end' | 'start' | 'end' }

export interface Ground extends Size {
  /** How many rows fit on the screen. */
  readonly page: number
  readonly isFilled: (cell: Cell) => boolean
}

export function moved(cursor: Cursor, move: Move, isExtending: boolean, ground: Ground): Cursor {
  const from = isExtending ? cursor.head : cursor.active
  const cell = kept(target(from, move, ground), ground)
  return isExtending ? { active: cursor.active, head: cell } : { active: cell, head: cell }
}

/** The next cell in reading order, as Tab goes; at the end of a row the next one begins. */
export function tabbed(cell: Cell, step: 1 | -1, { rows, columns }: Size): Cell {
  const index = cell.row * columns + cell.column + step
  if (index < 0 || index >= rows * columns) return cell
  return { row: Math.floor(index / columns), column: index % columns }
}

/** A cursor on cells that are there. */
export function kept({ row, column }: Cell, { rows, columns }: Size): Cell {
  return {
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  }
}

function target(from: Cell, move: Move, ground: Ground): Cell {
  switch (move.to) {
    case 'step':
      return { row: from.row + move.rows, column: from.column + move.columns }
    case 'page':
      return { row: from.row + move.rows * Math.max(1, ground.page - 1), column: from.column }
    case 'row-start':
      return { row: from.row, column: 0 }
    case 'row-end':
      return { row: from.row, column: ground.columns - 1 }
    case 'start':
      return { row: 0, column: 0 }
    case 'end':
      return { row: ground.rows - 1, column: ground.columns - 1 }
    case 'edge':
      return edge(from, move, ground)
  }
}

/** To the end of the filled block one stands in, else to the next filled cell, else to the end of the sheet. */
function edge(from: Cell, by: { readonly rows: number; readonly columns: number }, ground: Ground): Cell {
  const next = ({ row, column }: Cell): Cell => ({ row: row + by.rows, column: column + by.columns })
  const isThere = ({ row, column }: Cell) => row >= 0 && column >= 0 && row < ground.rows && column < ground.columns
  let at = from
  if (!isThere(next(at))) return at
  const isInBlock = ground.isFilled(at) && ground.isFilled(next(at))
  at = next(at)
  while (isThere(next(at)) && (isInBlock ? ground.isFilled(next(at)) : !ground.isFilled(at))) at = next(at)
  return at
}
