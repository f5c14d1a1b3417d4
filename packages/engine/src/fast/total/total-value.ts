import { Fill } from '../fill.ts'
import { UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { Register } from '../value.ts'

/**
 * The total and its grade.
 *
 * num    a whole number of units of 10^−digits; its state is PRESENT, NO_SCORE where the total is blocked, UNSURE where the
 *        reference is to say what the whole row is (also where a single node is UNSURE); UNVERIFIED is 暂定
 * grade  an index into the compiled scheme's grades, −1 for none
 * struck how many rules on the total and the grade held
 * lines  1 where more makes up the total than indicators and bonuses: rescaling, deductions, limit, rounding or a veto
 *
 * The last three are to be read only where there is a total.
 */
export interface TotalValue {
  readonly num: Register
  readonly digits: number
  readonly grade: Register
  readonly struck: Register
  readonly lines: Register
}

/**
 * Phases 5 and 6, once all nodes stand in `scoreById`. From then on a node there that hangs in an alternative which was not
 * chosen is NOT_APPLICABLE without a score, as results show it.
 */
export function totalValue(plan: Plan): TotalValue {
  const total = {
    num: plan.register(),
    digits: 2,
    grade: plan.register(),
    struck: plan.register(),
    lines: plan.register(),
  }
  plan.add(new Fill(total.num, 0, UNSURE))
  plan.add(new Fill(total.grade, -1, 0))
  plan.add(new Fill(total.struck, 0, 0))
  plan.add(new Fill(total.lines, 0, 0))
  return total
}
