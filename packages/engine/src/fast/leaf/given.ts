import type { CompiledLeaf } from '../../compile/compiled.ts'
import { ratioUnit } from '../../compile/ratio-unit.ts'
import type { ScoreCurve } from '../../curve/score-curve.ts'
import { itemTruth } from '../condition/item-truth.ts'
import { asNumber, constantState } from '../constant.ts'
import { curveInput } from '../curve/data-target.ts'
import { timesConstant } from '../formula/arithmetic.ts'
import { formulaValue } from '../formula/formula-value.ts'
import type { EntryInput } from '../input.ts'
import { FAULT, MISSING } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue, Register } from '../value.ts'
import { checklistTable, checklistValue } from './checklist.ts'
import { judgedValue } from './judged.ts'
import { rankValue, recordsValue } from './row-methods.ts'
import { tableValue } from './table.ts'
import { UndeclaredStep } from './undeclared-step.ts'

/** What a leaf's method gives before it is clamped and rounded, in one of few forms; its state is the method's. */
export type Given =
  | { readonly by: 'curve'; readonly x: NumberValue; readonly curve: ScoreCurve }
  /** Points. */
  | { readonly by: 'value'; readonly value: NumberValue }
  /** Full points or none. */
  | { readonly by: 'truth'; readonly num: Register; readonly isCondition: boolean }
  /** The bits of judged elements, with the printed score of each set of them; `value` gives the same as points. */
  | {
      readonly by: 'elements'
      readonly num: Register
      readonly printed: readonly number[]
      readonly value: () => NumberValue
    }
  /** No points in any row. */
  | { readonly by: 'state'; readonly num: Register }
  /** The reference scores it. */
  | { readonly by: 'refused'; readonly reason: string }

/** Of every method but a share of siblings. */
export function givenBy(plan: Plan, leaf: CompiledLeaf, entry: () => EntryInput): Given {
  const { method } = leaf
  const { scoring, actual } = method
  if (method.broken !== undefined) return { by: 'state', num: constantState(plan, FAULT) }
  if (method.isUndeclared) return undeclared(plan, leaf)
  switch (scoring.method) {
    case 'ratio':
    case 'steps':
    case 'bands':
    case 'curve':
      return byCurve(plan, leaf)
    case 'pass': {
      const key = method.conditionKeys.get('pass')
      if (key !== undefined) return { by: 'truth', num: itemTruth(plan, key).num, isCondition: true }
      if (method.curve !== undefined) return byCurve(plan, leaf)
      return { by: 'truth', num: formulaValue(plan, actual!).num, isCondition: false }
    }
    case 'checklist': {
      const printed = checklistTable(leaf)
      if (printed !== undefined) {
        return { by: 'elements', num: entry().num, printed, value: () => checklistValue(plan, leaf, entry())! }
      }
      return orRefused(checklistValue(plan, leaf, entry()), 'elements')
    }
    case 'judgement':
    case 'levels':
      return { by: 'value', value: judgedValue(leaf, entry()) }
    case 'formula': {
      const value = asNumber(formulaValue(plan, method.formula!))
      return orRefused(value && timesConstant(plan, value, ratioUnit(method.formula!.result)), 'formula')
    }
    case 'table':
      return orRefused(tableValue(plan, leaf), 'table')
    case 'share-met':
      return { by: 'value', value: recordsValue(plan, leaf) }
    case 'rank':
      return { by: 'value', value: rankValue(plan, leaf) }
  }
}

function byCurve(plan: Plan, leaf: CompiledLeaf): Given {
  const input = curveInput(plan, leaf)
  return input === undefined ? { by: 'refused', reason: 'target' } : { by: 'curve', x: input.x, curve: input.curve }
}

function orRefused(value: NumberValue | undefined, reason: string): Given {
  return value === undefined ? { by: 'refused', reason } : { by: 'value', value }
}

function undeclared(plan: Plan, { method: { actual } }: CompiledLeaf): Given {
  if (actual === undefined) return { by: 'state', num: constantState(plan, MISSING) }
  const num = plan.register()
  plan.add(new UndeclaredStep(num, formulaValue(plan, actual).num))
  return { by: 'state', num }
}
