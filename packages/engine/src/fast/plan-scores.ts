import type { CompiledScheme } from '../compile/compiled.ts'
import { leafScores } from './leaf/leaf-scores.ts'
import { Plan } from './plan.ts'
import { type TotalValue, totalValue } from './total/total-value.ts'
import { treeScores } from './tree/tree-scores.ts'

/** The plan of a whole scheme: leaves, branches from the leaves up, total. */
export function planScores(compiled: CompiledScheme): { readonly plan: Plan; readonly total: TotalValue } {
  const plan = new Plan(compiled)
  leafScores(plan)
  treeScores(plan)
  const total = totalValue(plan)
  return { plan, total }
}
