import { type CaseDifference, type CompiledScheme, caseDifferences, evaluateCase } from '@yardstick/engine'
import type { Declaration, Evaluation, GroupFacts, ResultState, Scheme, SchemeCase } from '@yardstick/model'
import { sha256 } from './sha256.ts'

/** One case in brief: what the table of samples shows, and where it is not what was expected. */
export interface CaseScore {
  readonly state: Evaluation['state']
  readonly total: string | null
  readonly grade: string | null
  readonly scores: { readonly [id: string]: IndicatorScore }
  readonly missing: readonly string[]
  /** Null under a declaration: what a case expects is said of the scheme as it stands. */
  readonly differences: readonly CaseDifference[] | null
}

export interface IndicatorScore {
  readonly score: string | null
  readonly points: string
  readonly state: ResultState
  readonly provisional?: true
}

/**
 * The scores of all cases, each kept until it or a rule changes: typing into one sample scores that one alone.
 * Where ranks and means of the group are read, every change of a case is a change for all.
 */
export class CaseScores {
  private known = new WeakMap<SchemeCase, CaseScore>()
  private rules: Scheme | undefined
  private declaration: Declaration | undefined

  /** Forgets what no longer holds under this design. */
  follow(scheme: Scheme, declaration: Declaration | undefined, readsGroup: boolean): void {
    const isSame =
      this.rules !== undefined &&
      this.declaration === declaration &&
      hasSameRules(this.rules, scheme) &&
      (!readsGroup || this.rules.cases === scheme.cases)
    if (!isSame) this.known = new WeakMap()
    this.rules = scheme
    this.declaration = declaration
  }

  async scoreOf(compiled: CompiledScheme, each: SchemeCase, group: GroupFacts | undefined): Promise<CaseScore> {
    const known = this.known.get(each)
    if (known !== undefined) return known
    const score = await scoreBriefly(compiled, each, group, this.declaration === undefined)
    this.known.set(each, score)
    return score
  }
}

async function scoreBriefly(
  compiled: CompiledScheme,
  each: SchemeCase,
  group: GroupFacts | undefined,
  isTested: boolean,
): Promise<CaseScore> {
  const options = { sha256, trace: false, ...(group === undefined ? {} : { group }) }
  const evaluation = await evaluateCase(compiled, each, options)
  const { state, total, grade, indicators, missing } = evaluation
  const scores = indicators.map(({ id, score, points, state: of, provisional }): [string, IndicatorScore] => [
    id,
    { score, points, state: of, ...(provisional === undefined ? {} : { provisional }) },
  ])
  const differences = isTested ? caseDifferences(evaluation, each.expected) : null
  const names = missing.map(({ name }) => name)
  return { state, total, grade, scores: Object.fromEntries(scores), missing: names, differences }
}

/** Patches share what they do not touch, so that identity tells. */
function hasSameRules(one: Scheme, other: Scheme): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof Scheme)[])
  return [...keys].every((key) => key === 'cases' || key === 'layout' || one[key] === other[key])
}
