import {
  digitsOf,
  Exact,
  type GroupFacts,
  type Item,
  type Language,
  type Rounding,
  roundBy,
  type ScoringMethod,
  type Submission,
} from '@yardstick/model'
import { showValue } from '@yardstick/wording'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { nextScores } from '../curve/reach.ts'
import { scoreAt } from '../curve/score-curve.ts'
import { Inputs } from '../evaluate/inputs.ts'
import { actualValue } from '../evaluate/methods/by-curve.ts'
import { printedScore } from '../evaluate/printed-score.ts'
import type { LeafResult } from '../evaluate/result.ts'
import type { Run } from '../evaluate/run.ts'
import { score } from '../evaluate/score.ts'
import type { Total } from '../evaluate/total.ts'
import { showPoints } from './shown.ts'
import {
  byRelativeChange,
  type Changeable,
  type CurveAt,
  changeable,
  curveOf,
  smallestChanges,
  stepsBetween,
  textOf,
} from './smallest-change.ts'
import { words as wordsOf } from './words.ts'

/**
 * 还差多少: the smallest change of one input, in steps of its digits, that reaches the next piece of a leaf's score curve,
 * its full points, or the next grade. It is found on the curve and proved by scoring again; where a formula is too free to
 * be turned round, that is said and nothing is guessed.
 */
export interface Shortfall {
  readonly indicator: string
  readonly path: readonly string[]
  readonly goal: 'next' | 'full' | 'grade'
  readonly item: string
  /** What the item says now and what it would have to say: decimal text, or a date. */
  readonly from: string
  readonly to: string
  /** Printed score of the indicator now and then. */
  readonly score: { readonly from: string; readonly to: string }
  readonly grade?: { readonly from: string | null; readonly to: string }
  readonly sentence: string
}

/** Why no change can be named for an indicator that lost points. */
export interface Refusal {
  readonly indicator: string
  readonly path: readonly string[]
  readonly refused: 'judged' | 'condition' | 'free-formula' | 'group' | 'rule' | 'out-of-range'
}

export interface Shortfalls {
  /** In tree order; of one goal the smallest relative change first. */
  readonly changes: readonly Shortfall[]
  readonly refusals: readonly Refusal[]
}

export interface ShortfallOptions {
  readonly language?: Language
  readonly group?: GroupFacts
  /** Only these leaves: each change that is named has been proved by scoring the whole, which takes its time in a large scheme. */
  readonly of?: ReadonlySet<string>
}

export async function shortfalls(
  compiled: CompiledScheme,
  submission: Submission,
  options: ShortfallOptions = {},
): Promise<Shortfalls> {
  const { run, results, total } = await score(compiled, submission, options.group)
  const language = options.language ?? 'zh'
  const changes: Shortfall[] = []
  const refusals: Refusal[] = []
  for (const leaf of compiled.nodes) {
    if (options.of?.has(leaf.node.id) === false) continue
    const result = results.get(leaf.node.id)!
    if (leaf.type !== 'leaf' || result.type !== 'leaf' || !hasLost(result)) continue
    const found = await leafChanges(leaf, result, { run, total, language, group: options.group })
    if (typeof found === 'string') refusals.push({ indicator: leaf.node.id, path: leaf.path, refused: found })
    else changes.push(...found)
  }
  return { changes, refusals }
}

function hasLost({ isIdle, state, score: printed, node }: LeafResult): boolean {
  return isIdle !== true && state === 'present' && printed?.lessThan(node.points) === true
}

interface Now {
  readonly run: Run
  readonly total: Total
  readonly language: Language
  readonly group: GroupFacts | undefined
}

/** The changes that help one leaf, or why none can be named. */
async function leafChanges(
  leaf: CompiledLeaf,
  result: LeafResult,
  now: Now,
): Promise<Shortfall[] | Refusal['refused']> {
  const { compiled, submission, inputs } = now.run
  const curve = curveOf(result)
  if (curve === undefined) return WHY_NOT[leaf.method.scoring.method] ?? 'judged'
  if (leaf.points.atMost(scoreAt(curve.curve, curve.x))) return 'rule'
  const items = changeable(leaf, compiled, inputs)
  if (items.length === 0) return 'free-formula'
  const withValue = (item: Item, value: Exact): Submission => ({
    ...submission,
    items: { ...submission.items, [item.id]: textOf(item, value) },
  })
  const scoreWith = (item: Item, value: Exact) => {
    const then = actualValue(leaf.method, new Inputs(compiled, withValue(item, value)))
    return then.state === 'present' ? scoreAt(curve.curve, then.value) : undefined
  }
  const allWith = (item: Item, value: Exact) => score(compiled, withValue(item, value), now.group)
  const found: Shortfall[] = []
  for (const goal of goalsOf(leaf, result, curve, compiled, now.total.total, now.total.grade)) {
    const candidates = items.flatMap((input) => smallestChanges(input, curve, goal.score, scoreWith))
    for (const { input, to: first } of candidates.sort(byRelativeChange)) {
      const to = goal.kind === 'grade' ? await leastForGrade(input, first, goal.grade, allWith) : first
      if (to === undefined) continue
      const reached = (await allWith(input.item, to)).results.get(leaf.node.id)!
      if (reached.score === null) continue
      found.push(describe(leaf, goal, input, to, { from: result.score!, to: reached.score }, now))
    }
  }
  return found.length === 0 ? 'out-of-range' : found
}

/**
 * The candidate, if it really brings the grade. The total may be rounded, weighed or limited on its way, so that less is
 * enough; then the least is searched between the value at hand and the candidate.
 */
async function leastForGrade(
  { item, now }: Changeable,
  candidate: Exact,
  grade: string | undefined,
  allWith: (item: Item, value: Exact) => ReturnType<typeof score>,
): Promise<Exact | undefined> {
  const brings = async (value: Exact) => (await allWith(item, value)).total.grade === grade
  if (!(await brings(candidate))) return undefined
  const { step, count } = stepsBetween(item, now, candidate)
  const at = (steps: number) => candidate.minus(step.times(Exact.integer(count - steps)))
  let [short, enough] = [0, count]
  if (count > 1 && !(await brings(at(count - 1)))) return candidate
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2)
    if (await brings(at(middle))) enough = middle
    else short = middle
  }
  return at(enough)
}

/** What stands in the way for methods that have no curve over one value. */
const WHY_NOT: { readonly [M in ScoringMethod]?: Refusal['refused'] } = {
  pass: 'condition',
  table: 'condition',
  'share-met': 'condition',
  formula: 'free-formula',
  rank: 'group',
}

interface Goal {
  readonly kind: Shortfall['goal']
  /** Points on the curve that have to be reached. */
  readonly score: Exact
  readonly grade?: string
}

function goalsOf(
  leaf: CompiledLeaf,
  result: LeafResult,
  { curve, x }: CurveAt,
  compiled: CompiledScheme,
  total: Exact | null,
  grade: string | null,
): Goal[] {
  const now = scoreAt(curve, x)
  const next = nextScores(curve, x).filter((each) => each.lessThan(leaf.points))
  const goals: Goal[] = []
  const nearest = next.length === 0 ? undefined : next.reduce((a, b) => a.min(b))
  if (nearest !== undefined) goals.push({ kind: 'next', score: nearest })
  if (now.lessThan(leaf.points)) goals.push({ kind: 'full', score: leaf.points })
  const better = nextGrade(compiled, grade)
  if (total !== null && better?.from !== undefined) {
    const printed = result.score!.plus(better.from.minus(total))
    if (printed.atMost(leaf.points)) {
      goals.push({ kind: 'grade', score: leastRoundingTo(printed, leaf.rounding).max(now), grade: better.name })
    }
  }
  return goals
}

function nextGrade({ grades }: CompiledScheme, grade: string | null): CompiledScheme['grades'][number] | undefined {
  const index = grades.findIndex((each) => each.name === grade)
  return index > 0 ? grades[index - 1] : undefined
}

/** The least score that is printed as `printed`; for modes without a least one, `printed` itself. */
function leastRoundingTo(printed: Exact, rounding: Rounding): Exact {
  if (rounding === 'none') return printed
  const step = 'step' in rounding ? Exact.of(rounding.step) : Exact.ratio(1n, 10n ** BigInt(rounding.digits))
  const least = printed.minus(step.over(Exact.integer(2)))
  return roundBy(least, rounding).equals(printed) ? least : printed
}

function describe(
  leaf: CompiledLeaf,
  goal: Goal,
  { item, now }: Changeable,
  to: Exact,
  scores: { from: Exact; to: Exact },
  { run, total, language }: Now,
): Shortfall {
  const form = { type: item.type, unit: item.unit, digits: digitsOf(item) }
  const show = (value: Exact) => showValue(value, form, language)
  const words = wordsOf[language]
  const isGrade = goal.kind === 'grade' && goal.grade !== undefined
  return {
    indicator: leaf.node.id,
    path: leaf.path,
    goal: goal.kind,
    item: item.id,
    from: textOf(item, now),
    to: textOf(item, to),
    score: { from: printedScore(scores.from, run.compiled), to: printedScore(scores.to, run.compiled) },
    ...(isGrade ? { grade: { from: total.grade, to: goal.grade! } } : {}),
    sentence: words.shortfall(
      item.id,
      show(now),
      show(to),
      leaf.node.name,
      showPoints(scores.from),
      showPoints(scores.to),
      isGrade ? goal.grade! : undefined,
    ),
  }
}
