import {
  type Evaluation,
  type Issue,
  issue,
  type Json,
  type Mend,
  pointer,
  type SchemeCase,
  type Sha256,
} from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { groupFacts } from '../evaluate/group.ts'
import { type CaseDifference, caseDifferences, evaluateCase } from './case-evaluation.ts'
import { mend, withMends } from './mend.ts'

/** The scheme's own test cases, run as they stand: each difference is told, with the case brought up to date as a mend. */
export async function checkCases(compiled: CompiledScheme, sha256: Sha256): Promise<Issue[]> {
  const found: Issue[] = []
  for (const { index, tested, evaluation, differences } of await runCases(compiled, sha256)) {
    const known = new Set(evaluation.indicators.map(({ id }) => id))
    found.push(...differences.map((each) => differing(compiled, tested, index, each, known)))
  }
  return found
}

export interface CaseRun {
  readonly index: number
  readonly tested: SchemeCase
  readonly evaluation: Evaluation
  readonly differences: readonly CaseDifference[]
}

/** Every case under its scheme. Together they are the group that ranks and group means read. */
export async function runCases(compiled: CompiledScheme, sha256: Sha256): Promise<CaseRun[]> {
  const cases = compiled.scheme.cases ?? []
  const submissions = cases.map(({ submission }) => ({ yardstick: 'submission/1', ...submission }) as const)
  const group = compiled.readsGroup && cases.length > 0 ? await groupFacts(compiled, submissions) : undefined
  const options = { sha256, trace: false, ...(group === undefined ? {} : { group }) }
  const runs: CaseRun[] = []
  for (const [index, tested] of cases.entries()) {
    const evaluation = await evaluateCase(compiled, tested, options)
    runs.push({ index, tested, evaluation, differences: caseDifferences(evaluation, tested.expected) })
  }
  return runs
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
  const issued = issue('SCHEME_CASE', { ...at, expected: wanted, found: { case: name, value } })
  return withMends(issued, updated(compiled, index, expecting(expected, of, value), value))
}

/** What a case is to give, with one thing in it made what it gives. */
export function expecting(
  expected: SchemeCase['expected'],
  of: CaseDifference['of'],
  value: string | null,
): SchemeCase['expected'] {
  return typeof of === 'string'
    ? { ...expected, [of]: value }
    : { ...expected, scores: { ...expected.scores, [of.id]: value } }
}

function updated({ scheme }: CompiledScheme, index: number, expected: SchemeCase['expected'], value: Json): Mend[] {
  const cases = (scheme.cases ?? []).map((each, at) => (at === index ? { ...each, expected } : each))
  const shown = value === null ? ['无分', 'no score'] : [value as string, value as string]
  return mend({ type: 'set-cases', cases }, `用例改为${shown[0]}`, `Make the case expect ${shown[1]}`)
}
