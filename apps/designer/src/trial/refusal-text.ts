import type { Language } from '@yardstick/model'
import type { CellReading } from '../parts/entry/read-cell.ts'
import { issueText } from '../parts/issue-text.tsx'
import type { EntryColumn } from './sample-columns.ts'
import type { ViewWords } from './view-words.ts'

/** Why a text cannot stand in a column, in words. */
export function refusalText(
  reading: Extract<CellReading, { refused: string }>,
  column: EntryColumn,
  language: Language,
  w: ViewWords,
): string {
  if (reading.refused === 'issue') return issueText({ ...reading.issue, where: [] }, language)
  if (reading.refused === 'unit') return w.refusedUnit('item' in column ? (column.item.unit ?? '') : '')
  return w.refused[reading.refused]
}
