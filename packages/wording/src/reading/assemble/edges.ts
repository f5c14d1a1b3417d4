import { conversion, Exact } from '@yardstick/model'
import type { Row } from '../row.ts'
import type { Edge, Extent } from '../statement.ts'

/** An extent on the row's own value; either side may be open. */
export interface Stretch {
  readonly low?: Edge | undefined
  readonly high?: Edge | undefined
}

/**
 * A condition as a stretch of the value that the row scores. 达标 takes its edge from the target. Of a number, 90% is a
 * share of its target (完成率); units are brought to the row's. Undefined where that cannot be said.
 */
export function stretchOf(extent: Extent, row: Row): Stretch | undefined {
  const { goal } = row
  switch (extent.is) {
    case 'between': {
      const low = edgeOf(extent.low, row)
      const high = edgeOf(extent.high, row)
      if ((extent.low !== undefined && low === undefined) || (extent.high !== undefined && high === undefined))
        return undefined
      return { low, high }
    }
    case 'reached':
    case 'in-time':
      return reachedOf(row)
    case 'missed':
    case 'late': {
      const reached = reachedOf(row)
      if (reached === undefined) return undefined
      if (reached.low !== undefined && reached.high === undefined)
        return { high: { ...reached.low, end: other(reached.low.end) } }
      if (reached.high !== undefined && reached.low === undefined)
        return { low: { ...reached.high, end: other(reached.high.end) } }
      return undefined
    }
    case 'by': {
      const { side, distance } = extent
      const way = side === 'below' ? -1 : 1
      if (goal === undefined) return undefined
      const isPercent = distance.value.endsWith('%')
      // 超过目标值30% of a rate: of the target, or points?
      if (isPercent && goal.value.endsWith('%')) return undefined
      // 超过目标值150%: half as much again, or two and a half times?
      if (isPercent && !Exact.of(distance.value).lessThan(Exact.one)) return undefined
      // 低于目标值80% is less than 80% of it; 低于目标值5% is 5% less.
      if (isPercent && side === 'below' && !Exact.of(distance.value).lessThan(Exact.of('0.5'))) {
        const share = Exact.of(goal.value).times(Exact.of(distance.value))
        return share.decimalDigits === undefined ? undefined : { high: { value: share.toText(), end: distance.end } }
      }
      const own = isPercent
        ? { ...distance, value: Exact.of(goal.value).times(Exact.of(distance.value)).toText() }
        : edgeOf(distance, row)
      if (own === undefined || own.value.endsWith('%')) return undefined
      const width = Exact.of(own.value)
      const value = Exact.of(goal.value).plus(way < 0 ? width.negated() : width)
      if (value.decimalDigits === undefined) return undefined
      const edge = { value: value.toText(), end: distance.end }
      return side === 'below' ? { high: { ...edge, end: 'in' } } : { low: edge }
    }
    case 'beyond':
      return goal?.comparator === '<=' ? { low: { value: goal.value, end: 'out' } } : undefined
    default:
      return undefined
  }
}

const other = (end: Edge['end']): Edge['end'] => (end === 'in' ? 'out' : 'in')

function reachedOf({ goal, target }: Row): Stretch | undefined {
  if (target !== undefined && 'low' in target)
    return { low: { value: target.low, end: 'in' }, high: { value: target.high, end: 'in' } }
  if (goal === undefined) return undefined
  const end = goal.comparator === '>' || goal.comparator === '<' ? 'out' : 'in'
  if (goal.comparator === '>=' || goal.comparator === '>') return { low: { value: goal.value, end } }
  if (goal.comparator === '<=' || goal.comparator === '<') return { high: { value: goal.value, end } }
  const only = { value: goal.value, end: 'in' } as const
  return { low: only, high: only }
}

/** An end in the value of the row: its unit, and not a share of something. */
export function edgeOf(edge: Edge | undefined, row: Row): Edge | undefined {
  if (edge === undefined) return undefined
  const { goal, kind } = row
  if (edge.value.endsWith('%')) {
    if (kind === 'rate' || kind === 'unknown') return { value: edge.value, end: edge.end }
    if (goal === undefined || goal.value.endsWith('%') || Exact.of(goal.value).sign === 0) return undefined
    const value = Exact.of(goal.value).times(Exact.of(edge.value))
    return value.decimalDigits === undefined ? undefined : { value: value.toText(), end: edge.end }
  }
  if (kind === 'date') return undefined
  // 达到95得满分, of a rate.
  if (kind === 'rate' && edge.unit === undefined) {
    if (edge.value === '0') return { value: '0%', end: edge.end }
    const isRatio = !Exact.one.lessThan(Exact.of(edge.value))
    return isRatio ? undefined : { value: `${edge.value}%`, end: edge.end }
  }
  const unit = row.context.unit ?? goal?.unit
  if (edge.unit === undefined || unit === undefined || edge.unit === unit)
    return { value: edge.value, end: edge.end, unit: edge.unit }
  const factor = conversion(edge.unit, unit)
  const value = factor === undefined ? undefined : Exact.of(edge.value).times(factor)
  return value?.decimalDigits === undefined ? undefined : { value: value.toText(), end: edge.end, unit }
}

/** ±5% around 100%, or around the target: both ends. */
export function zoneOf(
  extent: Extract<Extent, { is: 'off' }>,
  { goal, kind }: Row,
): { low: string; high: string } | undefined {
  const edge = extent.high ?? extent.low
  if (edge === undefined) return undefined
  const isPercent = edge.value.endsWith('%')
  const text = (value: Exact, inPercent: boolean) =>
    inPercent ? `${value.times(Exact.integer(100)).toText()}%` : value.toText()
  if (extent.centre === 'target') {
    if (goal === undefined) return undefined
    const width =
      isPercent && !goal.value.endsWith('%') ? Exact.of(goal.value).times(Exact.of(edge.value)) : Exact.of(edge.value)
    const ends = [Exact.of(goal.value).minus(width), Exact.of(goal.value).plus(width)].map((end) =>
      text(end, goal.value.endsWith('%')),
    )
    return { low: ends[0]!, high: ends[1]! }
  }
  // ±5% of a number is a share of something that is not said.
  if (isPercent && kind === 'number') return undefined
  const middle = Exact.of(extent.centre)
  return {
    low: text(middle.minus(Exact.of(edge.value)), isPercent),
    high: text(middle.plus(Exact.of(edge.value)), isPercent),
  }
}
