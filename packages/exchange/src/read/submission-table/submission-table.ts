/** Tables in which each row is a submission: their heads, their rows, and the bytes they come in. */
export { csvCell, csvRow } from '../../write/clipboard.ts'
export { QUOTE, quotedEnd, rowCells, rowEnd, separatorOf } from './csv-rows.ts'
export { noHeads, readHeads, type TableHeads } from './read-heads.ts'
export { readTableRow, type TableContext } from './read-table-row.ts'
export { isSubjectColumn, RATIO, type TableColumn } from './table-column.ts'
export { tableHeads } from './table-heads.ts'
