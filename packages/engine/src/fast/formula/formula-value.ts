import type { Formula } from '@yardstick/formula'
import { stateOnly } from '../constant.ts'
import { UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { Value } from '../value.ts'

/** What a formula comes to. */
export function formulaValue(plan: Plan, formula: Formula): Value {
  const { type } = formula.result
  return stateOnly(plan, type, UNSURE)
}
