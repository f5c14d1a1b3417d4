import { Exact } from '../exact.ts'
import { type Indicator, isBranch } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { Boundary, Origin } from '../schema/sharing.ts'

/** What may not be done with an indicator, each with who says so. */
export type NodeLimits = NonNullable<Origin['limits']>

/**
 * What the boundaries 可改范围 of one template mean for each of its indicators, by id. A boundary holds for its indicator
 * and all below it; what a nearer one says of the same matter counts instead. Locked means also that the points are fixed
 * and nothing is put under it, unless a boundary says so; where the lock ends, these end with it.
 */
export function resolveBoundaries(
  scheme: Pick<Scheme, 'indicators'>,
  boundaries: readonly Boundary[],
  by: string,
): Map<string, NodeLimits> {
  const limits = new Map<string, NodeLimits>()
  const own = new Map<string | undefined, Boundary[]>()
  for (const each of boundaries) own.set(each.indicator, [...(own.get(each.indicator) ?? []), each])
  const visit = (nodes: readonly Indicator[], above: Inherited) => {
    for (const node of nodes) {
      const here = (own.get(node.id) ?? []).reduce(within, above)
      const found = limitsFrom(here, node.points, by)
      if (found !== undefined) limits.set(node.id, found)
      if (isBranch(node)) visit(node.children, here)
    }
  }
  visit(scheme.indicators, (own.get(undefined) ?? []).reduce(within, FREE))
  return limits
}

interface Inherited {
  readonly isLocked: boolean
  readonly plusMinus: string | undefined
  /** What follows from the lock unless it is said otherwise nearer than the lock. */
  readonly arePointsFixed: boolean
  readonly mayAdd: boolean
  readonly isClosedByLock: boolean
}

const FREE: Inherited = {
  isLocked: false,
  plusMinus: undefined,
  arePointsFixed: false,
  mayAdd: true,
  isClosedByLock: false,
}

function within(above: Inherited, { mayChange, points, mayAdd }: Boundary): Inherited {
  const isLocked = mayChange === undefined ? above.isLocked : !mayChange
  const arePointsFixed = mayChange === undefined ? above.arePointsFixed : isLocked
  const isClosedByLock = mayChange === undefined ? above.isClosedByLock : isLocked
  return {
    isLocked,
    plusMinus: points?.plusMinus ?? above.plusMinus,
    arePointsFixed: points === undefined && arePointsFixed,
    mayAdd: mayAdd ?? above.mayAdd,
    isClosedByLock: mayAdd === undefined && isClosedByLock,
  }
}

function limitsFrom(here: Inherited, points: string, by: string): NodeLimits | undefined {
  const range = here.arePointsFixed ? '0' : here.plusMinus
  const isClosed = here.isClosedByLock || !here.mayAdd
  if (!here.isLocked && range === undefined && !isClosed) return undefined
  return {
    ...(here.isLocked ? { locked: by } : {}),
    ...(isClosed ? { closed: by } : {}),
    ...(range === undefined ? {} : { points: { ...around(points, range), by } }),
  }
}

function around(points: string, plusMinus: string) {
  const [middle, width] = [Exact.of(points), Exact.of(plusMinus)]
  return { least: middle.minus(width).max(Exact.zero).toText(), most: middle.plus(width).toText() }
}

/** Limits of a level above and of the one below it: both hold. */
export function bothLimits(above: NodeLimits | undefined, own: NodeLimits | undefined): NodeLimits | undefined {
  if (above === undefined || own === undefined) return above ?? own
  const [locked, closed] = [above.locked ?? own.locked, above.closed ?? own.closed]
  const points = bothRanges(above.points, own.points)
  return {
    ...(locked === undefined ? {} : { locked }),
    ...(closed === undefined ? {} : { closed }),
    ...(points === undefined ? {} : { points }),
  }
}

function bothRanges(above: NodeLimits['points'], own: NodeLimits['points']): NodeLimits['points'] {
  if (above === undefined || own === undefined) return above ?? own
  const [least, most] = [Exact.of(above.least).max(Exact.of(own.least)), Exact.of(above.most).min(Exact.of(own.most))]
  const isOwn = !Exact.of(above.least).equals(least) || !Exact.of(above.most).equals(most)
  return { least: least.toText(), most: most.toText(), by: isOwn ? own.by : above.by }
}
