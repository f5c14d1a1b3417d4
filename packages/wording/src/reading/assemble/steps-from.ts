import { Exact, type StepsScoring } from '@yardstick/model'
import type { Asking } from '../asking.ts'
import { isSameNumber } from '../lexemes.ts'
import type { Row } from '../row.ts'
import type { Edge, Said, ScoreStatement } from '../statement.ts'
import { edgeOf, zoneOf } from './edges.ts'
import type { Measured } from './measured.ts'

type Steps = Said<'steps'>
type Score = Said<'score'>

/** 发生的，每次扣2分: from the first one on. */
const isAnyOf = ({ is }: ScoreStatement['extent']) => is !== 'between' && is !== 'by' && is !== 'either' && is !== 'off'
const NOUGHT: From = { from: '0', low: '0', high: '0' }

/** Where deductions begin. */
export interface From {
  /** The field `from`; undefined where it is the target. */
  readonly from: StepsScoring['from']
  /** As numbers, where they are. */
  readonly low: string | undefined
  readonly high: string | undefined
}

export function startOf(
  steps: readonly Steps[],
  full: Score | undefined,
  measured: Measured,
  row: Row,
  asking: Asking,
): From | undefined {
  if (measured.isCounted) {
    // 无投诉得满分, 未发生得满分: it begins at nothing.
    const edge = full?.extent.is === 'between' ? (full.extent.high ?? full.extent.low) : undefined
    if (edge !== undefined && measured.own.actual === undefined) {
      const own = edgeOf(edge, row)
      if (own === undefined) return undefined
      return own.value === row.goal?.value
        ? { from: undefined, low: own.value, high: own.value }
        : { from: own.value, low: own.value, high: own.value }
    }
    // 报送10篇得满分，迟报一次扣1分: two values.
    if (edge !== undefined && Exact.of(edge.value).sign !== 0) return undefined
    // 超过2次的，每次扣1分.
    const [begin, ...more] = steps.flatMap(({ extent }) => (extent === undefined ? [] : [extent]))
    if (begin !== undefined) {
      const low = begin.is === 'between' && begin.high === undefined ? begin.low : undefined
      if (more.length > 0 || low?.end !== 'out' || low.value.endsWith('%')) return isAnyOf(begin) ? NOUGHT : undefined
      return { from: low.value, low: low.value, high: low.value }
    }
    const isTarget = measured.own.actual === undefined && row.goal !== undefined
    return { from: isTarget ? undefined : '0', low: '0', high: '0' }
  }
  const { target } = row
  const said = edgesSaid(steps, full, row)
  if (said === 'unclear') return undefined
  if (said === undefined) {
    if (target === undefined || 'text' in target) {
      asking.ask({ kind: 'target', answers: [] }, steps[0]!)
      return undefined
    }
    if ('low' in target) return { from: undefined, low: target.low, high: target.high }
    if ('value' in target) return { from: undefined, low: target.value, high: target.value }
    return { from: undefined, low: undefined, high: undefined }
  }
  const { low, high } = said
  const isZone = low !== high
  if (target !== undefined && 'low' in target) {
    const isSame = isZone && isSameNumber(low, target.low) && isSameNumber(high, target.high)
    if (isSame) return { from: undefined, low, high }
  }
  if (target !== undefined && 'value' in target && !isZone) {
    if (isSameNumber(low, target.value)) return { from: undefined, low, high }
    const answer = asking.ask(
      { kind: 'target-differs', target: target.value, said: low, answers: ['target', 'said'], proposal: 'said' },
      full ?? steps[0]!,
    )
    if (answer === 'target') return { from: undefined, low: target.value, high: target.value }
  }
  return { from: isZone ? { low, high } : low, low, high }
}

/** The edges that the text itself names. */
function edgesSaid(
  steps: readonly Steps[],
  full: Score | undefined,
  row: Row,
): { low: string; high: string } | 'unclear' | undefined {
  const lows = new Set<string>()
  const highs = new Set<string>()
  let isUnclear = false
  const add = (edge: Edge | undefined, to: Set<string>) => {
    const own = edgeOf(edge, row)
    if (own === undefined) isUnclear = true
    else to.add(own.value)
  }
  const isBelow = steps.some(({ side }) => side === 'below')
  const isAbove = steps.some(({ side }) => side === 'above' || side === 'late')
  if (full?.extent.is === 'between') {
    const { low, high } = full.extent
    if (low !== undefined) add(low, lows)
    if (high !== undefined) add(high, highs)
    if (low !== undefined && high === undefined && isAbove && !isBelow) isUnclear = true
    if (high !== undefined && low === undefined && isBelow && !isAbove) isUnclear = true
  }
  for (const { extent, side } of steps) {
    // 低于95%的，每低… begins at 95% from below.
    if (extent?.is !== 'between') continue
    if (side === 'below') add(extent.high ?? extent.low, lows)
    else if (side === 'above' || side === 'late') add(extent.low ?? extent.high, highs)
    else isUnclear = true
  }
  for (const extent of [full?.extent, ...steps.map((each) => each.extent)]) {
    if (extent?.is !== 'off') continue
    const zone = zoneOf(extent, row)
    if (zone === undefined) isUnclear = true
    else {
      lows.add(zone.low)
      highs.add(zone.high)
    }
  }
  if (isUnclear || lows.size > 1 || highs.size > 1) return 'unclear'
  const [low] = lows
  const [high] = highs
  if (low === undefined && high === undefined) return undefined
  if (low !== undefined && high !== undefined) return { low, high }
  // One edge for two sides is no zone that anybody drew.
  if (isBelow && isAbove) return 'unclear'
  return { low: (low ?? high)!, high: (low ?? high)! }
}
