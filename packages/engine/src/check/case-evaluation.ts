import type { Evaluation, IndicatorResult, SchemeCase } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import type { EvaluateOptions } from '../evaluate/present.ts'
import { isSameScore } from './same-score.ts'

/** Where a case gives something else than it is to give. */
export interface CaseDifference {
  readonly of: 'total' | 'grade' | { readonly id: string }
  readonly expected: string | null
  readonly found: string | null
}

/**
 * A case under its scheme. Where the scheme reads a group, the case stands among the group handed in, unless what it is to
 * give holds for it by itself only: a case may be there to show just that.
 */
export async function evaluateCase(
  compiled: CompiledScheme,
  { submission, expected }: SchemeCase,
  options: EvaluateOptions,
): Promise<Evaluation> {
  const document = { yardstick: 'submission/1', ...submission } as const
  const { group, ...alone } = options
  const among = await evaluate(compiled, document, options)
  if (!compiled.readsGroup || group === undefined || caseDifferences(among, expected).length === 0) return among
  const byItself = await evaluate(compiled, document, alone)
  return caseDifferences(byItself, expected).length === 0 ? byItself : among
}

type CaseResult = Pick<Evaluation, 'total' | 'grade'> & {
  readonly indicators: readonly Pick<IndicatorResult, 'id' | 'score'>[]
}

/** What a case says nothing of is not looked at. */
export function caseDifferences(
  { total, grade, indicators }: CaseResult,
  expected: SchemeCase['expected'],
): CaseDifference[] {
  const scoreById = new Map(indicators.map(({ id, score }) => [id, score]))
  const differing = (of: CaseDifference['of'], found: string | null, wanted: string | null | undefined) =>
    wanted === undefined || isSameScore(found, wanted) ? [] : [{ of, expected: wanted, found }]
  return [
    ...differing('total', total, expected.total),
    ...differing('grade', grade, expected.grade),
    ...Object.entries(expected.scores ?? {}).flatMap(([id, wanted]) =>
      differing({ id }, scoreById.get(id) ?? null, wanted),
    ),
  ]
}
