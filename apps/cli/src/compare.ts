import type { Evaluation } from '@yardstick/model'

/** Where an evaluation differs from the one that was expected: the total, the grade, the scores by indicator. */
export interface Difference {
  /** `total`, `grade`, or the names on the way to an indicator. */
  readonly what: 'total' | 'grade' | readonly string[]
  readonly expected: string | null
  readonly found: string | null
}

/** An indicator that only one of the two has counts as without a score in the other. */
export function compareEvaluations(found: Evaluation, expected: Evaluation): Difference[] {
  const expectedById = new Map(expected.indicators.map((each) => [each.id, each]))
  const foundIds = new Set(found.indicators.map((each) => each.id))
  const pairs: Difference[] = [
    { what: 'total', expected: expected.total, found: found.total },
    { what: 'grade', expected: expected.grade, found: found.grade },
    ...found.indicators.map(({ id, path, score }) => ({
      what: path,
      expected: expectedById.get(id)?.score ?? null,
      found: score,
    })),
    ...expected.indicators
      .filter(({ id }) => !foundIds.has(id))
      .map(({ path, score }) => ({ what: path, expected: score, found: null })),
  ]
  return pairs.filter((pair) => pair.expected !== pair.found)
}
