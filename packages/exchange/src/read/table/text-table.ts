import { layOut, type Table } from './grid.ts'

/**
 * Text as the clipboard and small files carry tables: tabs between cells, and where there is no tab, commas. A cell with
 * a tab, a line break or a quote stands in quotes, and a quote in it is doubled; one that only looks so is taken as it
 * stands (5" 屏幕). A last line break ends the last row. The ' that guards a text from being taken for a formula is dropped.
 *
 * returns undefined for no text, and for more cells than any table has
 */
export function readTextTable(text: string): Table | undefined {
  const whole = text.startsWith('\u{FEFF}') ? text.slice(1) : text
  if (whole === '') return undefined
  const separator = hasTab(whole) ? '\t' : ','
  return layOut(splitRows(whole, separator).map((row) => row.map((cell) => ({ text: unguarded(cell) }))))
}

/** Outside quotes; a tab inside the only cell of a row does not make it two. */
function hasTab(text: string): boolean {
  return splitRows(text, '\t').some((row) => row.length > 1)
}

function splitRows(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const { cell, end } = quotedCell(text, at, separator) ?? plainCell(text, at, separator)
    row.push(cell)
    at = end
    if (text[at] === separator) {
      at++
      // A separator at the very end has one more cell after it.
      if (at === text.length) row.push('')
      else continue
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

/** A cell in quotes from here up to a separator, a line break or the end; undefined where it is not quoted after all. */
function quotedCell(text: string, from: number, separator: string): { cell: string; end: number } | undefined {
  if (text[from] !== '"') return undefined
  let at = from + 1
  const parts: string[] = []
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return undefined
    parts.push(text.slice(at, close))
    if (text[close + 1] !== '"') {
      const end = close + 1
      return end === text.length || isEnd(text[end]!, separator)
        ? { cell: parts.join('"').replace(/\r\n?/g, '\n'), end }
        : undefined
    }
    at = close + 2
  }
}

function plainCell(text: string, from: number, separator: string): { cell: string; end: number } {
  let end = from
  while (end < text.length && !isEnd(text[end]!, separator)) end++
  return { cell: text.slice(from, end), end }
}

const isEnd = (character: string, separator: string) =>
  character === separator || character === '\n' || character === '\r'

function unguarded(cell: string): string {
  return /^'+[=+\-@\t]/.test(cell) ? cell.slice(1) : cell
}
