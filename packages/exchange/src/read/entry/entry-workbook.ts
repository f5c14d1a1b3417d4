import type { LayerEntry, Submission } from '@yardstick/model'
import { IDENTITY_MARK } from '../../render/entry/entry-workbook-keys.ts'
import { entryWords } from '../../render/entry/entry-workbook-words.ts'
import type { SheetCells } from '../sheet-cells.ts'
import { readClaims } from './entry-claims.ts'
import { doubt, type EntryDoubt, keptBack } from './entry-doubt.ts'
import { checkIdentity } from './entry-identity.ts'
import { readItemRows } from './entry-rows.ts'
import { type EntrySheets, findEntrySheets } from './entry-sheets.ts'
import { besideUnits, readUnitRows } from './entry-units.ts'
import type { EntryChange, EntryContext, EntryReading } from './entry-workbook-input.ts'

export type { EntryIdentity } from '../../render/entry/entry-workbook-keys.ts'
export { type SheetCells, textSheet } from '../sheet-cells.ts'
export { type EntryDoubt, type EntryDoubtKind, type EntryProposal, keptBack } from './entry-doubt.ts'
export { wordEntryDoubt } from './entry-doubt-words.ts'
export { identityIn, isEntryWorkbook } from './entry-sheets.ts'
export { readEntrySubmission } from './entry-submission.ts'
export type { ClaimChange, EntryChange, EntryContext, EntryReading } from './entry-workbook-input.ts'

/**
 * A department's workbook as it came back, or its data as CSV, held against what is there: what is new, what changed, what
 * is the same, and what is in doubt. A cell is read where it can be meant in one way only; everything else is asked about,
 * and nothing that is asked about is among the changes.
 */
export function readEntryWorkbook(sheets: readonly SheetCells[], context: EntryContext): EntryReading {
  const found = findEntrySheets(sheets, context.scheme)
  const { identity } = found
  if (
    found.items === undefined &&
    found.claims === undefined &&
    found.units === undefined &&
    found.listById.size === 0 &&
    found.doubts.every(({ kind }) => kind !== 'sheet-twice')
  ) {
    return { identity, changes: [], claims: [], doubts: [doubt('not-ours', {})], isHeld: true }
  }
  const doubts: EntryDoubt[] = checkIdentity(identity, context)
  if (doubts.some(({ kind }) => kind === 'other-scheme')) {
    return { identity, changes: [], claims: [], doubts, isHeld: true }
  }
  doubts.push(...found.doubts)
  const ofUnits = unitChanges(found, context, doubts)
  const changes = [...readItemRows(found, context, doubts), ...ofUnits]
  doubts.push(...besideUnits(changes, context))
  const claims = found.claims === undefined ? [] : readClaims(found.claims, context, doubts)
  return { identity, changes, claims, doubts, isHeld: doubts.some((each) => keptBack(each) === 'file') }
}

/** Without its sheet nothing is said of units, which is in doubt where there are some. */
function unitChanges(found: EntrySheets, context: EntryContext, doubts: EntryDoubt[]): readonly EntryChange[] {
  if (found.units !== undefined) return readUnitRows(found.units, context, doubts)
  const isTwice = found.doubts.some(({ kind }) => kind === 'sheet-twice')
  // A table of texts has one sheet for all, and no units.
  const isTable = found.items?.sheet.rows[0]?.[0]?.text === IDENTITY_MARK
  if (!isTwice && !isTable && (context.present?.units ?? []).length > 0)
    doubts.push(doubt('sheet-missing', { expected: entryWords.zh.units }))
  return []
}

/** The layers to write: what is new or changed and not in doubt; none of a file that is held. */
export function entriesOf({ changes, isHeld }: EntryReading): LayerEntry[] {
  return isHeld ? [] : changes.filter(({ kind }) => kind !== 'same').map(({ entry }) => entry)
}

/** The claims with what is new or changed in them; undefined where nothing is. */
export function claimsOf(
  { claims, isHeld }: Pick<EntryReading, 'claims' | 'isHeld'>,
  present: Submission | undefined,
): Submission['claims'] {
  const changed = isHeld ? [] : claims.filter(({ kind }) => kind !== 'same')
  if (changed.length === 0) return undefined
  const before = present?.claims ?? {}
  const scores = { ...before.scores }
  const whole: { total?: string; note?: string } = {}
  for (const { of, value } of changed) {
    if (typeof of === 'object') scores[of.indicator] = value
    else whole[of] = value
  }
  return { ...before, ...(Object.keys(scores).length === 0 ? {} : { scores }), ...whole }
}
