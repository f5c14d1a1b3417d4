import type { Issue } from '@yardstick/model'
import type { Bilingual } from '../language.ts'

/** What reading a file gives: its content, or why there is none. */
export type Read<T> = { readonly ok: true; readonly value: T } | Refusal

export interface Refusal {
  readonly ok: false
  readonly file: string
  readonly why: Unreadable | { readonly issues: readonly Issue[] }
}

/** The file cannot be read at all, which is wrong use; issues are of its content. */
export interface Unreadable {
  readonly words: Bilingual
}

export function unreadable(file: string, words: Bilingual): Refusal {
  return { ok: false, file, why: { words } }
}

export function refused(file: string, issues: readonly Issue[]): Refusal {
  return { ok: false, file, why: { issues } }
}
