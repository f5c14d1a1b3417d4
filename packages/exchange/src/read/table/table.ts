/** What the border knows of tables: what they are, how they are read from the clipboard and files, how they go back. */
export { writeCsv, writeHtmlTable, writeTsv } from '../../write/clipboard.ts'
export { type Cell, isOrigin, type Table, textsOf } from './grid.ts'
export { readHtmlTable } from './html-table.ts'
export { readPlainTable } from './plain-table.ts'
export { readTextTable } from './text-table.ts'
