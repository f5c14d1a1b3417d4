import type { Cell } from './cell.ts'

/** What is looked for. Full and half width letters are one, as a person typing with an input method expects. */
export interface Query {
  readonly text: string
  readonly matchCase: boolean
  readonly wholeCell: boolean
}

/** The cells that hold it, in reading order. */
export function found(query: Query, rows: number, columns: number, textAt: (cell: Cell) => string): Cell[] {
  const wanted = folded(query.text, query.matchCase)
  if (wanted === '') return []
  const cells: Cell[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const text = folded(textAt({ row, column }), query.matchCase)
      if (query.wholeCell ? text === wanted : text.includes(wanted)) cells.push({ row, column })
    }
  }
  return cells
}

/** The text with every occurrence replaced. */
export function replaced(text: string, query: Query, by: string): string {
  const wanted = folded(query.text, query.matchCase)
  if (wanted === '') return text
  const plain = folded(text, query.matchCase)
  // Folding keeps the number of letters, so places in the folded text are places in the text.
  let result = ''
  let at = 0
  for (;;) {
    const next = plain.indexOf(wanted, at)
    if (next < 0) return result + text.slice(at)
    result += text.slice(at, next) + by
    at = next + wanted.length
  }
}

/** The index of the first cell at or after a place, going round; before it for a step back. */
export function nextFound(cells: readonly Cell[], from: Cell | null, step: 1 | -1): number {
  if (cells.length === 0) return -1
  if (from === null) return step > 0 ? 0 : cells.length - 1
  const isAfter = (cell: Cell) => cell.row > from.row || (cell.row === from.row && cell.column > from.column)
  const isBefore = (cell: Cell) => cell.row < from.row || (cell.row === from.row && cell.column < from.column)
  if (step > 0) {
    const index = cells.findIndex(isAfter)
    return Math.max(index, 0)
  }
  const before = cells.filter(isBefore)
  return before.length === 0 ? cells.length - 1 : before.length - 1
}

function folded(text: string, matchCase: boolean): string {
  const half = text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  return matchCase ? half : half.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}
