import { writeName } from '@yardstick/formula'
import { conversion, Exact, type Item, type StepCount, type StepsScoring, type StepsSide } from '@yardstick/model'
import type { Asking } from '../asking.ts'
import { amountOf, isSameNumber } from '../lexemes.ts'
import { nameOf, type Row } from '../row.ts'
import type { Span } from '../rule-reading.ts'
import type { Edge, ScoreStatement, Statement, StepsStatement } from '../statement.ts'
import type { Draft } from './draft.ts'
import { edgeOf, stretchOf, zoneOf } from './edges.ts'
import { asDistances } from './intervals.ts'
import { Points } from './score-text.ts'

type Steps = Extract<Statement, { kind: 'steps' }>
type Score = Extract<Statement, { kind: 'score' }>

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

/** What is counted in steps: the row's own value, or things that happened and days that are late. */
interface Measured {
  readonly kind: Row['kind']
  readonly unit: string | undefined
  /** The item that is counted where it is not the row's value. */
  readonly own: Pick<Draft, 'actual' | 'items'>
  /** It counts from 0 upwards. */
  readonly isCounted: boolean
}

function measuredBy(steps: readonly Steps[], full: Score | undefined, row: Row): Measured | undefined {
  const [first] = steps
  if (first === undefined) return undefined
  // 每少一项 of nothing that has a target counts what is missing.
  const isLacking =
    row.goal === undefined &&
    steps.every(({ extent }) => extent === undefined) &&
    (full === undefined || full.extent.is === 'described') &&
    steps.every(({ side, verb }) => side === 'below' && /^(?:缺|少|缺少|缺失|少.{1,4})$/.test(verb ?? ''))
  const isOccurrence = isLacking || steps.every(({ side }) => side === 'occurrence')
  // 每延长0.5天 of ≤8天 is the value itself, above its target.
  const isOwnTime =
    row.kind === 'number' && row.way === 'lower' && row.goal?.unit !== undefined && isTime(row.goal.unit)
  // 20天内拨付得5分，每晚1天: the time itself.
  const isWithin =
    full?.extent.is === 'between' && full.extent.low === undefined && isTime(full.extent.high?.unit ?? '')
  const isLate = steps.every(({ side }) => side === 'late') && !isOwnTime && !isWithin
  const { goal } = row
  if (isOccurrence || (isLate && row.kind !== 'date')) {
    const isOwn =
      goal === undefined ? false : !goal.value.endsWith('%') && (goal.unit === undefined || goal.unit === first.unit)
    const isCount =
      row.context.valueType === 'count' || /(?:天数|次数|件数|起数|例数|人数|个数|项数|时间|时长|工期)$/.test(row.name)
    const isRowCount =
      (row.kind === 'number' || isCount) &&
      (isOwn || (goal === undefined && (row.context.unit === first.unit || isCount)))
    // ≤3起, 每发生1起扣2分: of all of them, or of those beyond the third?
    if (isOwn && row.way === 'lower' && goal !== undefined && Exact.of(goal.value).sign !== 0) return undefined
    if (isRowCount && (goal === undefined || (Exact.of(goal.value).sign === 0 && row.way !== 'higher')))
      return { kind: 'number', unit: first.unit, own: {}, isCounted: true }
    const name = countedName(first, full, row)
    const item: Item = { id: name, type: isLate && first.unit !== '次' ? 'number' : 'count', unit: first.unit }
    const known = row.context.known?.has(name)
    return {
      kind: 'number',
      unit: first.unit,
      own: { actual: writeName(name), items: known ? [] : [item] },
      isCounted: true,
    }
  }
  if (steps.some(({ side }) => side === 'occurrence')) return undefined
  const hasPercent =
    steps.some(({ unit }) => unit === 'points') ||
    ((full?.extent.is === 'between' || full?.extent.is === 'off') &&
      (full.extent.low ?? full.extent.high)?.value.endsWith('%') === true)
  return {
    kind: row.kind === 'unknown' && hasPercent ? 'rate' : row.kind,
    unit: row.context.unit ?? goal?.unit ?? unitOf(full),
    own: {},
    isCounted: false,
  }
}

/** 1个月内办结得满分: the unit of what is measured. */
const unitOf = (full: Score | undefined) =>
  full?.extent.is === 'between' ? (full.extent.high ?? full.extent.low)?.unit : undefined

/** 发现1次不稳定状况 counts 不稳定状况次数; late days count 逾期天数. */
function countedName({ side, counted, unit }: StepsStatement, full: Score | undefined, row: Row): string {
  if (side === 'below') return nameOf(`${row.name}·缺少${unit.replace(/^个/, '')}数`)
  if (side === 'late') return `${row.name}·逾期${unit.replace(/^个/, '')}数`
  const what = (counted ?? '')
    .replace(/^的?(?:情况|现象|问题|行为|事件)$/, '')
    .replace(/^的/, '')
    .slice(0, 20)
  // 未发生失泄密事件得满分，每发生一起扣2分.
  const noun = full?.extent.is === 'none-occurred' ? full.extent.what : undefined
  if (what === '' && noun !== undefined) return nameOf(`${noun}${unit}数`)
  return nameOf(what === '' ? `${row.name}·${unit.replace(/^个/, '')}数` : `${what}${unit === '个' ? '个' : unit}数`)
}

/** 发生的，每次扣2分: from the first one on. */
const isAnyOf = ({ is }: ScoreStatement['extent']) => is !== 'between' && is !== 'by' && is !== 'either' && is !== 'off'
const NOUGHT: From = { from: '0', low: '0', high: '0' }

interface From {
  /** The field `from`; undefined where it is the target. */
  readonly from: StepsScoring['from']
  /** As numbers, where they are. */
  readonly low: string | undefined
  readonly high: string | undefined
}

function startOf(
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

/** A size in the unit of the value: 1000米 of a value in 公里 is 1; undefined where one is no number of the other. */
function inUnit(size: string, unit: string, goal: string | undefined): string | undefined {
  const amount = amountOf(`${size}${unit}`)
  const said = conversion(unit, goal) === undefined && amount?.unit !== undefined ? amount : { value: size, unit }
  if (goal === undefined || said.unit === undefined || isSameUnit(said.unit, goal)) return said.value
  const factor = conversion(said.unit, goal)
  const value = factor === undefined ? undefined : Exact.of(said.value).times(factor)
  return value?.decimalDigits === undefined ? undefined : value.toText()
}

/** 次 and 场, 人 and 名: what is counted one by one is called in several ways; 个 and 项 count anything. */
function isSameUnit(one: string, other: string): boolean {
  const [a, b] = [one, other].map((unit) => unit.replace(/^个(?=.)/, '').split(/[÷/]/u)[0]!)
  return (
    a === b ||
    [a, b].some((unit) => unit === '个' || unit === '项') ||
    SAME.some((words) => words.includes(a!) && words.includes(b!))
  )
}

const SAME: readonly (readonly string[])[] = [
  ['次', '场', '场次', '期', '班次', '批', '批次', '人次', '班', '轮', '起', '例', '件', '宗', '篇'],
  ['人', '名', '人次', '位'],
  ['天', '日', '自然日', '日历天'],
  ['月', '个月'],
  ['台', '套', '辆', '部', '台套', '台(套)', '件'],
  ['户', '家', '所', '项', '条', '处', '座', '件', '份', '本', '册', '篇'],
]

const isDays = (unit: string) => /^(?:天|日|个?自然日|日历天)$/.test(unit)

const isTime = (unit: string) => /^(?:天|日|个?工作日|小时|分钟|个?月|周|年)$/.test(unit)

const isCountUnit = (unit: string | undefined) =>
  unit !== undefined &&
  /^(?:个|人|人次|名|次|项|份|台|套|家|户|件|场|场次|期|篇|宗|起|条|处|所|座|辆|批|批次|册|本|班|支|间|例|盏|株|天|日|部)$/.test(
    unit,
  )
