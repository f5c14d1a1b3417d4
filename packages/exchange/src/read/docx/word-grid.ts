import { type LooseCell, layOut, type Table } from '../table/grid.ts'

/**
 * A table as Word keeps it: every row is cut along the same grid of columns, and a cell says how many of them it takes and
 * whether it goes on with the cell above.
 */
export interface WordTable {
  /** Widths of the grid's columns in twentieths of a point; not all programs say them. */
  readonly widths: readonly number[]
  readonly rows: readonly WordRow[]
}

export interface WordRow {
  /** Columns of the grid that are left free before its first cell. */
  readonly before: number
  readonly cells: readonly WordCell[]
}

export interface WordCell {
  readonly text: string
  readonly span: number
  /** It goes on with the cell above. */
  readonly isBelow: boolean
  /** It goes on with the cell to its left, as old files say it. */
  readonly isBeside?: boolean
}

/** The table as a grid of merged cells; undefined where it would be larger than any table is. */
export function layOutWord(table: WordTable): Table | undefined {
  const placed = table.rows.map(place)
  const edge = edgesOf(table.widths, placed)
  let above = new Map<string, Loose>()
  const rows = placed.map((cells) => {
    const here = new Map<string, Loose>()
    const row: Loose[] = []
    let at = 0
    for (const cell of cells) {
      const [from, to] = [edge(cell.from), edge(cell.to)]
      const key = `${from} ${to}`
      const begun = cell.isBelow ? above.get(key) : undefined
      if (begun !== undefined) begun.rowSpan++
      if (begun === undefined && from > at) row.push({ text: '', rowSpan: 1, columnSpan: from - at })
      // A cell whose columns are all too narrow to be meant has no text.
      const loose = begun ?? { text: cell.text, rowSpan: 1, columnSpan: to - from }
      if (begun === undefined && to > from) row.push(loose)
      here.set(key, loose)
      at = Math.max(at, to)
    }
    above = here
    return row
  })
  return layOut(rows satisfies LooseCell[][])
}

interface Loose {
  text: string
  rowSpan: number
  columnSpan: number
}

interface Placed {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly isBelow: boolean
}

function place({ before, cells }: WordRow): Placed[] {
  const placed: Placed[] = []
  let at = before
  for (const { text, span, isBelow, isBeside } of cells) {
    const last = placed.at(-1)
    if (isBeside === true && last !== undefined) placed[placed.length - 1] = { ...last, to: at + span }
    else placed.push({ from: at, to: at + span, text, isBelow })
    at += span
  }
  return placed
}

/**
 * Where each edge of the grid comes to stand. Lines drawn by hand miss each other by a little, which leaves columns in the
 * grid that are too narrow for a letter and belong to the column before them.
 */
function edgesOf(widths: readonly number[], rows: readonly (readonly Placed[])[]): (edge: number) => number {
  const last = Math.max(0, ...rows.flatMap((cells) => cells.map(({ to }) => to)))
  const alone = new Set(rows.flatMap((cells) => cells.flatMap((cell) => edgesWithin(cell, widths))))
  const places: number[] = [0]
  for (let edge = 1; edge <= last; edge++) {
    const width = widths[edge - 1]
    const isSliver = width !== undefined && width > 0 && width < NARROW && !alone.has(edge - 1)
    places.push(places[edge - 1]! + (isSliver ? 0 : 1))
  }
  return (edge) => places[edge] ?? edge
}

/** Less than one letter of the smallest print, in twentieths of a point. */
const NARROW = 170

/** The columns of a cell that has nothing but narrow ones. */
function edgesWithin({ from, to, text }: Placed, widths: readonly number[]): number[] {
  const columns = Array.from({ length: to - from }, (_, index) => from + index)
  const isNarrow = columns.every((column) => (widths[column] ?? NARROW) < NARROW)
  return isNarrow && text.trim() !== '' ? columns : []
}
