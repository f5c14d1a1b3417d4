import type { Formula, LinearFractional } from '@yardstick/formula'
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
import { dateOfDayNumber, showValue } from '@yardstick/wording'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { nextScores, reaching } from '../curve/reach.ts'
import { type ScoreCurve, scoreAt } from '../curve/score-curve.ts'
import { score } from '../evaluate/evaluate.ts'
import { Inputs } from '../evaluate/inputs.ts'
import { actualValue } from '../evaluate/methods/by-curve.ts'
import type { LeafResult } from '../evaluate/result.ts'
import { asFunctionOf, itemsBehind, solveFor, valueAt } from './as-function-of.ts'
import { showPoints } from './shown.ts'
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

export async function shortfalls(
  compiled: CompiledScheme,
  submission: Submission,
  options: { readonly language?: Language; readonly group?: GroupFacts } = {},
): Promise<Shortfalls> {
  const { run, results, total } = await score(compiled, submission, options.group)
  const changes: Shortfall[] = []
  const refusals: Refusal[] = []
  const again = async (item: Item, value: Exact) => {
    const items = { ...submission.items, [item.id]: textOf(item, value) }
    return score(compiled, { ...submission, items }, options.group)
  }
  for (const node of compiled.nodes) {
    const result = results.get(node.node.id)!
    if (node.type !== 'leaf' || result.type !== 'leaf' || result.isIdle || result.score === null) continue
    if (result.state !== 'present' || node.points.atMost(result.score)) continue
    const refuse = (refused: Refusal['refused']) => refusals.push({ indicator: node.node.id, path: node.path, refused })
    const curve = curveOf(result)
    if (curve === undefined) {
      refuse(WHY_NOT[node.method.scoring.method] ?? 'judged')
      continue
    }
    if (node.points.atMost(scoreAt(curve.curve, curve.x))) {
      refuse('rule')
      continue
    }
    const inputs = changeable(node, compiled, run.inputs)
    if (inputs.length === 0) {
      refuse('free-formula')
      continue
    }
    const scoreWith = (item: Item, value: Exact) => {
      const items = { ...submission.items, [item.id]: textOf(item, value) }
      const then = actualValue(node.method, new Inputs(compiled, { ...submission, items }))
      return then.state === 'present' ? scoreAt(curve.curve, then.value) : undefined
    }
    const goals = goalsOf(node, result, curve, compiled, total.total, total.grade)
    const found: Shortfall[] = []
    for (const goal of goals) {
      const candidates = inputs.flatMap((input) => smallestChanges(input, curve, goal.score, scoreWith))
      for (const { input, to } of candidates.sort((a, b) => byRelativeChange(a, b))) {
        const then = await again(input.item, to)
        const reached = then.results.get(node.node.id)!
        if (reached.score === null) continue
        if (goal.kind === 'grade' && then.total.grade !== goal.grade) continue
        found.push(
          describe(
            node,
            goal,
            input,
            to,
            { from: result.score, to: reached.score },
            total.grade,
            options.language ?? 'zh',
          ),
        )
      }
    }
    if (found.length === 0) refuse('out-of-range')
    changes.push(...found)
  }
  return { changes, refusals }
}

/** What stands in the way for methods that have no curve over one value. */
const WHY_NOT: { readonly [M in ScoringMethod]?: Refusal['refused'] } = {
  pass: 'condition',
  table: 'condition',
  'share-met': 'condition',
  formula: 'free-formula',
  rank: 'group',
}

interface CurveAt {
  readonly curve: ScoreCurve
  readonly x: Exact
}

function curveOf({ outcome }: LeafResult): CurveAt | undefined {
  return outcome.state === 'present' && outcome.detail.kind === 'curve'
    ? { curve: outcome.detail.curve, x: outcome.detail.x }
    : undefined
}

/** An item that moves the leaf's value and nothing of its target, with what it says now. */
interface Changeable {
  readonly item: Item
  readonly now: Exact
  readonly fraction: LinearFractional
}

function changeable({ method }: CompiledLeaf, compiled: CompiledScheme, inputs: Inputs): Changeable[] {
  const { actual, target } = method
  if (actual === undefined) return []
  const inTarget = target?.kind === 'formula' ? itemsBehind(target.formula, compiled) : []
  return itemsBehind(actual, compiled).flatMap((name) => {
    const item = compiled.itemByName.get(name)!
    const now = numberOf(inputs, name)
    const isDay = item.type === 'date'
    const fraction =
      inTarget.includes(name) || now === undefined
        ? undefined
        : isDay
          ? dayItself(actual, name)
          : asFunctionOf(name, actual, compiled, inputs)
    return fraction === undefined || now === undefined ? [] : [{ item, now, fraction }]
  })
}

/** A date counts by its day number only where it is the value itself. */
function dayItself({ root }: Formula, name: string): LinearFractional | undefined {
  const isItself = root.kind === 'name' && root.name === name
  return isItself ? { a: Exact.one, b: Exact.zero, c: Exact.zero, d: Exact.one } : undefined
}

function numberOf(inputs: Inputs, name: string): Exact | undefined {
  const reading = inputs.read(name)
  if (reading.state !== 'present') return undefined
  const { value } = reading
  if (value instanceof Exact) return value
  return typeof value === 'object' && 'dayNumber' in value ? Exact.integer(value.dayNumber) : undefined
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

/** The nearest grid value on each side that reaches the goal while one step less does not, proved on the inputs themselves. */
function smallestChanges(
  input: Changeable,
  { curve, x }: CurveAt,
  goal: Exact,
  scoreWith: (item: Item, value: Exact) => Exact | undefined,
): { input: Changeable; to: Exact }[] {
  const { item, now, fraction } = input
  const step = Exact.ratio(1n, 10n ** BigInt(digitsOf(item)))
  const onCurve = (v: Exact) => {
    const value = valueAt(fraction, v)
    return value !== undefined && goal.atMost(scoreAt(curve, value))
  }
  const reaches = (v: Exact) => {
    const score = scoreWith(item, v)
    return score !== undefined && goal.atMost(score)
  }
  return reaching(curve, x, goal).flatMap((edge) => {
    const bound = solveFor(fraction, edge.x, now)
    if (bound === undefined) return []
    const isUpward = now.lessThan(bound) || (now.equals(bound) && (edge.direction === 'up') === isRising(fraction))
    const away = isUpward ? step : step.negated()
    const grid = isUpward ? bound.over(step).ceiling().times(step) : bound.over(step).floor().times(step)
    const to = onCurve(grid) && !grid.equals(now) ? grid : grid.plus(away)
    if (!isAllowed(item, now, to) || !reaches(to)) return []
    const before = to.minus(away)
    const isStillAhead = isUpward ? now.lessThan(before) : before.lessThan(now)
    return isStillAhead && reaches(before) ? [] : [{ input, to }]
  })
}

function isRising({ a, b, c, d }: LinearFractional): boolean {
  return a.times(d).minus(b.times(c)).sign > 0
}

/** Within the item's range; what is not negative now does not become so. */
function isAllowed(item: Item, now: Exact, to: Exact): boolean {
  const { min, max } = item.range ?? {}
  if (min !== undefined && to.lessThan(Exact.of(min))) return false
  if (max !== undefined && Exact.of(max).lessThan(to)) return false
  return to.sign >= 0 || now.sign < 0 || item.type === 'date'
}

function byRelativeChange(a: { input: Changeable; to: Exact }, b: { input: Changeable; to: Exact }): number {
  const size = ({ input, to }: { input: Changeable; to: Exact }) =>
    to
      .minus(input.now)
      .abs()
      .over(input.now.sign === 0 ? Exact.one : input.now.abs())
  return size(a).compare(size(b))
}

function textOf(item: Item, value: Exact): string {
  return item.type === 'date' ? (dateOfDayNumber(value)?.text ?? '') : value.toText()
}

function describe(
  leaf: CompiledLeaf,
  goal: Goal,
  { item, now }: Changeable,
  to: Exact,
  scores: { from: Exact; to: Exact },
  grade: string | null,
  language: Language,
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
    score: { from: scores.from.toText(), to: scores.to.toText() },
    ...(isGrade ? { grade: { from: grade, to: goal.grade! } } : {}),
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
