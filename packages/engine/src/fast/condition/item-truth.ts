import type { Plan } from '../plan.ts'
import type { TruthValue, Value } from '../value.ts'
import { conditionValue } from './condition-value.ts'

/**
 * The answer of a condition of the `items` stage, made once.
 *
 * valueOfFact  what an item, a measure or `evidence:` says
 */
export function itemTruth(plan: Plan, key: string, valueOfFact: (name: string) => Value): TruthValue {
  const found = plan.truthByKey.get(key)
  if (found !== undefined) return found
  const typed = plan.compiled.conditions.items?.conditions.get(key)
  if (typed === undefined) throw new Error(`itemTruth: no condition ${key}`)
  const truth = conditionValue(plan, typed, valueOfFact)
  plan.truthByKey.set(key, truth)
  return truth
}
