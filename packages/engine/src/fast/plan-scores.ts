import type { CompiledNode, CompiledScheme } from '../compile/compiled.ts'
import { leafScores } from './leaf/leaf-scores.ts'
import { Plan } from './plan.ts'
import { type TotalValue, totalValue } from './total/total-value.ts'
import { branchScore } from './tree/branch-score.ts'
import type { ScoreValue } from './value.ts'

/** The plan of a whole scheme: leaves, branches from the leaves up, total. */
export function planScores(compiled: CompiledScheme): { readonly plan: Plan; readonly total: TotalValue } {
  const plan = new Plan(compiled)
  leafScores(plan)
  const visit = (node: CompiledNode): ScoreValue =>
    node.type === 'leaf' ? plan.scoreById.get(node.node.id)! : branchScore(plan, node, node.children.map(visit))
  for (const root of compiled.roots) visit(root)
  const total = totalValue(plan)
  return { plan, total }
}
