import type { CompiledNode } from '../../compile/compiled.ts'
import type { Plan } from '../plan.ts'
import { branchScore } from './branch-score.ts'
import type { BranchStep } from './branch-step.ts'
import type { EmptyStep } from './empty-step.ts'
import { TreeStep } from './tree-step.ts'

/**
 * Phase 4: all branches, from the leaves up, once these stand in `scoreById`; sets `scoreById`. Idle alternatives are marked
 * there only by `totalValue`.
 */
export function treeScores(plan: Plan): void {
  const steps: (BranchStep | EmptyStep)[] = []
  const visit = (node: CompiledNode): void => {
    if (node.type === 'leaf') return
    node.children.forEach(visit)
    steps.push(branchScore(plan, node))
  }
  plan.compiled.roots.forEach(visit)
  if (steps.length > 0) plan.add(new TreeStep(steps.slice()))
}
