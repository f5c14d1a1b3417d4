import type { LayerEntry, Submission } from '@yardstick/model'
import type { Writing } from '../../parts/workbook/dry-run.ts'
import { layerAt } from '../journal.ts'

/** A workbook that was taken over, so that this can be taken back. */
export interface Imported {
  readonly file: string
  readonly writing: Writing
  /** What stood in its places. */
  readonly before: readonly LayerEntry[]
  /** null where there were none. */
  readonly claimsBefore: Submission['claims'] | null
}

export function importedAs(file: string, writing: Writing, document: Submission): Imported {
  return {
    file,
    writing,
    before: writing.entries.map((entry) => entryAt(document, entry)),
    claimsBefore: document.claims ?? null,
  }
}

/** What is to be written to take it back: where something else was written meanwhile, that stays. */
export function takingBack(
  { writing, before, claimsBefore }: Imported,
  document: Submission,
): { readonly entries: readonly LayerEntry[]; readonly claims?: Submission['claims'] | null } {
  const entries = before.filter((_, index) => {
    const written = writing.entries[index]!
    return said(entryAt(document, written)) === said(written)
  })
  const isOwn = writing.claims !== undefined && JSON.stringify(document.claims) === JSON.stringify(writing.claims)
  return isOwn ? { entries, claims: claimsBefore } : { entries }
}

function entryAt(document: Submission, { of, id, unit, layer }: LayerEntry): LayerEntry {
  const place = { of, id, ...(unit === undefined ? {} : { unit }), layer }
  const { value, state, why } = layerAt(document, place) ?? {}
  return {
    ...place,
    ...(value === undefined ? {} : { value }),
    ...(state === undefined ? {} : { state }),
    ...(why === undefined ? {} : { why }),
  }
}

function said({ value, state, why }: LayerEntry): string {
  return JSON.stringify([value ?? null, state ?? null, why ?? null])
}
