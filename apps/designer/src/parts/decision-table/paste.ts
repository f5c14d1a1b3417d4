import { readHtmlTable, readTextTable } from '@yardstick/exchange/table'
import type { Fact } from '../condition/facts.ts'
import { readQuantity } from '../field/read-quantity.ts'
import { readCell } from './cell-text.ts'
import { emptyRow, type TableView, withCell } from './table-view.ts'

/** Cells copied in a spreadsheet; a merged one stands in every row it covers. Undefined for a text that is no table. */
export function pastedTexts(html: string, text: string): string[][] | undefined {
  const table = (html === '' ? undefined : readHtmlTable(html)) ?? readTextTable(text)
  if (table === undefined || (table.rows.length < 2 && (table.rows[0]?.length ?? 0) < 2)) return undefined
  return table.rows.map((row) => row.map((cell) => cell.text.trim()))
}

export interface Pasted {
  readonly view: TableView
  /** What could not be read stays in the editor, at its place; the last column is the score. */
  readonly unread: readonly { readonly row: number; readonly column: number; readonly text: string }[]
}

/** Texts into the grid from a cell on; rows are added as needed, a head with the columns' names is left out. */
export function pasteInto(
  view: TableView,
  at: { readonly row: number; readonly column: number },
  texts: readonly (readonly string[])[],
  facts: readonly Fact[],
  factOf: (name: string) => Fact | undefined,
): Pasted {
  const columns = view.columns.map(factOf)
  const [head] = texts
  const isHead = head?.every(
    (text, index) => text === columns[at.column + index]?.label || at.column + index >= columns.length,
  )
  const body = isHead === true && texts.length > 1 ? texts.slice(1) : texts
  const unread: { row: number; column: number; text: string }[] = []
  let next = view
  for (const [down, line] of body.entries()) {
    const row = at.row + down
    while (next.rows.length <= row) next = { ...next, rows: [...next.rows, emptyRow(next)] }
    for (const [right, text] of line.entries()) {
      const column = at.column + right
      const fact = columns[column]
      if (column === columns.length) {
        const score = readScore(text)
        if (score === undefined) unread.push({ row, column, text })
        else next = { ...next, rows: next.rows.map((each, index) => (index === row ? { ...each, score } : each)) }
      } else if (fact !== undefined) {
        const cells = readCell(text, fact, facts)
        if (cells === undefined) unread.push({ row, column, text })
        else next = withCell(next, row, column, cells)
      }
    }
  }
  return { view: next, unread: unread.filter(({ text }) => text !== '') }
}

/** Points ("8", "8分") or a share of the indicator's points ("80%"). */
export function readScore(text: string): string | undefined {
  return readQuantity(text.trim().replace(/\s*(?:分|points?)$/i, ''), { percent: 'allowed' })
}
