import type { Item, Language } from '@yardstick/model'
import type { CellReading } from '../../parts/entry/read-cell.ts'
import { issueText } from '../../parts/issue-text.tsx'
import type { formPartWords } from './words.ts'

/** What is said about a text that cannot be taken as it is; the readings of a question are buttons behind it. */
export function objectionText(
  reading: Exclude<CellReading, { readonly entry: unknown }>,
  { unit = '' }: Pick<Item, 'unit'>,
  w: (typeof formPartWords)['zh'],
  language: Language,
): string {
  if ('question' in reading) return w.questions[reading.question]
  if (reading.refused === 'issue') return issueText({ ...reading.issue, where: [] }, language)
  return reading.refused === 'unit' ? w.refusedUnit(unit) : w.refused[reading.refused]
}
