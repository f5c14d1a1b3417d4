import { Exact, foldedText, indicatorById, type Submission } from '@yardstick/model'
import { NOTE_KEY, TOTAL_KEY } from '../../render/entry/entry-workbook-keys.ts'
import { entryWords } from '../../render/entry/entry-workbook-words.ts'
import { addressOf } from '../sheet-cells.ts'
import { doubt, type EntryDoubt } from './entry-doubt.ts'
import { cellAt, columnsOf, isFilled, isHeading, type MarkedSheet, plain } from './entry-sheets.ts'
import { readValue } from './entry-value.ts'
import type { ClaimChange, EntryContext } from './entry-workbook-input.ts'

const LANGUAGES = Object.values(entryWords)

/** 自评: scores by indicator, the total that is claimed, and the remarks. */
export function readClaims(marked: MarkedSheet, context: EntryContext, doubts: EntryDoubt[]): ClaimChange[] {
  const headers = LANGUAGES.map(({ claimColumns }) => claimColumns)
  const columns = columnsOf(marked, headers, ['indicator', 'points', 'claim'], doubts)
  if (columns === undefined) return []
  const { sheet, row: head, column: keys } = marked
  const { scheme, present } = context
  const places = indicatorById(scheme)
  const claims = present?.claims
  const changes: ClaimChange[] = []
  const seen = new Set<string>()
  for (let row = head + 1; row < sheet.rows.length; row++) {
    const key = cellAt(sheet, row, keys).text.trim()
    const isNote = key === NOTE_KEY
    const column = columns.get(isNote ? 'points' : 'claim')!
    const cell = cellAt(sheet, row, column)
    const label = cellAt(sheet, row, columns.get('indicator'))
    const place = { at: addressOf(sheet.name, row, column), label: label.text.trim(), found: cell.text }
    if (isHeading(key)) continue
    const of = isNote ? 'note' : key === TOTAL_KEY ? 'total' : places.has(key) ? { indicator: key } : undefined
    if (of === undefined) {
      if (key !== '' || isFilled(cell))
        doubts.push(doubt(key === '' ? 'row-without-key' : 'row-unknown', { ...place, found: key || cell.text }))
      continue
    }
    if (seen.has(key)) {
      doubts.push(doubt('row-twice', place))
      continue
    }
    seen.add(key)
    const names =
      typeof of === 'object'
        ? namesOf(places.get(key)!.path)
        : LANGUAGES.map((words) => (isNote ? words.claimNote : words.claimTotal))
    if (!names.map(foldedText).includes(plain(label))) {
      doubts.push(doubt('row-shifted', { ...place, expected: names[0]!, found: label.text.trim() }))
      continue
    }
    const before = claimOf(claims, of)
    if (!isFilled(cell)) {
      if (before !== undefined) doubts.push(doubt('emptied', { ...place, expected: before }))
      continue
    }
    const limit = typeof of === 'object' ? places.get(key)!.node.points : (scheme.ceiling ?? scheme.fullScore)
    const value = isNote ? cell.text.trim() : score(cell, limit, place, doubts)
    if (value === undefined) continue
    const isSame = before !== undefined && (isNote ? before.trim() === value : Exact.of(before).equals(Exact.of(value)))
    changes.push({
      kind: isSame ? 'same' : before === undefined ? 'new' : 'changed',
      of,
      value,
      before,
      ...placeOf(place),
    })
  }
  return changes
}

const placeOf = ({ at, label }: { at: string; label: string }) => ({ at, label })

/** As the sheet prints an indicator: below its first level, which stands above. */
const namesOf = (path: readonly string[]): string[] => [(path.length === 1 ? path : path.slice(1)).join(' / ')]

function claimOf(claims: Submission['claims'], of: ClaimChange['of']): string | undefined {
  if (of === 'note' || of === 'total') return claims?.[of]
  const { scores } = claims ?? {}
  return scores !== undefined && Object.hasOwn(scores, of.indicator) ? scores[of.indicator] : undefined
}

function score(
  cell: ReturnType<typeof cellAt>,
  limit: string,
  place: Partial<EntryDoubt>,
  doubts: EntryDoubt[],
): string | undefined {
  if (cell.isFormula === true) {
    doubts.push(doubt('formula', place))
    return undefined
  }
  const read = readValue({ id: 'claim', type: 'number', unit: '分', digits: 12 }, cell, { year: undefined })
  const value = 'value' in read && typeof read.value === 'string' ? Exact.parse(read.value) : undefined
  if (value === undefined) doubts.push(doubt('doubt' in read ? read.doubt : 'not-a-number', place))
  else if (value.sign < 0 || !value.atMost(Exact.of(limit)))
    doubts.push(doubt('claim-limit', { ...place, expected: limit }))
  else return value.toText()
  return undefined
}
