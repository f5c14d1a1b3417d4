import { compile, diff, type Impact, impact, type SchemeDifference, wordDifference } from '@yardstick/engine'
import type { Declaration, Language, Scheme, Submission } from '@yardstick/model'
import type { LeafTexts } from '../store/results.ts'
import { leafTexts } from './leaf-texts.ts'
import { sha256 } from './sha256.ts'

/** Two versions of a scheme beside each other: what differs in sentences, and what the leaves of both say. */
export interface SchemeComparison {
  readonly sentences: readonly DifferenceSentence[]
  readonly before: { readonly [leaf: string]: LeafTexts }
  readonly after: { readonly [leaf: string]: LeafTexts }
}

export interface DifferenceSentence {
  readonly of: SchemeDifference['of']
  readonly id: string
  readonly change: SchemeDifference['change']
  readonly text: string
}

export function compareSchemes(before: Scheme, after: Scheme, language: Language): SchemeComparison {
  const textsOf = (scheme: Scheme) => {
    const compiled = compile(scheme, { sha256 })
    return leafTexts(scheme, compiled.ok ? compiled.value : null, language)
  }
  const sentences = differenceSentences(before, after, language)
  return { sentences, before: textsOf(before), after: textsOf(after) }
}

export function differenceSentences(before: Scheme, after: Scheme, language: Language): readonly DifferenceSentence[] {
  return diff(before, after).map((difference) => ({
    of: difference.of,
    id: difference.id,
    change: difference.change,
    text: wordDifference(difference, language),
  }))
}

/** Null where one of the two cannot be scored: names in it do not resolve. */
export async function impactOf(
  before: Scheme,
  after: Scheme,
  submissions: readonly Submission[],
  { language, declaration }: { readonly language: Language; readonly declaration?: Declaration | undefined },
): Promise<Impact | null> {
  const [one, other] = [compileFor(before, declaration), compileFor(after, declaration)]
  return one === undefined || other === undefined ? null : impact(one, other, submissions, { language })
}

/** Under the declaration where it fits. */
function compileFor(scheme: Scheme, declaration: Declaration | undefined) {
  const bound = declaration === undefined ? undefined : compile(scheme, { sha256, declaration })
  if (bound?.ok) return bound.value
  const plain = compile(scheme, { sha256 })
  return plain.ok ? plain.value : undefined
}
