import { wordConflict } from '@yardstick/engine'
import { mergeSchemes, type Scheme } from '@yardstick/model'
import { schemeOf } from '../document-text.ts'
import { refusal } from '../refusal.ts'
import { namesOf } from '../store/names-of.ts'
import { readRevision } from '../store/scheme-revisions.ts'
import { readScheme } from '../store/schemes.ts'
import type { Db } from '../store/tables.ts'

/**
 * The refusal of a save that others were ahead of: the revision that is stored, and both put together, with whatever needs
 * a decision. Where the revision it was based on is not kept any more, there is nothing to merge from.
 */
export async function staleSave(db: Db, id: string, based: number, mine: Scheme): Promise<Error> {
  const newest = (await readScheme(db, id))!.revision
  const stored = (await readRevision(db, id, newest))!
  const base = await readRevision(db, id, based)
  const theirs = schemeOf(stored)
  const nameOf = await namesOf(db, [stored.saved_by])
  const current = {
    revision: stored.number,
    savedBy: nameOf(stored.saved_by),
    savedAt: stored.saved_at,
    scheme: theirs,
  }
  const at = { expected: stored.number, found: based }
  if (base === undefined) return refusal('REQUEST_STALE', at, { current })
  const { scheme, conflicts } = mergeSchemes(schemeOf(base), mine, theirs)
  const worded = conflicts.map((each) => ({
    ...each,
    sentence: { zh: wordConflict(each, 'zh'), en: wordConflict(each, 'en') },
  }))
  return refusal('REQUEST_STALE', at, { current, merge: { scheme, conflicts: worded } })
}
