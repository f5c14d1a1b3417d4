import { type Language, localChanges, type Scheme, templateBase } from '@yardstick/model'
import { type DifferenceSentence, differenceSentences } from './compare-schemes.ts'
import { sha256 } from './sha256.ts'

/** What was made of a template: how many indicators are as they came, and what differs in sentences. */
export interface Adaptation {
  readonly counts: { readonly [C in AdaptationCount]: number }
  /** Null where the template is not at hand, so that only counts can be told. */
  readonly sentences: readonly DifferenceSentence[] | null
}

export const adaptationCounts = ['same', 'points', 'changed', 'added', 'removed'] as const
export type AdaptationCount = (typeof adaptationCounts)[number]

/** The template is held against the scheme as it was adopted: its parameters set, its ids those of the scheme. */
export function adaptationOf(scheme: Scheme, template: Scheme | null, language: Language): Adaptation {
  const { changes, removed } = localChanges(scheme, sha256)
  const counts = { same: 0, points: 0, changed: 0, added: 0, removed }
  for (const change of changes.values()) counts[change]++
  const base = template === null ? undefined : templateBase(template, scheme)
  return { counts, sentences: base?.ok ? differenceSentences(base.value, scheme, language) : null }
}
