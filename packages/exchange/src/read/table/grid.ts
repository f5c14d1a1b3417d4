/**
 * A table as it was pasted or read: a grid of text without gaps. A merged cell stands at every position it covers, as the
 * same object, so whoever looks up a position finds the text that governs it, and `isOrigin` tells where it begins.
 */
export interface Table {
  /** All of the same length. */
  readonly rows: readonly (readonly Cell[])[]
}

export interface Cell {
  /** Line breaks are \n; leading spaces are kept, since they show levels. */
  readonly text: string
  /** The position of its upper left corner. */
  readonly row: number
  readonly column: number
  /** How many rows and columns it covers, 1 where it is not merged. */
  readonly rowSpan: number
  readonly columnSpan: number
}

/** Whether a cell begins at this position and is not one that reaches here from above or from the left. */
export function isOrigin(cell: Cell, row: number, column: number): boolean {
  return cell.row === row && cell.column === column
}

/** The texts at every position; a merged cell's text stands at its origin only, as a spreadsheet keeps it. */
export function textsOf(table: Table): string[][] {
  return table.rows.map((row, index) => row.map((cell, column) => (isOrigin(cell, index, column) ? cell.text : '')))
}

/** What a cell asks for: its text and how far it reaches; 0 rows is down to the end of the table. */
export interface LooseCell {
  readonly text: string
  readonly rowSpan?: number
  readonly columnSpan?: number
}

/**
 * Rows of cells laid out as a grid, the way browsers do: a cell takes the first free position of its row, reaches no
 * further than the table's last row, and gives way where another reaches already. Short rows are filled with empty cells.
 *
 * returns undefined where the grid would have more positions than any pasted table has (a colspan of a million)
 */
export function layOut(rows: readonly (readonly LooseCell[])[]): Table | undefined {
  const grid: Cell[][] = rows.map(() => [])
  let width = 0
  let positions = 0
  for (const [row, cells] of rows.entries()) {
    let column = 0
    for (const { text, rowSpan = 1, columnSpan = 1 } of cells) {
      while (grid[row]![column] !== undefined) column++
      const reach = rowSpan === 0 ? rows.length - row : Math.min(rowSpan, rows.length - row)
      let across = 1
      while (across < columnSpan && grid[row]![column + across] === undefined) across++
      positions += reach * across
      width = Math.max(width, column + across)
      if (positions > MAX_POSITIONS || width * rows.length > MAX_POSITIONS) return undefined
      const cell: Cell = { text, row, column, rowSpan: reach, columnSpan: across }
      for (let down = 0; down < reach; down++) {
        for (let right = 0; right < across; right++) grid[row + down]![column + right] ??= cell
      }
      column += across
    }
  }
  return {
    rows: grid.map((cells, row) => Array.from({ length: width }, (_, column) => cells[column] ?? empty(row, column))),
  }
}

const MAX_POSITIONS = 1_000_000

const empty = (row: number, column: number): Cell => ({ text: '', row, column, rowSpan: 1, columnSpan: 1 })
