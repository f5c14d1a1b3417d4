import { Exact, roundBy } from '@yardstick/model'
import type { CompiledLeaf } from '../../compile/compiled.ts'
import { clampedPoints, curvePoints } from '../curve/curve-points.ts'
import { curveScore, roundedScore } from '../curve/curve-score.ts'
import { printedDigits } from '../curve/printed.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue, Register } from '../value.ts'
import { wholeUnits } from '../whole-units.ts'
import { ChecklistTableStep } from './checklist-table-step.ts'
import { CopyStep } from './copy-step.ts'
import type { Given } from './given.ts'
import { TruthStep } from './truth-step.ts'

export type Points = Exclude<Given, { readonly by: 'refused' }>

/** What a method gives, clamped and rounded: a register of the leaf's own. */
export function printedPoints(plan: Plan, leaf: CompiledLeaf, given: Points): Register {
  const { points, rounding } = leaf
  switch (given.by) {
    case 'curve':
      return curveScore(plan, given.x, given.curve, { points, rounding }).num
    case 'value':
      return isPrinted(leaf, given.value)
        ? copied(plan, given.value.num)
        : roundedScore(plan, given.value, points, rounding).num
    case 'elements': {
      const num = plan.register()
      plan.add(new ChecklistTableStep(num, given.num, given.printed))
      return num
    }
    case 'truth': {
      const full = wholeUnits(roundBy(points, rounding), printedDigits(rounding))
      if (full === undefined) return roundedScore(plan, exactPoints(plan, leaf, given), points, rounding).num
      const num = plan.register()
      plan.add(new TruthStep(num, given, full, 0))
      return num
    }
    case 'state':
      return copied(plan, given.num)
  }
}

/** What a method gives, clamped, exact. */
export function exactPoints(plan: Plan, leaf: CompiledLeaf, given: Points): NumberValue {
  const { points } = leaf
  switch (given.by) {
    case 'curve':
      return curvePoints(plan, given.x, given.curve, points)
    case 'value':
      return clampedPoints(plan, given.value, points)
    case 'elements':
      return clampedPoints(plan, given.value(), points)
    case 'truth': {
      const num = plan.register()
      const isWorth = points.sign > 0
      plan.add(new TruthStep(num, given, isWorth ? 1 : 0, 0))
      return { kind: 'number', num, den: undefined, scale: isWorth ? points : Exact.one }
    }
    case 'state':
      return { kind: 'number', num: given.num, den: undefined, scale: Exact.one }
  }
}

/** Points that people enter lie within the leaf's; with as many digits as are printed they are printed as they stand. */
function isPrinted({ method, rounding }: CompiledLeaf, { den, scale }: NumberValue): boolean {
  if (method.scoring.method !== 'judgement' || den !== undefined) return false
  if (rounding !== 'none' && 'step' in rounding) return false
  return scale.equals(Exact.one.over(Exact.power10(printedDigits(rounding))))
}

function copied(plan: Plan, from: Register): Register {
  const num = plan.register()
  plan.add(new CopyStep(num, from))
  return num
}
