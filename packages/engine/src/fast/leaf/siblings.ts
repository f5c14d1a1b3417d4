import { type Comparator, Exact, type Operator } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../../compile/compiled.ts'
import { countsSiblings } from '../../evaluate/siblings.ts'
import { besideFact, besideLiterals } from '../condition/beside.ts'
import { asNumber } from '../constant.ts'
import { formulaValue } from '../formula/formula-value.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue, Register } from '../value.ts'
import { type Sibling, SiblingsStep } from './siblings-step.ts'

/** A leaf after its method, as others and rules read it. */
export interface Kept {
  readonly leaf: CompiledLeaf
  /** Clamped, exact. */
  readonly points: NumberValue
  /** The state after phases 1 and 2. */
  readonly outcome: Register
}

/** The leaves that are counted by one that counts its siblings. */
export function siblingLeaves(leaf: CompiledLeaf, { roots }: CompiledScheme): CompiledLeaf[] {
  return (leaf.parent?.children ?? roots).filter(
    (node): node is CompiledLeaf => node.type === 'leaf' && node !== leaf && !node.isBonus && !countsSiblings(node),
  )
}

/** The leaf's points times the share of its siblings that are met, not clamped yet. */
export function siblingsValue(plan: Plan, { points }: CompiledLeaf, kept: readonly Kept[]): NumberValue {
  const [met, counted] = [plan.register(), plan.register()]
  const siblings = kept.map((each) => siblingOf(plan, each))
  plan.add(new SiblingsStep(met, counted, siblings))
  return { kind: 'number', num: met, den: counted, scale: points.sign > 0 ? points : Exact.one }
}

function siblingOf(plan: Plan, { leaf, points, outcome }: Kept): Sibling {
  const { actual, target } = leaf.method
  const place = { num: points.num, den: points.den, factor: points.scale }
  const isFull = besideLiterals(plan, place, 'greaterThanInclusive', [leaf.points.over(points.scale)])
  const x = actual === undefined ? undefined : asNumber(formulaValue(plan, actual))
  if (target?.kind === 'formula') {
    const goal = asNumber(formulaValue(plan, target.formula))!
    if (x === undefined) return { outcome, isFull, byValue: undefined, target: goal.num }
    const [left, right] = [placeOf(x), { ...placeOf(goal), factor: goal.scale.times(target.factor) }]
    const isMet = besideFact(plan, left, OPERATORS[target.comparator], right)
    return { outcome, isFull, byValue: { x: x.num, isMet }, target: goal.num }
  }
  if (x === undefined || target?.kind !== 'constant' || !('comparator' in target.resolved)) {
    return { outcome, isFull, byValue: undefined, target: undefined }
  }
  const { comparator, value } = target.resolved
  const isMet = besideLiterals(plan, placeOf(x), OPERATORS[comparator], [value.over(x.scale)])
  return { outcome, isFull, byValue: { x: x.num, isMet }, target: undefined }
}

const placeOf = ({ num, den, scale }: NumberValue) => ({ num, den, factor: scale })

const OPERATORS: { readonly [C in Comparator]: Operator } = {
  '>=': 'greaterThanInclusive',
  '>': 'greaterThan',
  '<=': 'lessThanInclusive',
  '<': 'lessThan',
  '=': 'equal',
}
