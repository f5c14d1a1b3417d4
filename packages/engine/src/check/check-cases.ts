import { type Issue, issue, type Json, type Mend, pointer, type SchemeCase, type Sha256 } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { groupFacts } from '../evaluate/group.ts'
import { type CaseDifference, caseDifferences, evaluateCase } from './case-evaluation.ts'
import { mend, withMends } from './mend.ts'

/**
 * The scheme's own test cases, run as they stand: each difference is told, with the case brought up to date as a mend.
 * Together they are the group that ranks and group means read.
 */
export async function checkCases(compiled: CompiledScheme, sha256: Sha256): Promise<Issue[]> {
  const cases = compiled.scheme.cases ?? []
  const submissions = cases.map(({ submission }) => ({ yardstick: 'submission/1', ...submission }) as const)
  const group = compiled.readsGroup && cases.length > 0 ? await groupFacts(compiled, submissions) : undefined
  const found: Issue[] = []
  for (const [index, each] of cases.entries()) {
    const options = { sha256, trace: false, ...(group === undefined ? {} : { group }) }
    const evaluation = await evaluateCase(compiled, each, options)
    const known = new Set(evaluation.indicators.map(({ id }) => id))
    for (const difference of caseDifferences(evaluation, each.expected)) {
      found.push(differing(compiled, each, index, difference, known))
    }
  }
  return found
}

function differing(
  compiled: CompiledScheme,
  { name, expected }: SchemeCase,
  index: number,
  { of, expected: wanted, found: value }: CaseDifference,
  known: ReadonlySet<string>,
): Issue {
  const path = typeof of === 'string' ? `/${of}` : `/scores${pointer(of.id)}`
  const at = { pointer: `/cases/${index}/expected${path}`, where: [name] }
  if (typeof of === 'object' && !known.has(of.id)) {
    return issue('SCHEME_INDICATOR_UNKNOWN', { ...at, expected: null, found: of.id })
  }
  const update = typeof of === 'string' ? { [of]: value } : { scores: { ...expected.scores, [of.id]: value } }
  const issued = issue('SCHEME_CASE', { ...at, expected: wanted, found: { case: name, value } })
  return withMends(issued, updated(compiled, index, { ...expected, ...update }, value))
}

function updated({ scheme }: CompiledScheme, index: number, expected: SchemeCase['expected'], value: Json): Mend[] {
  const cases = (scheme.cases ?? []).map((each, at) => (at === index ? { ...each, expected } : each))
  const shown = value === null ? ['无分', 'no score'] : [value as string, value as string]
  return mend({ type: 'set-cases', cases }, `用例改为${shown[0]}`, `Make the case expect ${shown[1]}`)
}
