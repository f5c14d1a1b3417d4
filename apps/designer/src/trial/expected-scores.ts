import { type Edit, leaves, type Scheme, type SchemeCase } from '@yardstick/model'
import type { CaseScore } from '../evaluation/case-scores.ts'
import { casesOf, setCases } from './sample-edits.ts'

/** What the samples score now becomes what they are to score: total, grade and every leaf. */
export function expectScores(
  scheme: Scheme,
  indexes: readonly number[],
  scoreAt: (index: number) => CaseScore | undefined,
): Edit {
  const ids = leaves(scheme).map(({ node }) => node.id)
  return setCases(
    casesOf(scheme).map((each, index) => {
      const score = indexes.includes(index) ? scoreAt(index) : undefined
      return score === undefined ? each : { ...each, expected: expectationOf(score, ids) }
    }),
  )
}

function expectationOf({ total, grade, scores }: CaseScore, ids: readonly string[]): SchemeCase['expected'] {
  const own = ids.flatMap((id) => (scores[id] === undefined ? [] : [[id, scores[id].score] as const]))
  return { total, grade, scores: Object.fromEntries(own) }
}

export function forgetExpected(scheme: Scheme, indexes: readonly number[]): Edit {
  return setCases(casesOf(scheme).map((each, index) => (indexes.includes(index) ? { ...each, expected: {} } : each)))
}
