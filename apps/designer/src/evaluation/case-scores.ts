import { type CompiledScheme, evaluate, isSameScore } from '@yardstick/engine'
import type { Declaration, Evaluation, GroupFacts, ResultState, Scheme, SchemeCase } from '@yardstick/model'
import { sha256 } from './sha256.ts'
import { submissionOf } from './submission-of.ts'

/** One case in brief: what the table of samples shows, and where it is not what was expected. */
export interface CaseScore {
  readonly state: Evaluation['state']
  readonly total: string | null
  readonly grade: string | null
  readonly scores: { readonly [id: string]: IndicatorScore }
  readonly missing: readonly string[]
  readonly differences: readonly ScoreDifference[]
}

export interface IndicatorScore {
  readonly score: string | null
  readonly points: string
  readonly state: ResultState
  readonly provisional?: true
}

export interface ScoreDifference {
  readonly of: 'total' | 'grade' | { readonly id: string }
  readonly expected: string | null
  readonly found: string | null
}

type Brief = Omit<CaseScore, 'differences'>

/**
 * The scores of all cases, each kept until its submission or a rule changes: typing into one sample scores that one alone.
 * Where ranks and means of the group are read, every change of a case is a change for all.
 */
export class CaseScores {
  private known = new WeakMap<SchemeCase['submission'], Brief>()
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
    const known = this.known.get(each.submission)
    const brief = known ?? (await scoreBriefly(compiled, each.submission, group))
    if (known === undefined) this.known.set(each.submission, brief)
    return { ...brief, differences: differencesOf(brief, each.expected) }
  }
}

async function scoreBriefly(
  compiled: CompiledScheme,
  submission: SchemeCase['submission'],
  group: GroupFacts | undefined,
): Promise<Brief> {
  const options = { sha256, trace: false, ...(group === undefined ? {} : { group }) }
  const { state, total, grade, indicators, missing } = await evaluate(compiled, submissionOf(submission), options)
  const scores = indicators.map(({ id, score, points, state: of, provisional }): [string, IndicatorScore] => [
    id,
    { score, points, state: of, ...(provisional === undefined ? {} : { provisional }) },
  ])
  return { state, total, grade, scores: Object.fromEntries(scores), missing: missing.map(({ name }) => name) }
}

/** Where a case gives something else than it is to give; what it says nothing of is not looked at. */
export function differencesOf(
  { total, grade, scores }: Pick<CaseScore, 'total' | 'grade' | 'scores'>,
  expected: SchemeCase['expected'],
): ScoreDifference[] {
  const differing = (of: ScoreDifference['of'], found: string | null, wanted: string | null | undefined) =>
    wanted === undefined || isSameScore(found, wanted) ? [] : [{ of, expected: wanted, found }]
  return [
    ...differing('total', total, expected.total),
    ...differing('grade', grade, expected.grade),
    ...Object.entries(expected.scores ?? {}).flatMap(([id, wanted]) =>
      differing({ id }, scores[id]?.score ?? null, wanted),
    ),
  ]
}

/** Patches share what they do not touch, so that identity tells. */
function hasSameRules(one: Scheme, other: Scheme): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof Scheme)[])
  return [...keys].every((key) => key === 'cases' || key === 'layout' || one[key] === other[key])
}
