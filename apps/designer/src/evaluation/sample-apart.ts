import { compile, evaluateCase, groupFacts } from '@yardstick/engine'
import type { Evaluation, Language, Scheme } from '@yardstick/model'
import type { LeafTexts } from '../store/results.ts'
import { leafTexts } from './leaf-texts.ts'
import { sha256 } from './sha256.ts'
import { submissionOf } from './submission-of.ts'

/** A scheme beside the open design, tried on one of its own cases. */
export interface SampleApart {
  /** What the leaves' rules say, by indicator id. */
  readonly leaves: { readonly [id: string]: LeafTexts }
  /** Null where there is no such case, or the scheme does not compile. */
  readonly evaluation: Evaluation | null
}

export async function sampleApart(scheme: Scheme, index: number, language: Language): Promise<SampleApart> {
  const read = compile(scheme, { sha256 })
  const compiled = read.ok ? read.value : null
  const leaves = leafTexts(scheme, compiled, language)
  const sample = scheme.cases?.[index]
  if (compiled === null || sample === undefined) return { leaves, evaluation: null }
  // Its cases are the group that ranks and group means read.
  const submissions = compiled.readsGroup ? (scheme.cases ?? []).map((each) => submissionOf(each.submission)) : []
  const group = submissions.length === 0 ? {} : { group: await groupFacts(compiled, submissions) }
  return { leaves, evaluation: await evaluateCase(compiled, sample, { sha256, language, ...group }) }
}
