import { hashDocument, type Scheme } from '@yardstick/model'
import { sha256 } from '../evaluation/sha256.ts'

/** Text that could not be written yet, kept in the browser until it can: of one design at a time. */
export interface SourceDraft {
  readonly text: string
  /** Hash of the scheme it was made from. */
  readonly base: string
}

const KEY = 'yardstick.source-text'

export function hashOf(scheme: Scheme): string {
  return hashDocument(scheme, sha256)
}

export function keptDraft(designId: string | null): SourceDraft | undefined {
  try {
    const { id, ...draft } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as SourceDraft & { id?: string }
    return id === designId && typeof draft.text === 'string' ? draft : undefined
  } catch {
    return undefined
  }
}

/** Where the browser has no room for it the text lives on in the editor alone. */
export function keepDraft(designId: string | null, draft: SourceDraft): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ id: designId, ...draft }))
  } catch {}
}

export function dropDraft(designId: string | null): void {
  if (keptDraft(designId) === undefined) return
  try {
    localStorage.removeItem(KEY)
  } catch {}
}
