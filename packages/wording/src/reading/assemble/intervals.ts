import { type BandsScoring, Exact, type Level, type PassScoring, type Target } from '@yardstick/model'
import type { Asking } from '../asking.ts'
import { isSameNumber } from '../lexemes.ts'
import type { Row } from '../row.ts'
import type { Edge, Extent, Statement } from '../statement.ts'
import type { Draft } from './draft.ts'
import { edgeOf, stretchOf } from './edges.ts'
import { joined, type Piece, type Segments } from './pieces.ts'
import { bestSaid, Points } from './score-text.ts'

type Score = Extract<Statement, { kind: 'score' }>

/**
 * Scores of stretches of the value: all or nothing, or bands. Neighbours have to meet; whose an edge is, where neither
 * says it, is asked, and so are values that nobody claims. Of 90%以上得10分，80%以上得8分 the better one wins.
 */
export function assembleIntervals(statements: readonly Statement[], row: Row, asking: Asking): Draft | undefined {
  const scores = asDistances(statements.filter((each) => each.kind === 'score'))
  if (scores.length === 0) return undefined
  if (scores.some((each) => isAgainst(each, row))) return undefined
  const best = bestSaid(scores)
  const points = Points.of(row, best, asking)
  const pass = passOf(scores, points, row, asking)
  if (pass !== undefined) return pass
  const found = findingsOf(scores, points, row, asking)
  if (found !== undefined) return found
  const isOff = scores.some(({ extent }) => extent.is === 'off')
  const bands = isOff ? bandsOff(scores, points, row, asking) : bandsOf(scores, points, row, asking)
  return bands === undefined ? undefined : { scoring: bands }
}

/** 调整率（绝对值）在10%以内: how far from nothing, on either side. */
export function asDistances(scores: readonly Score[]): readonly Score[] {
  if (!scores.some(({ subject }) => subject?.includes('绝对值'))) return scores
  return scores.map((each): Score => {
    const { extent } = each
    return extent.is === 'between' ? { ...each, extent: { ...extent, is: 'off', centre: '0' } } : each
  })
}

/** 95%以上得满分 of a target ≤95%: one of the two is a slip. */
function isAgainst({ extent, gives }: Score, row: Row): boolean {
  const { goal, way } = row
  if (gives !== 'full' && gives !== row.points.toText()) return false
  if (extent.is !== 'between' || goal === undefined || way === undefined) return false
  const { low, high } = extent
  return way === 'lower' ? low !== undefined && high === undefined : high !== undefined && low === undefined
}

/** 达到目标值得满分，否则不得分; 95%以上得满分，否则不得分. */
function passOf(scores: readonly Score[], points: Points, row: Row, asking: Asking): Draft | undefined {
  if (scores.length > 2 || points.start !== undefined) return undefined
  const full = scores.find(({ gives }) => isAll(points.score(gives), points, row))
  const none = scores.find((each) => each !== full)
  if (full === undefined) return undefined
  const noneScore = none === undefined ? '0' : points.score(none.gives)
  if (noneScore === undefined || Exact.of(noneScore).sign !== 0) return undefined
  const marked = (scoring: PassScoring): Draft => {
    asking.mark(
      scoring.threshold === undefined ? '/scoring' : '/scoring/threshold',
      full.spans.low ?? full.spans.high ?? full,
    )
    asking.mark('/scoring', full.spans.gives)
    if (none !== undefined) asking.mark('/scoring', none)
    return { scoring }
  }
  const isRest = none === undefined ? false : ['otherwise', 'missed', 'late', 'beyond'].includes(none.extent.is)
  const { extent } = full
  if (extent.is === 'reached' || extent.is === 'in-time') {
    const hasTarget = row.target !== undefined && !('text' in row.target)
    if (!hasTarget || (none !== undefined && !isRest && !isComplement(full, none, row))) return undefined
    if (extent.is === 'in-time' && row.kind !== 'date') return undefined
    if (none === undefined) return undefined
    return marked({ method: 'pass' })
  }
  if (extent.is === 'day' && none !== undefined && isRest) {
    const { target } = row
    const isOwn = target !== undefined && 'date' in target && target.comparator === '<=' && target.date === extent.date
    if (isOwn) return marked({ method: 'pass' })
    if (target !== undefined && !('date' in target)) return undefined
    return marked({ method: 'pass', threshold: { comparator: '<=', date: extent.date } })
  }
  if (extent.is !== 'between' || none === undefined) return undefined
  if (!isRest && !isComplement(full, none, row)) return undefined
  const low = edgeOf(extent.low, row)
  const high = edgeOf(extent.high, row)
  if ((extent.low !== undefined && low === undefined) || (extent.high !== undefined && high === undefined))
    return undefined
  const threshold = thresholdOf(low, high)
  if (threshold === undefined) return undefined
  const { target, way } = row
  if (isBare(full, asking)) {
    // 培训100人得满分，否则不得分 of ≥100人 is not exactly so many; of another target, or of none, nobody can tell.
    const isGoal = way !== undefined && 'value' in threshold && isSameNumber(threshold.value, row.goal!.value)
    if (isGoal) return marked({ method: 'pass' })
    if (target !== undefined && !('comparator' in target && target.comparator === '=')) return undefined
  }
  if (target !== undefined && 'value' in target && 'value' in threshold && target.value !== threshold.value) {
    const answer = asking.ask(
      {
        kind: 'target-differs',
        target: target.value,
        said: threshold.value,
        answers: ['target', 'said'],
        proposal: 'said',
      },
      full,
    )
    if (answer === 'target') return marked({ method: 'pass' })
  }
  return isTarget(threshold, row.target) ? marked({ method: 'pass' }) : marked({ method: 'pass', threshold })
}

/** 100人得满分: a number and no word on its sides. */
function isBare({ extent, from, spans }: Score, { source }: Asking): boolean {
  if (extent.is !== 'between' || extent.low === undefined || extent.low.value !== extent.high?.value) return false
  if (Exact.of(extent.low.value).sign === 0 || extent.low.value === '100%') return false
  return !/[=]|等于|为|是/.test(source.folded.slice(from, spans['gives']?.from ?? from))
}

function isAll(score: string | undefined, points: Points, row: Row): boolean {
  return score !== undefined && points.pointsOf(score).equals(row.points)
}

/** 95%以下不得分 beside 95%以上得满分: the same edge, which 以上 owns. */
function isComplement(full: Score, none: Score, row: Row): boolean {
  const one = stretchOf(full.extent, row)
  const other = stretchOf(none.extent, row)
  if (one === undefined || other === undefined) return false
  const meet = (upper: Edge | undefined, lower: Edge | undefined) =>
    upper !== undefined &&
    lower !== undefined &&
    Exact.of(upper.value).equals(Exact.of(lower.value)) &&
    upper.end !== 'unsaid' &&
    lower.end !== upper.end
  if (one.low !== undefined && one.high === undefined && other.low === undefined) return meet(one.low, other.high)
  if (one.high !== undefined && one.low === undefined && other.high === undefined) return meet(one.high, other.low)
  return false
}

function thresholdOf(low: Edge | undefined, high: Edge | undefined): Target | undefined {
  if (low !== undefined && high !== undefined) {
    if (Exact.of(low.value).equals(Exact.of(high.value))) return { comparator: '=', value: low.value, ...unitOf(low) }
    return low.end === 'in' && high.end === 'in' ? { low: low.value, high: high.value, ...unitOf(high) } : undefined
  }
  const edge = low ?? high
  if (edge === undefined || edge.end === 'unsaid') return undefined
  const comparator = low === undefined ? (edge.end === 'in' ? '<=' : '<') : edge.end === 'in' ? '>=' : '>'
  return { comparator, value: edge.value, ...unitOf(edge) }
}

const unitOf = ({ unit }: Edge) => (unit === undefined ? {} : { unit })

function isTarget(threshold: Target, target: Target | undefined): boolean {
  if (target === undefined) return false
  if ('low' in threshold)
    return (
      'low' in target &&
      Exact.of(threshold.low).equals(Exact.of(target.low)) &&
      Exact.of(threshold.high).equals(Exact.of(target.high))
    )
  if (!('value' in threshold) || !('value' in target)) return false
  return threshold.comparator === target.comparator && Exact.of(threshold.value).equals(Exact.of(target.value))
}

/** What somebody finds, and no number tells: 按时报送得2分，逾期得1分. The words of each clause are a grade. */
const FINDINGS: ReadonlySet<string> = new Set([
  'in-time',
  'late',
  'reached',
  'missed',
  'otherwise',
  'none-occurred',
  'occurred',
  'trend',
  'described',
])

function findingsOf(scores: readonly Score[], points: Points, row: Row, asking: Asking): Draft | undefined {
  const isNumber = row.target !== undefined && !('text' in row.target)
  const isFound = scores.every(({ extent }) => FINDINGS.has(extent.is))
  const isOfTarget = scores.some(({ extent }) => extent.is === 'reached' || extent.is === 'missed')
  if (!isFound || scores.length < 2 || (isNumber && (isOfTarget || row.kind === 'date'))) return undefined
  const levels: Level[] = []
  for (const [index, { extent, gives, from, spans }] of scores.entries()) {
    const score = points.score(gives)
    const share = score === undefined ? undefined : points.pointsOf(score).over(row.points).times(Exact.integer(100))
    if (share?.decimalDigits === undefined) return undefined
    const end = spans['words']?.to ?? spans['gives']?.from ?? from
    const words = asking.source
      .written(from, end)
      .replace(/(?:得|计|记|不|扣|的|，|,|：|:|\s|[（(])+$/u, '')
      .replace(/^[①-⑳\d.、（）()]+/u, '')
    const isRest = extent.is === 'otherwise' && words.length < 3
    levels.push({ name: isRest ? '其他情况' : words.slice(0, 200), share: `${share.toText()}%` })
    asking.mark(`/scoring/levels/${index}`, { from, to: spans['gives']?.to ?? end })
  }
  const isFalling = levels.every(
    ({ share }, index) => index === 0 || Exact.of(share!).lessThan(Exact.of(levels[index - 1]!.share!)),
  )
  if (
    !isFalling ||
    levels.some(({ name }) => name === '') ||
    new Set(levels.map(({ name }) => name)).size < levels.length
  )
    return undefined
  return { scoring: { method: 'levels', levels } }
}

/** Scores of stretches, from the lowest to the highest. */
function bandsOf(scores: readonly Score[], points: Points, row: Row, asking: Asking): BandsScoring | undefined {
  const pieces: Piece[] = []
  let otherwise: Piece | undefined
  // 培训100人得满分，培训80人得8分，其余不得分: what of 90?
  if (scores.filter((each) => isBare(each, asking) && !isNextTo(each, scores)).length > 1) return undefined
  for (const each of scores) {
    const score = points.score(each.gives)
    if (score === undefined) return undefined
    const piece = { gives: score, worth: points.pointsOf(score), at: each, spans: each.spans }
    if (each.extent.is === 'otherwise') {
      if (otherwise !== undefined) return undefined
      otherwise = piece
      continue
    }
    // 无投诉得6分，1-3件得4分: none of what is counted.
    const none: Extent = { is: 'between', low: { value: '0', end: 'in' }, high: { value: '0', end: 'in' } }
    if (each.extent.is === 'none-occurred' && !isOfCount(each, scores, row, asking)) return undefined
    const extents =
      each.extent.is === 'either' ? each.extent.extents : each.extent.is === 'none-occurred' ? [none] : [each.extent]
    for (const extent of extents) {
      const stretch = stretchOf(extent, row)
      if (stretch === undefined) return undefined
      pieces.push({ ...stretch, ...piece })
    }
  }
  return bandsFrom(joined(pieces, otherwise, points.full, asking), asking)
}

/** 无投诉得6分，1-3件得4分; 未提供佐证材料的不得分 beside 95%以上得满分 is no value of nought. */
function isOfCount(each: Score, scores: readonly Score[], row: Row, asking: Asking): boolean {
  const words = asking.source.folded.slice(each.from, each.to)
  const hasShare = scores.some(
    ({ extent }) => extent.is === 'between' && (extent.low ?? extent.high)?.value.endsWith('%') === true,
  )
  return row.kind !== 'rate' && !hasShare && !/材料|资料|佐证|提供|制度|此项|该项|上年|但/.test(words)
}

/** 1个得3分，2个得2分: of whole pieces one after the other nothing lies between. */
function isNextTo({ extent }: Score, scores: readonly Score[]): boolean {
  const value = extent.is === 'between' ? extent.low?.value : undefined
  if (value === undefined || value.endsWith('%')) return false
  return scores.some((other) => {
    const edges = other.extent.is === 'between' ? [other.extent.low, other.extent.high] : []
    return edges.some(
      (edge) => edge !== undefined && Exact.of(edge.value).minus(Exact.of(value)).abs().equals(Exact.one),
    )
  })
}

function bandsFrom(segments: Segments | undefined, asking: Asking): BandsScoring | undefined {
  if (segments === undefined || segments.above.length === 0) return undefined
  asking.mark('/scoring/otherwise', segments.bottom.spans['gives'])
  segments.above.forEach(({ piece }, index) => {
    const pointer = `/scoring/bands/${index}`
    asking.mark(`${pointer}/from`, piece.spans['low'] ?? piece.spans['high'])
    asking.mark(`${pointer}/score`, piece.spans['gives'])
  })
  return {
    method: 'bands',
    otherwise: segments.bottom.gives,
    bands: segments.above.map(({ from, included, piece }) => ({ from, included, score: piece.gives })),
  }
}

/** ±10%以内得5分，±10-15%得3分: bands by how far the value is from the middle, the same on both sides. */
function bandsOff(scores: readonly Score[], points: Points, row: Row, asking: Asking): BandsScoring | undefined {
  const centres = new Set<string>()
  const pieces: Piece[] = []
  let otherwise: Piece | undefined
  let isPercent = row.kind === 'rate'
  for (const each of scores) {
    const score = points.score(each.gives)
    if (score === undefined) return undefined
    const piece = { gives: score, worth: points.pointsOf(score), at: each, spans: each.spans }
    if (each.extent.is === 'otherwise') otherwise = piece
    else if (each.extent.is === 'off') {
      centres.add(each.extent.centre)
      const { low, high } = each.extent
      isPercent ||= [low, high].some((edge) => edge?.value.endsWith('%') === true)
      pieces.push({ low: low ?? { value: '0', end: 'in' }, high, ...piece })
    } else return undefined
  }
  const [centre] = centres
  if (centre === undefined || centre === 'target' || centres.size > 1) return undefined
  const distance = bandsFrom(joined(pieces, otherwise, points.full, asking), asking)
  if (distance === undefined) return undefined
  const middle = Exact.of(centre)
  const text = (value: Exact) => (isPercent ? `${value.times(Exact.integer(100)).toText()}%` : value.toText())
  const outward = distance.bands
  const mirrored: BandsScoring['bands'] = []
  const scoresIn = [distance.otherwise, ...outward.map(({ score }) => score)]
  for (let index = outward.length - 1; index >= 0; index--) {
    const { from, included } = outward[index]!
    mirrored.push({ from: text(middle.minus(Exact.of(from))), included: !included, score: scoresIn[index]! })
  }
  for (const { from, included, score } of outward)
    mirrored.push({ from: text(middle.plus(Exact.of(from))), included, score })
  return { method: 'bands', otherwise: scoresIn.at(-1)!, bands: mirrored }
}
