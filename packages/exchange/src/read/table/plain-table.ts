import { readDrawnTable, readStackedTable } from './drawn-table.ts'
import type { Table } from './grid.ts'
import { readTextTable } from './text-table.ts'

/**
 * Text of which nobody knows whether its table has separators or is drawn: separated by tabs, or by commas on most lines,
 * else drawn with bars, spaces or lines. A list of single names with wide gaps in them would be taken for drawn; what a program
 * wrote is read by `readTextTable`.
 */
export function readPlainTable(text: string): Table | undefined {
  const stacked = readStackedTable(text)
  if (stacked !== undefined) return stacked
  const separated = readTextTable(text)
  if (separated === undefined || text.includes('\t')) return separated
  const { rows } = separated
  const filled = rows.map((row) => row.filter((cell) => cell.text.trim() !== '').length).filter((count) => count > 0)
  // Commas on fewer lines stand in sentences.
  const isSeparated = filled.filter((count) => count > 1).length * 2 > filled.length
  return isSeparated ? separated : (readDrawnTable(text) ?? separated)
}
