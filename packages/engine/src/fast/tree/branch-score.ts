import type { CompiledBranch } from '../../compile/compiled.ts'
import { Fill } from '../fill.ts'
import { UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { ScoreValue } from '../value.ts'

/**
 * Phase 4 for one branch, from the printed scores of its children; sets `scoreById`. Branches come after all that is below
 * them. Idle alternatives are marked in `scoreById` only by `totalValue`.
 *
 * children  in the branch's order, bonus nodes included
 */
export function branchScore(plan: Plan, branch: CompiledBranch, children: readonly ScoreValue[]): ScoreValue {
  const num = plan.register()
  const score: ScoreValue = {
    num,
    digits: Math.max(0, ...children.map((child) => child.digits)),
    applicable: plan.register(),
    toSiblings: plan.register(),
  }
  plan.add(new Fill(num, 0, UNSURE))
  plan.scoreById.set(branch.node.id, score)
  return score
}
