import { type Issue, issue, type Scheme, type SchemeCase, type Sha256 } from '@yardstick/model'
import { compile } from '../compile/compile.ts'
import type { CaseDifference } from './case-evaluation.ts'
import { type CaseRun, expecting, runCases } from './check-cases.ts'

/**
 * A scheme whose parameters were set, with its cases brought along: what a case was right about before, and is wrong about
 * now, is what the scheme gives now. What was wrong before stays, since it says that something is amiss.
 *
 * before  the scheme with the parameters as they were; cases are matched by their names
 * issues  PARAMETER_CASES names the cases that were brought along
 */
export async function renewCases(
  before: Scheme,
  after: Scheme,
  sha256: Sha256,
): Promise<{ scheme: Scheme; issues: Issue[] }> {
  const [was, now] = [compile(before, { sha256 }), compile(after, { sha256 })]
  if (!was.ok || !now.ok) return { scheme: after, issues: [] }
  const wrong = new Set((await runCases(was.value, sha256)).flatMap(wrongIn))
  const runs = await runCases(now.value, sha256)
  const cases = runs.map((run) => renewed(run, wrong))
  const names = cases.filter((each, index) => each !== runs[index]!.tested).map(({ name }) => name)
  if (names.length === 0) return { scheme: after, issues: [] }
  return { scheme: { ...after, cases }, issues: [issue('PARAMETER_CASES', { pointer: '/cases', found: names })] }
}

function wrongIn({ tested, differences }: CaseRun): string[] {
  return differences.map(({ of }) => keyOf(tested, of))
}

function renewed({ tested, evaluation, differences }: CaseRun, wrong: ReadonlySet<string>): SchemeCase {
  const known = new Set(evaluation.indicators.map(({ id }) => id))
  let { expected } = tested
  for (const { of, found } of differences) {
    const isKnown = typeof of === 'string' || known.has(of.id)
    if (isKnown && !wrong.has(keyOf(tested, of))) expected = expecting(expected, of, found)
  }
  return expected === tested.expected ? tested : { ...tested, expected }
}

const keyOf = ({ name }: SchemeCase, of: CaseDifference['of']): string =>
  `${name}\n${typeof of === 'string' ? of : ` ${of.id}`}`
