import {
  bind,
  type Declaration,
  type Evaluation,
  type GroupFacts,
  type Language,
  type Submission,
} from '@yardstick/model'
import type { ScoredResult } from '../../evaluation/office-files.ts'
import { ask, query } from '../../server/client.ts'
import { readVersion } from '../../server/schemes.ts'

/** The stored result computed again: the evaluation with its trace, and whether it gives what is stored. */
export interface Explanation {
  readonly same: boolean
  readonly stored: { readonly total: string | null }
  readonly recomputed: { readonly total: string | null }
  readonly evaluation: Evaluation
}

/** A result and what it came from, ready to be shown and made into files. */
export interface ResultSource extends ScoredResult {
  /** Bound to the declaration, where there is one. */
  readonly bound: ScoredResult['scheme']
  /** Facts the ranks were held against; null where there are none, or they are not for whoever asks. */
  readonly group: GroupFacts | null
  /** When it was scored; null where it is of this moment. */
  readonly at: string | null
}

interface Basis {
  readonly at: string
  readonly version: string
  readonly submission: Submission
  readonly declaration: Declaration | null
  readonly group: GroupFacts | null
}

export function resultPath(run: string, submission: string): string {
  return `/api/evaluations/${encodeURIComponent(run)}/${encodeURIComponent(submission)}`
}

/** Of a stored result, to the evaluation that is shown of it; `schemeOf` where schemes are kept between many. */
export async function sourceOf(
  run: string,
  submission: string,
  evaluation: Evaluation,
  schemeOf = readVersion,
): Promise<ResultSource> {
  const basis = await ask<Basis>('GET', `${resultPath(run, submission)}/basis`)
  const { scheme } = await schemeOf(basis.version)
  const { declaration, group, at } = basis
  return { ...withBound({ scheme, declaration, submission: basis.submission, evaluation }), group, at }
}

/** As it was stored, told again in this language with its traces; where that comes to something else, as it was stored. */
export async function storedSource(
  run: string,
  submission: string,
  language: Language,
  schemeOf = readVersion,
): Promise<ResultSource> {
  const path = resultPath(run, submission)
  const { same, evaluation } = await ask<Explanation>('GET', `${path}/explanation${query({ language })}`)
  const stored = same ? evaluation : (await ask<{ readonly evaluation: Evaluation }>('GET', path)).evaluation
  return sourceOf(run, submission, stored, schemeOf)
}

/** Of this moment, where nothing has been scored yet. */
export function presentSource(result: ScoredResult): ResultSource {
  return { ...withBound(result), group: null, at: null }
}

function withBound(result: ScoredResult) {
  const bound = result.declaration === null ? undefined : bind(result.scheme, result.declaration)
  return { ...result, bound: bound?.ok ? bound.value : result.scheme }
}
