import {
  type CaseDifference,
  type CompiledScheme,
  caseDifferences,
  evaluateCase,
  fastScheme,
  type RowScores,
} from '@yardstick/engine'
import type { Declaration, Evaluation, GroupFacts, ResultState, Scheme, SchemeCase } from '@yardstick/model'
import { hasSameRules } from './same-rules.ts'
import { sha256 } from './sha256.ts'
import { submissionOf } from './submission-of.ts'

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

/** By the fast path, unless there is more to say than numbers: what is missing, or that a case is to stand by itself. */
async function scoreBriefly(
  compiled: CompiledScheme,
  each: SchemeCase,
  group: GroupFacts | undefined,
  isTested: boolean,
): Promise<CaseScore> {
  const alone = group === undefined ? {} : { group }
  const row = fastScheme(compiled).score(submissionOf(each.submission), alone)
  const scores = scoresIn(compiled, row)
  const isWhole =
    row.total !== null && scores.every(([, { score, state }]) => score !== null || state === 'not-applicable')
  if (isWhole) {
    const { state, total, grade } = row
    const indicators = scores.map(([id, { score }]) => ({ id, score }))
    const differences = caseDifferences({ total, grade, indicators }, each.expected)
    const standsAmong = !compiled.readsGroup || group === undefined || differences.length === 0
    if (standsAmong) {
      const found = isTested ? differences : null
      return { state, total, grade, scores: Object.fromEntries(scores), missing: [], differences: found }
    }
  }
  return scoreByReference(compiled, each, group, isTested)
}

function scoresIn({ nodes }: CompiledScheme, row: RowScores): [string, IndicatorScore][] {
  return nodes.map(({ node, points }, index) => [
    node.id,
    {
      score: row.scoreOf(index),
      points: points.toText(),
      state: row.stateOf(index),
      ...(row.isProvisional(index) ? { provisional: true } : {}),
    },
  ])
}

async function scoreByReference(
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
