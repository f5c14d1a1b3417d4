import { type Issue, issue, type Json, type Mend, pointer, type SchemeCase, type Sha256 } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { mend, withMends } from './mend.ts'
import { isSameScore } from './same-score.ts'

/** The scheme's own test cases, run as they stand: each difference is told, with the case brought up to date as a mend. */
export async function checkCases(compiled: CompiledScheme, sha256: Sha256): Promise<Issue[]> {
  const found: Issue[] = []
  for (const [index, each] of (compiled.scheme.cases ?? []).entries()) {
    found.push(...(await checkCase(compiled, each, index, sha256)))
  }
  return found
}

async function checkCase(compiled: CompiledScheme, each: SchemeCase, index: number, sha256: Sha256): Promise<Issue[]> {
  const submission = { yardstick: 'submission/1', ...each.submission } as const
  const { total, grade, indicators } = await evaluate(compiled, submission, { sha256, trace: false })
  const scoreById = new Map(indicators.map(({ id, score }) => [id, score]))
  const { expected } = each
  const at = `/cases/${index}/expected`
  const differing = (
    value: string | null,
    wanted: string | null,
    path: string,
    update: SchemeCase['expected'],
  ): Issue[] => {
    if (isSameScore(value, wanted)) return []
    const issued = issue('SCHEME_CASE', {
      pointer: at + path,
      where: [each.name],
      expected: wanted,
      found: { case: each.name, value },
    })
    return [withMends(issued, updated(compiled, index, { ...expected, ...update }, value))]
  }
  return [
    ...(expected.total === undefined ? [] : differing(total, expected.total, '/total', { total })),
    ...(expected.grade === undefined ? [] : differing(grade, expected.grade, '/grade', { grade })),
    ...Object.entries(expected.scores ?? {}).flatMap(([id, wanted]) => {
      const path = `/scores${pointer(id)}`
      const score = scoreById.get(id)
      if (score === undefined) {
        return [
          issue('SCHEME_INDICATOR_UNKNOWN', { pointer: at + path, where: [each.name], expected: null, found: id }),
        ]
      }
      return differing(score, wanted, path, { scores: { ...expected.scores, [id]: score } })
    }),
  ]
}

function updated({ scheme }: CompiledScheme, index: number, expected: SchemeCase['expected'], value: Json): Mend[] {
  const cases = (scheme.cases ?? []).map((each, at) => (at === index ? { ...each, expected } : each))
  const shown = value === null ? ['无分', 'no score'] : [value as string, value as string]
  return mend({ type: 'set-cases', cases }, `用例改为${shown[0]}`, `Make the case expect ${shown[1]}`)
}
