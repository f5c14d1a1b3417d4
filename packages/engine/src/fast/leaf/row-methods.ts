import { Exact, type ShareMetScoring } from '@yardstick/model'
import type { CompiledLeaf } from '../../compile/compiled.ts'
import { settle } from '../../evaluate/asking.ts'
import { rankOf } from '../../evaluate/methods/rank.ts'
import { shareOfRecords } from '../../evaluate/methods/share-met.ts'
import { askRecordsOf } from '../../evaluate/records.ts'
import { asNumber } from '../constant.ts'
import { formulaValue } from '../formula/formula-value.ts'
import { PRESENT, STATE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue, Register } from '../value.ts'
import { type RowMethod, RowMethodStep } from './row-method-step.ts'

/** 达标占比 over the records of a list, which are not in registers. */
export function recordsValue(plan: Plan, leaf: CompiledLeaf): NumberValue {
  const { of } = leaf.method.scoring as ShareMetScoring & { of: { list: string } }
  const method: RowMethod = (memory, row) => {
    const { inputs } = memory.reference(row)
    return shareOfRecords({ leaf, inputs, records: settle(askRecordsOf(leaf, inputs)) }, of.list)
  }
  return rowValue(plan, leaf, [], method, true)
}

/** 排名: a row's value among those of its group. */
export function rankValue(plan: Plan, leaf: CompiledLeaf): NumberValue {
  const { num, den, scale } = asNumber(formulaValue(plan, leaf.method.actual!))!
  const method: RowMethod = (memory, row) => {
    const state = memory.statesOf(num)[row]!
    if ((state & UNSURE) !== 0 || (state & STATE) !== PRESENT) return state
    const upper = BigInt(memory.values[num]![row]!)
    const lower = den === undefined ? 1n : BigInt(memory.values[den]![row]!)
    const value = Exact.ratio(upper * scale.numerator, lower * scale.denominator)
    const { subject, group } = memory.groupOf(row)
    return rankOf({ value, provisional: (state & UNVERIFIED) !== 0 }, leaf, subject, group)
  }
  return rowValue(plan, leaf, den === undefined ? [num] : [num, den], method, false)
}

function rowValue(
  plan: Plan,
  leaf: CompiledLeaf,
  reads: readonly Register[],
  method: RowMethod,
  readsDocument: boolean,
): NumberValue {
  const to = { num: plan.register(), den: plan.register() }
  plan.add(new RowMethodStep(to, leaf, reads, method, readsDocument))
  return { kind: 'number', ...to, scale: Exact.one }
}
