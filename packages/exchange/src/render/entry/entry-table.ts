import { contentText } from './entry-cells.ts'
import { ChoiceLists } from './entry-choices.ts'
import { dataSheet } from './entry-data-sheet.ts'
import { identityOf } from './entry-identity.ts'
import type { EntryWorkbookInput } from './entry-workbook-input.ts'
import { HEADING_KEY, IDENTITY_MARK, identityRows, listSheetNames } from './entry-workbook-keys.ts'
import { entryWords } from './entry-workbook-words.ts'

/**
 * 数据填报 as a table of texts, for CSV: what it was made for in its first rows, then the items, one a row, with their keys.
 * Records of list items do not fit into it and are left out. `readEntryWorkbook` takes it back through `textSheet`.
 */
export function entryTable(input: EntryWorkbookInput): string[][] {
  const words = entryWords[input.language]
  const sheetByList = listSheetNames(input.scheme, [])
  const { rows } = dataSheet({ ...input, words, sheetByList, choices: new ChoiceLists('') })
  const lists = new Set(sheetByList.keys())
  const [, , header = [], ...body] = rows.map((row) =>
    row.map((cell) => (cell === null ? '' : contentText(cell.content))),
  )
  const items = body.filter(([key = '']) => key !== HEADING_KEY && !lists.has(key))
  return [[IDENTITY_MARK], ...identityRows(identityOf(input)).map((pair) => [...pair]), [], header, ...items]
}
