import type { CompiledLeaf } from '../../compile/compiled.ts'
import type { Plan } from '../plan.ts'
import { LeafStep } from './leaf-step.ts'

/** Scores of all leaves (phases 1 to 3): sets `scoreById`, and `baseById` where somebody reads what methods left. */
export function leafScores(plan: Plan): void {
  for (const node of plan.compiled.nodes) if (node.type === 'leaf') refuse(plan, node, 'unwritten')
}

/** A leaf that always goes to the reference. */
function refuse(plan: Plan, leaf: CompiledLeaf, reason: string): void {
  plan.refusals.set(leaf.node.id, reason)
  const score = { num: plan.register(), digits: 6, applicable: plan.register(), toSiblings: plan.register() }
  plan.add(new LeafStep({ ...score, leaf, points: plan.inPointsUnits(leaf.points) }))
  plan.scoreById.set(leaf.node.id, score)
}
