import { Exact } from '@yardstick/model'
import { type Piece, type ScoreCurve, scoreAt } from '../curve/score-curve.ts'

/**
 * What a rule does at its edges, which is where rules are misread: for each edge of a score curve the values just below,
 * on and just above it that can be written, with their scores.
 */
export interface BoundaryValue {
  readonly x: Exact
  readonly edge: Exact
  readonly side: Side
  /** As the curve gives it, not yet clamped to the points nor rounded. */
  readonly score: Exact
}

export type Side = 'below' | 'on' | 'above'

/**
 * digits   of the step between neighbouring values: 0 for counts and days, 4 for rates
 * returns  ascending, each value once; no value `on` an edge that lies between two steps
 */
export function boundaryValues(curve: ScoreCurve, digits: number): BoundaryValue[] {
  const step = Exact.one.over(Exact.power10(digits))
  const values = edgesOf(curve).flatMap((edge) =>
    aroundEdge(edge, step).map((x) => ({ x, edge, side: sideOf(x, edge), score: scoreAt(curve, x) })),
  )
  return onceEach(values)
}

/** The grid values next to an edge, and the edge itself where it is on the grid. */
export function aroundEdge(edge: Exact, step: Exact): Exact[] {
  const [low, high] = [edge.over(step).floor().times(step), edge.over(step).ceiling().times(step)]
  return low.equals(high) ? [low.minus(step), low, high.plus(step)] : [low, high]
}

export function sideOf(x: Exact, edge: Exact): Side {
  const order = x.compare(edge)
  return order < 0 ? 'below' : order > 0 ? 'above' : 'on'
}

/** The ends of pieces and the stairs in between, ascending. Of many stairs those next to the zone and the last one. */
export function edgesOf(curve: ScoreCurve): Exact[] {
  const edges = curve.pieces.flatMap((piece) => [...(piece.to === null ? [] : [piece.to]), ...stairsIn(piece)])
  return onceEach(edges.map((x) => ({ x }))).map(({ x }) => x)
}

/** More stairs than this say nothing new. */
const MOST_STAIRS = 20

function stairsIn({ shape, from, to }: Piece): Exact[] {
  if (shape.kind !== 'staircase') return []
  const far = shape.side === 'below' ? from : to
  if (far === null) return []
  const count = Number(far.minus(shape.edge).abs().over(shape.size).ceiling().numerator) - 1
  const steps = count <= MOST_STAIRS ? range(count) : [...range(MOST_STAIRS - 1), count]
  return steps.map((each) => {
    const distance = shape.size.times(Exact.integer(each))
    return shape.side === 'below' ? shape.edge.minus(distance) : shape.edge.plus(distance)
  })
}

const range = (count: number) => Array.from({ length: Math.max(count, 0) }, (_, index) => index + 1)

/** Ascending by x; of equal ones that on its edge, else the first. */
function onceEach<T extends { readonly x: Exact; readonly side?: Side }>(values: readonly T[]): T[] {
  const sorted = [...values].sort((a, b) => a.x.compare(b.x) || Number(b.side === 'on') - Number(a.side === 'on'))
  return sorted.filter((value, index) => index === 0 || !sorted[index - 1]!.x.equals(value.x))
}
