import { Exact, sum } from '@yardstick/model'
import type { CompiledNode } from '../../compile/compiled.ts'
import { NO_SCORE, SAFE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { BranchStep } from './branch-step.ts'
import type { Finish } from './finish.ts'
import { type Child, rowOfChildren, type Standing } from './row-of-children.ts'
import { mostOf } from './units.ts'

/** A child whose factor is made of its weight: Σ score × factor ÷ Σ weight is the branch's score. */
export interface WeightedChild extends Child {
  readonly weight: number
}

/** points × Σ weight × rate ÷ Σ weight, over the children that apply. */
export class WeightedMeanStep extends BranchStep {
  private readonly whole: number

  constructor(
    place: Standing,
    private readonly weighted: readonly WeightedChild[],
    private readonly finish: Finish,
  ) {
    super(place, weighted)
    this.whole = weighted.reduce((whole, { weight }) => whole + weight, 0)
  }

  protected all(memory: Memory, into: Float64Array, rows: number): boolean {
    this.addends.addUp(memory, into, rows)
    for (let row = 0; row < rows; row++) into[row] = this.mean(into[row]!, this.whole)
    return true
  }

  protected one(memory: Memory, at: number): number {
    const row = rowOfChildren.read(this.weighted, memory, at)
    if (row.blocking !== 0) return row.blocking | NO_SCORE
    if (row.present === 0) return this.notApplicable(memory, at, row.everyGives ? this.place.points : 0)
    let weight = 0
    for (const child of this.weighted) {
      if ((memory.statesOf(child.num)[at]! & NO_SCORE) === 0) weight += child.weight
    }
    return this.scored(memory, at, this.mean(row.total, weight), row.unverified, 0)
  }

  private mean(sum: number, weight: number): number {
    return weight === 0 ? 0 : weight < SAFE ? this.finish.one(sum, weight) : Number.NaN
  }
}

/**
 * The children with whole factors and weights: what multiplies all of them at once takes itself out.
 *
 * children  with the factors that bring their scores into common units
 * points    of the branch
 * fine      digits of those units
 * returns   undefined where they are too large
 */
export function weightedChildren(
  children: readonly Child[],
  nodes: readonly CompiledNode[],
  points: Exact,
  fine: number,
): WeightedChild[] | undefined {
  const weights = nodes.map(({ node }) => Exact.of(node.weight ?? '0'))
  const factors = nodes.map((node, index) =>
    node.points.sign === 0
      ? Exact.zero
      : points.times(weights[index]!).over(node.points).times(Exact.integer(children[index]!.factor)),
  )
  const unit = commonMeasure([...weights, ...factors])
  const [wholeWeights, wholeFactors] = [weights, factors].map((all) => all.map((each) => each.over(unit)))
  const scale = Exact.power10(fine)
  const most = sum(
    nodes.map((node, index) => {
      const perUnit = wholeFactors![index]!.over(Exact.integer(children[index]!.factor))
      return perUnit.times(mostOf(node)).times(scale)
    }),
  )
  if (Exact.integer(SAFE).atMost(most) || Exact.integer(SAFE).atMost(sum(wholeWeights!))) return undefined
  return children.map((child, index) => {
    const [factor, weight] = [Number(wholeFactors![index]!.numerator), Number(wholeWeights![index]!.numerator)]
    return { ...child, factor, weight }
  })
}

/** The largest number of which all are whole multiples. One of numbers that are all 0. */
function commonMeasure(numbers: readonly Exact[]): Exact {
  const measure = numbers.reduce((measure, each) => {
    const shared = Exact.ratio(1n, measure.denominator).over(Exact.integer(each.denominator))
    let [a, b] = [measure.over(shared).numerator, each.over(shared).numerator]
    while (b !== 0n) [a, b] = [b, a % b]
    return shared.times(Exact.integer(a))
  }, Exact.zero)
  return measure.sign === 0 ? Exact.one : measure
}
