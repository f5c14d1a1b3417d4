import { namedValue } from '../names.ts'
import type { Plan } from '../plan.ts'
import type { TruthValue } from '../value.ts'
import { conditionValue } from './condition-value.ts'

/** The answer of a condition of the `items` stage, made once. */
export function itemTruth(plan: Plan, key: string): TruthValue {
  const found = plan.truthByKey.get(key)
  if (found !== undefined) return found
  const typed = plan.compiled.conditions.items?.conditions.get(key)
  if (typed === undefined) throw new Error(`itemTruth: no condition ${key}`)
  const truth = conditionValue(plan, typed, (fact) => namedValue(plan, fact)!)
  plan.truthByKey.set(key, truth)
  return truth
}
