import { sum } from '@yardstick/model'
import type { CompiledBranch, CompiledNode } from '../../compile/compiled.ts'
import { printedDigits } from '../curve/printed.ts'
import { MISSING, NO_SCORE, PRESENT, SAFE, UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { ScoreValue } from '../value.ts'
import { AlternativesStep } from './alternatives-step.ts'
import { BestStep } from './best-step.ts'
import type { BranchStep } from './branch-step.ts'
import { choice } from './choice.ts'
import { EmptyStep } from './empty-step.ts'
import { Finish } from './finish.ts'
import { Printer } from './printer.ts'
import type { Child, Standing } from './row-of-children.ts'
import { SumStep } from './sum-step.ts'
import { mostOf, unitsOf } from './units.ts'
import { WeightedMeanStep, weightedChildren } from './weighted-mean-step.ts'

/** The step of one branch, from the printed scores of its children, which stand in `scoreById`; sets its own there. */
export function branchScore(plan: Plan, branch: CompiledBranch): BranchStep | EmptyStep {
  const counted = branch.children
    .filter((node) => !node.isBonus || branch.isBonus)
    .map((node): Counted => ({ node, score: plan.scoreById.get(node.node.id)! }))
  const score: ScoreValue = {
    num: plan.register(),
    digits: digitsOf(branch, counted),
    applicable: plan.register(),
    toSiblings: plan.register(),
  }
  const { num, applicable, toSiblings } = score
  const place = { num, applicable, toSiblings, points: plan.inPointsUnits(branch.points) }
  const step = stepOf(plan, branch, counted, { place, digits: score.digits })
  if (step === undefined) plan.refusals.set(branch.node.id, 'branch')
  plan.scoreById.set(branch.node.id, score)
  return step ?? new EmptyStep(place, UNSURE)
}

interface Counted {
  readonly node: CompiledNode
  readonly score: ScoreValue
}

/** Where nothing is rounded, sums of children are whole in what the finest of them is whole in. */
function digitsOf({ rounding, points }: CompiledBranch, counted: readonly Counted[]): number {
  const own = printedDigits(rounding)
  if (rounding !== 'none') return own
  return Math.max(own, points.decimalDigits!, ...counted.map(({ score }) => score.digits))
}

function stepOf(
  plan: Plan,
  branch: CompiledBranch,
  counted: readonly Counted[],
  { place, digits }: { readonly place: Standing; readonly digits: number },
): BranchStep | EmptyStep | undefined {
  const { points, rounding } = branch
  const combine = branch.node.combine ?? 'sum'
  const fine = Math.max(digits, points.decimalDigits!, ...counted.map(({ score }) => score.digits))
  const nodes = counted.map(({ node }) => node)
  const most = sum(nodes.map(mostOf))
  const printer = Printer.of(rounding, digits, fine)
  const whole = unitsOf(points.plus(most), fine) + printer.step
  const pointsWhole = unitsOf(sum([branch, ...nodes].map((node) => node.points)), plan.pointsDigits)
  if (Math.max(whole, pointsWhole) * MARGIN >= SAFE) return undefined
  const finish = new Finish(unitsOf(points, fine), unitsOf(most, fine), printer)
  const members = counted.map((each) => childOf(plan, each, fine))
  if (typeof combine === 'object') {
    const chosen = choice(plan, branch, nodes)
    return chosen === undefined ? undefined : new AlternativesStep(place, members, finish, chosen)
  }
  // Where a unit was to put indicators of its own and has not, nothing is known yet.
  if (members.length === 0) return new EmptyStep(place, branch.node.individual === true ? MISSING | NO_SCORE : PRESENT)
  switch (combine) {
    case 'sum':
      return new SumStep(place, members, finish)
    case 'weighted-mean': {
      const weighted = weightedChildren(members, nodes, points, fine)
      return weighted === undefined ? undefined : new WeightedMeanStep(place, weighted, finish)
    }
    default:
      return new BestStep(place, members, finish, unitsOf(points, fine), combine === 'minimum')
  }
}

/** Room for what rounding looks at. */
const MARGIN = 4

function childOf(plan: Plan, { node, score }: Counted, fine: number): Child {
  return {
    num: score.num,
    applicable: score.applicable,
    toSiblings: score.toSiblings,
    factor: 10 ** (fine - score.digits),
    points: plan.inPointsUnits(node.points),
  }
}
