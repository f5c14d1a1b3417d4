import { Exact, type Item, type StepCount, type StepsScoring, type StepsSide } from '@yardstick/model'
import type { Asking } from '../asking.ts'
import type { Row } from '../row.ts'
import type { Span } from '../rule-reading.ts'
import type { Edge, Said, ScoreStatement, Statement } from '../statement.ts'
import type { Draft } from './draft.ts'
import { stretchOf } from './edges.ts'
import { asDistances } from './intervals.ts'
import { type Measured, measuredBy } from './measured.ts'
import { Points } from './score-text.ts'
import { inUnit, isCountUnit, isDays, isTime } from './step-units.ts'
import { type From, startOf } from './steps-from.ts'

type Steps = Said<'steps'>
type Score = Said<'score'>

/**
 * Deductions by steps. Where they begin is said by what gets full points (95%以上得满分), by the clause itself
 * (低于95%的，每低…), by the size's own words (每低于95%1个百分点), or else it is the target; where two of them say it, they
 * have to agree.
 */
export function assembleSteps(statements: readonly Statement[], row: Row, asking: Asking): Draft | undefined {
  const steps = statements.filter((each) => each.kind === 'steps')
  const said = asDistances(statements.filter((each) => each.kind === 'score'))
  const scores = said.filter((each) => !isBase(each) || !said.some((other) => other !== each && !isBase(other)))
  if (steps.length === 0 || steps.length > 2 || steps.some(({ isBonus }) => isBonus)) return undefined
  const full = scores.find(({ gives, extent }) => isFull(gives, row) || isStart(gives, extent))
  const others = scores.filter((each) => each !== full)
  // 每次扣2分，及时整改的不扣分: what is let off is no start.
  const words = full?.spans['gives'] === undefined ? '' : asking.source.folded.slice(full.spans['gives'].from, full.to)
  if (full !== undefined && full.from > steps[0]!.from && full.extent.is !== 'between' && words.includes('扣'))
    return undefined
  const points = Points.of(
    row,
    full !== undefined && /^\d/.test(full.gives) && !full.gives.endsWith('%')
      ? { points: full.gives, at: full.spans['gives'] ?? full }
      : undefined,
    asking,
  )
  const measured = measuredBy(steps, full, row)
  if (measured === undefined) return undefined
  const from = startOf(steps, full, measured, row, asking)
  if (from === undefined) return undefined
  const sides: { below?: StepsSide; above?: StepsSide } = {}
  for (const each of steps) {
    const isZone =
      steps.length === 1 && (full?.extent.is === 'off' || (from.low !== from.high && /超出|偏/.test(each.verb ?? '')))
    const wanted: ('below' | 'above')[] | undefined = isZone ? ['below', 'above'] : sidesOf(each, from, measured, row)
    if (wanted === undefined) return undefined
    const side = sideOf(each, measured, row, points, asking)
    if (side === undefined) return undefined
    const limit = limitBehind(each, statements, steps)
    const whole = limit === undefined ? side : { ...side, limit: points.amount(limit.points!) ?? limit.points! }
    for (const name of wanted) {
      if (sides[name] !== undefined) return undefined
      sides[name] = whole
      asking.mark(`/scoring/${name}/size`, each.spans['size'])
      asking.mark(`/scoring/${name}/deduct`, each.spans['deduct'])
      if (limit !== undefined) asking.mark(`/scoring/${name}/limit`, limit)
    }
  }
  if (!others.every((each) => isFollowing(each, from, sides, points, row)))
    return cutOff(others, sides, measured, points, row)
  const count = countOf(statements, sides, measured, row, asking)
  if (count === 'unclear') return undefined
  if (full !== undefined) asking.mark('/scoring/from', full.spans['low'] ?? full.spans['high'] ?? full)
  const scoring: StepsScoring = {
    method: 'steps',
    ...(from.from === undefined ? {} : { from: from.from }),
    ...(points.start === undefined ? {} : { start: points.start }),
    ...sides,
    ...(count === undefined ? {} : { count }),
  }
  return { scoring, ...measured.own }
}

/** 以100%为标准 beside what gets full points says nothing more. */
const isBase = ({ spans, extent }: Score) => spans['gives'] === undefined && extent.is === 'between'

const isFull = (gives: string, row: Row) =>
  gives === 'full' ||
  gives === '100%' ||
  (/^\d/.test(gives) && !gives.endsWith('%') && Exact.of(gives).equals(row.points))

/** 得5分 of 10 where nothing worse is said of it: the points that the deduction starts from. */
function isStart(gives: string, extent: ScoreStatement['extent']): boolean {
  return (
    /^\d/.test(gives) &&
    !gives.endsWith('%') &&
    !['missed', 'late', 'otherwise', 'occurred', 'beyond'].includes(extent.is)
  )
}

/** On which sides a clause deducts; undefined where that contradicts the target. */
function sidesOf({ side, verb }: Steps, from: From, measured: Measured, row: Row): ('below' | 'above')[] | undefined {
  if (measured.isCounted) return ['above']
  const isTarget = from.from === undefined
  switch (side) {
    case 'below':
      return isTarget && row.way === 'lower' ? undefined : ['below']
    case 'above':
      return isTarget && row.way === 'higher' ? undefined : ['above']
    case 'late':
      if (row.kind !== 'date' && (row.way === 'lower' || from.from !== undefined)) return ['above']
      return row.kind === 'date' && row.way !== 'higher' ? ['above'] : undefined
    case 'off':
      if (/[或(]|增减|升降/.test(verb ?? '')) return ['below', 'above']
      if (row.way === 'higher' && isTarget) return ['below']
      if (row.way === 'lower' && isTarget) return ['above']
      return ['below', 'above']
    default:
      return undefined
  }
}

function sideOf(each: Steps, measured: Measured, row: Row, points: Points, asking: Asking): StepsSide | undefined {
  const deduct = points.amount(each.deduct)
  if (deduct === undefined || Exact.of(deduct).sign <= 0 || Exact.of(each.size).sign <= 0) return undefined
  const { size, unit } = each
  if (measured.isCounted)
    return row.kind === 'date' && isTime(unit) && !isDays(unit) ? undefined : { size, per: 'unit', deduct }
  if (unit === 'points') return measured.kind === 'rate' ? { size, per: 'percentage-point', deduct } : undefined
  if (unit === '%') {
    if (measured.kind === 'rate') return { size, per: 'percentage-point', deduct }
    if (measured.kind === 'date') return undefined
    const isSure =
      measured.kind === 'number' &&
      row.goal !== undefined &&
      (row.goal.unit !== undefined || row.context.unit !== undefined || row.context.valueType !== undefined)
    if (isSure) return { size, per: 'percent-of-target', deduct }
    const answer = asking.ask(
      {
        kind: 'percent-of',
        answers: ['percentage-point', 'percent-of-target'],
        proposal: measured.kind === 'number' ? 'percent-of-target' : 'percentage-point',
      },
      each.spans['size'] ?? each,
    )
    return { size, per: answer === 'percent-of-target' ? 'percent-of-target' : 'percentage-point', deduct }
  }
  if (measured.kind === 'date') return isDays(unit) ? { size, per: 'unit', deduct } : undefined
  if (measured.kind === 'rate') return undefined
  const own = inUnit(size, unit, measured.unit)
  return own === undefined ? undefined : { size: own, per: 'unit', deduct }
}

/** 最多扣2分, behind its own deduction; one of the whole points says nothing more than 扣完为止. */
function limitBehind(
  each: Steps,
  statements: readonly Statement[],
  steps: readonly Steps[],
): (Statement & { kind: 'settle' }) | undefined {
  const next = steps.find((other) => other.from > each.from)
  return statements.find(
    (other): other is Statement & { kind: 'settle' } =>
      other.kind === 'settle' &&
      other.what === 'limit' &&
      other.points !== undefined &&
      other.from > each.from &&
      (next === undefined || other.from < next.from),
  )
}

/** 每发现一起扣1分；发现三起及以上的，本项不得分: nothing from so many on, however little was taken before. */
function cutOff(
  others: readonly Score[],
  sides: { below?: StepsSide; above?: StepsSide },
  measured: Measured,
  points: Points,
  row: Row,
): Draft | undefined {
  const [only] = others
  const { above } = sides
  if (!measured.isCounted || above === undefined || others.length > 1 || only === undefined) return undefined
  const { extent } = only
  if (
    points.score(only.gives) !== '0' ||
    extent.is !== 'between' ||
    extent.low === undefined ||
    extent.high !== undefined ||
    extent.low.value.endsWith('%')
  )
    return undefined
  const value = measured.own.actual ?? row.value
  const taken = `${points.full.toText()} - ${value} / ${above.size} * ${above.deduct}`
  const items = measured.own.items?.map(({ unit: _, ...item }) => item)
  const own: Item[] =
    items ??
    (row.context.actual === undefined && row.context.known?.has(row.name) !== true
      ? [{ id: row.name, type: 'count' }]
      : [])
  return {
    scoring: {
      method: 'formula',
      formula: `IF(${value} ${extent.low.end === 'out' ? '>' : '>='} ${extent.low.value}, 0, ${taken})`,
    },
    items: own,
  }
}

/** Whether another score of the text says only what the steps give anyway. */
function isFollowing(
  { gives, extent }: Score,
  from: From,
  sides: { below?: StepsSide; above?: StepsSide },
  points: Points,
  row: Row,
): boolean {
  const score = points.score(gives)
  if (score === undefined) return false
  const stretch = stretchOf(extent, row)
  if (stretch === undefined) return false
  const { low, high } = stretch
  // Only “nothing” beyond a place where the steps have taken everything.
  if (!points.pointsOf(score).equals(Exact.zero)) return false
  const takes = (side: StepsSide | undefined, start: string | undefined, edge: Edge | undefined) => {
    if (side === undefined || start === undefined || edge === undefined || side.limit !== undefined) return false
    const distance = Exact.of(edge.value).minus(Exact.of(start)).abs()
    const size =
      side.per === 'percent-of-target'
        ? Exact.of(side.size).times(Exact.of(row.goal?.value ?? '0'))
        : Exact.of(side.size)
    if (size.sign <= 0) return false
    return !distance.over(size).floor().times(Exact.of(side.deduct)).lessThan(points.full)
  }
  if (high !== undefined && low === undefined) return takes(sides.below, from.low, high)
  if (low !== undefined && high === undefined) return takes(sides.above, from.high, low)
  return false
}

function countOf(
  statements: readonly Statement[],
  sides: { below?: StepsSide; above?: StepsSide },
  measured: Measured,
  row: Row,
  asking: Asking,
): StepCount | undefined | 'unclear' {
  const said = [
    ...statements.filter((each) => each.kind === 'count'),
    ...statements.filter((each) => each.kind === 'steps'),
  ].filter((each): each is typeof each & { count: StepCount } => each.count !== undefined)
  if (new Set(said.map(({ count }) => count)).size > 1) return 'unclear'
  if (said[0] !== undefined) {
    asking.mark('/scoring/count', said[0])
    return said[0].count
  }
  const isWholePieces = measured.isCounted ? true : row.context.valueType === 'count' || isCountUnit(measured.unit)
  const isUndivided = [sides.below, sides.above].every(
    (side) =>
      side === undefined || (side.per === 'unit' && side.size === '1' && (isWholePieces || measured.kind === 'date')),
  )
  if (isUndivided || row.context.stepCount !== undefined) return undefined
  const step = statements.find((each): each is Steps => each.kind === 'steps')
  const at: Span = step?.spans['size'] ?? { from: 0, to: 1 }
  const answer = asking.ask({ kind: 'step-count', answers: ['prorata', 'whole', 'started'] }, at)
  return answer === 'prorata' || answer === 'started' || answer === 'whole' ? answer : undefined
}
