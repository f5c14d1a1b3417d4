import { Exact } from '@yardstick/model'
import { joined, matrixOf, prioritiesOf } from './ahp.ts'
import { exactWeight, meanWeights, type Weighed } from './new-points.ts'
import type { Work } from './work.ts'

/** The weights that the chosen way comes to, in the order of the children; undefined while there are none. */
export function weightsOf(work: Work, { children }: Weighed): readonly Exact[] | undefined {
  switch (work.way) {
    case 'equal':
      return children.map(() => Exact.one)
    case 'proportional':
      return children.map((child) => Exact.of(child.points))
    case 'pairs': {
      const matrices = work.judgements.map((each) => matrixOf(children.length, each))
      return prioritiesOf(joined(matrices)).weights.map(exactWeight)
    }
    case 'experts':
      return meanWeights(givenWeights(work, children))
  }
}

/** Each expert's weights; what is not said is 0. */
export function givenWeights({ given }: Work, children: Weighed['children']): Exact[][] {
  return given.map((column) => children.map(({ id }) => Exact.parse(column[id] ?? '') ?? Exact.zero))
}
