import type { CompiledLeaf, CompiledRule } from '../../compile/compiled.ts'
import { rulesOn } from '../../evaluate/events.ts'
import { isZeroWhenMissing } from '../../evaluate/finish-leaf.ts'
import { countsSiblings } from '../../evaluate/siblings.ts'
import { conditionValue } from '../condition/condition-value.ts'
import { itemTruth } from '../condition/item-truth.ts'
import { constantState, stateOnly } from '../constant.ts'
import { roundedScore } from '../curve/curve-score.ts'
import type { EntryInput } from '../input.ts'
import { FAULT, SAFE, UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { Step } from '../step.ts'
import type { NumberValue, Register } from '../value.ts'
import { adjustedPoints } from './adjusted-points.ts'
import { type Applying, NO_RULES } from './applying.ts'
import { BaseStep } from './base-step.ts'
import { leafFact, readBases } from './bases.ts'
import { leafEntry } from './entry.ts'
import { type Given, givenBy } from './given.ts'
import { InTurnStep } from './in-turn-step.ts'
import { leafPlace } from './leaf-place.ts'
import { LeafStep } from './leaf-step.ts'
import { OutcomeStep } from './outcome-step.ts'
import { exactPoints, printedPoints } from './printed-points.ts'
import { type Kept, siblingLeaves, siblingsValue } from './siblings.ts'

/**
 * Scores of all leaves (phases 1 to 3): sets `scoreById`, and `baseById` where somebody reads what methods left. Most
 * leaves are one step from their value to the printed score; those whose points are read, or that rules act on, are kept
 * exact until all methods have run.
 */
export function leafScores(plan: Plan): void {
  const leaves = plan.compiled.nodes.filter((node) => node.type === 'leaf')
  const counting = leaves.filter(countsSiblings)
  const read = readBases(plan)
  const counted = new Set(counting.flatMap((leaf) => siblingLeaves(leaf, plan.compiled)))
  const keptByLeaf = new Map<CompiledLeaf, Kept>()
  const waiting: (() => void)[] = []
  // A share of siblings is taken once they are scored.
  for (const leaf of [...leaves.filter((each) => !countsSiblings(each)), ...counting]) {
    const finish = scoreLeaf(plan, leaf, { isRead: read.has(leaf.node.id), isCounted: counted.has(leaf), keptByLeaf })
    if (finish !== undefined) waiting.push(finish)
  }
  for (const finish of waiting) finish()
}

interface Around {
  /** Whether a rule reads its points, and whether another leaf counts it. */
  readonly isRead: boolean
  readonly isCounted: boolean
  /** Leaves that are counted, as their methods left them; those that are refused are not there. */
  readonly keptByLeaf: Map<CompiledLeaf, Kept>
}

/** returns  what is to be done once all methods have run, where the leaf has to wait for that */
function scoreLeaf(
  plan: Plan,
  leaf: CompiledLeaf,
  { isRead, isCounted, keptByLeaf }: Around,
): (() => void) | undefined {
  const { compiled } = plan
  const rules = rulesOn(leaf, 'leaves', compiled)
  let entered: EntryInput | undefined
  const entry = () => {
    entered ??= leafEntry(plan, leaf)
    return entered
  }
  const given = isTooLarge(plan, leaf)
    ? { by: 'refused' as const, reason: 'points' }
    : countsSiblings(leaf)
      ? givenBySiblings(plan, leaf, keptByLeaf)
      : givenBy(plan, leaf, entry)
  if (given.by === 'refused') {
    refuse(plan, leaf, given.reason, isRead)
    return undefined
  }
  const applying: Applying = {
    entry: entry().num,
    rules: compiled.rulesByLeaf.has(leaf.node.id)
      ? rulesOn(leaf, 'items', compiled).map(({ key }) => itemTruth(plan, key).num)
      : NO_RULES,
  }
  if (!isRead && !isCounted && rules.length === 0) {
    printLeaf(plan, leaf, () => printedPoints(plan, leaf, given), applying)
    return undefined
  }
  const points = exactPoints(plan, leaf, given)
  const outcome = plan.register()
  plan.add(new OutcomeStep(outcome, points.num, applying))
  keptByLeaf.set(leaf, { leaf, points, outcome })
  if (isRead) plan.baseById.set(leaf.node.id, baseOf(plan, leaf, points, outcome))
  return () => finish(plan, leaf, points, outcome, applying, rules)
}

/** Points that no whole number holds in the unit of all points. */
function isTooLarge(plan: Plan, { points }: CompiledLeaf): boolean {
  return plan.inPointsUnits(points) >= SAFE
}

function givenBySiblings(plan: Plan, leaf: CompiledLeaf, keptByLeaf: ReadonlyMap<CompiledLeaf, Kept>): Given {
  if (leaf.method.broken !== undefined) return { by: 'state', num: constantState(plan, FAULT) }
  const kept = siblingLeaves(leaf, plan.compiled).map((each) => keptByLeaf.get(each))
  // Whether points below 0 are full is not to be seen once they are clamped, where the leaf is worth nothing.
  if (kept.some((each) => each === undefined || each.leaf.points.sign === 0))
    return { by: 'refused', reason: 'siblings' }
  return { by: 'value', value: siblingsValue(plan, leaf, kept as Kept[]) }
}

/** print  adds the steps that print the score and gives its register; they become part of the leaf's one step */
function printLeaf(plan: Plan, leaf: CompiledLeaf, print: () => Register, applying: Applying | undefined): void {
  const before = plan.steps.length
  const num = print()
  const made = plan.steps.splice(before)
  // A constant that was named here may be read by others, who come before the leaf where all leaves are one step.
  const isShared = (step: Step) => step.reads.length === 0 && !step.writes.includes(num)
  plan.steps.push(...made.filter(isShared))
  const own = made.filter((step) => !isShared(step))
  const place = leafPlace(plan, leaf, num)
  plan.add(
    new LeafStep(place, own.length === 1 ? own[0]! : new InTurnStep(own), applying, plan.refusals.has(leaf.node.id)),
  )
  plan.scoreById.set(leaf.node.id, place)
}

function baseOf(plan: Plan, leaf: CompiledLeaf, points: NumberValue, outcome: Register): NumberValue {
  const to = { num: plan.register(), den: points.den === undefined ? undefined : plan.register() }
  plan.add(new BaseStep(to, points, outcome, isZeroWhenMissing(leaf, plan.compiled)))
  return { kind: 'number', ...to, scale: points.scale }
}

/** Phase 3 of one leaf. */
function finish(
  plan: Plan,
  leaf: CompiledLeaf,
  points: NumberValue,
  outcome: Register,
  applying: Applying,
  rules: readonly CompiledRule[],
): void {
  const asked = rules.map((rule) => ({ rule, truth: ruleTruth(plan, rule) }))
  const adjusted = adjustedPoints(plan, points, outcome, applying.rules, asked)
  printLeaf(plan, leaf, () => roundedScore(plan, adjusted, leaf.points, leaf.rounding).num, undefined)
}

function ruleTruth(plan: Plan, { key }: CompiledRule) {
  const typed = plan.compiled.conditions.leaves?.conditions.get(key)
  if (typed === undefined) throw new Error(`ruleTruth: no condition ${key}`)
  return conditionValue(plan, typed, (fact) => leafFact(plan, fact))
}

/** A leaf that always goes to the reference. */
function refuse(plan: Plan, leaf: CompiledLeaf, reason: string, isRead: boolean): void {
  plan.refusals.set(leaf.node.id, reason)
  printLeaf(plan, leaf, () => constantState(plan, UNSURE), undefined)
  if (isRead) plan.baseById.set(leaf.node.id, stateOnly(plan, 'number', UNSURE) as NumberValue)
}
