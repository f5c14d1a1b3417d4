import { type BandsScoring, Exact, type PassScoring, type Target } from '@yardstick/model'
import type { Asking } from '../asking.ts'
import type { Row } from '../row.ts'
import type { Span } from '../rule-reading.ts'
import type { Edge, Statement } from '../statement.ts'
import type { Draft } from './draft.ts'
import { edgeOf, stretchOf } from './edges.ts'
import { Points } from './score-text.ts'

type Score = Extract<Statement, { kind: 'score' }>

/** A stretch of the value and what it gives. */
interface Piece {
  low?: Edge | undefined
  high?: Edge | undefined
  readonly score: string
  readonly at: Span
  readonly said: Score
}

/**
 * Scores of stretches of the value: all or nothing, or bands. Neighbours have to meet; whose an edge is, where neither
 * says it, is asked, and so are values that nobody claims. Of 90%以上得10分，80%以上得8分 the better one wins.
 */
export function assembleIntervals(statements: readonly Statement[], row: Row, asking: Asking): Draft | undefined {
  const scores = statements.filter((each) => each.kind === 'score')
  if (scores.length === 0) return undefined
  const best = bestOf(scores)
  const points = Points.of(row, best, asking)
  const pass = passOf(scores, points, row, asking)
  if (pass !== undefined) return pass
  const isOff = scores.some(({ extent }) => extent.is === 'off')
  const bands = isOff ? bandsOff(scores, points, row, asking) : bandsOf(scores, points, row, asking)
  return bands === undefined ? undefined : { scoring: bands }
}

function bestOf(scores: readonly Score[]): { points: string; at: Span } | undefined {
  if (scores.some(({ gives }) => gives === 'full' || gives === '100%')) return undefined
  const given = scores.filter(({ gives }) => /^\d/.test(gives) && !gives.endsWith('%'))
  const [best] = [...given].sort((one, other) => Exact.of(other.gives).compare(Exact.of(one.gives)))
  return best === undefined || Exact.of(best.gives).sign <= 0
    ? undefined
    : { points: best.gives, at: best.spans['gives'] ?? best }
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
    asking.mark('/scoring/threshold', full.spans.low ?? full.spans.high ?? full)
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
  if (extent.is !== 'between' || none === undefined) return undefined
  if (!isRest && !isComplement(full, none, row)) return undefined
  const low = edgeOf(extent.low, row)
  const high = edgeOf(extent.high, row)
  if ((extent.low !== undefined && low === undefined) || (extent.high !== undefined && high === undefined))
    return undefined
  const threshold = thresholdOf(low, high)
  if (threshold === undefined) return undefined
  return isTarget(threshold, row.target) ? marked({ method: 'pass' }) : marked({ method: 'pass', threshold })
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

/** Scores of stretches, from the lowest to the highest. */
function bandsOf(scores: readonly Score[], points: Points, row: Row, asking: Asking): BandsScoring | undefined {
  const pieces: Piece[] = []
  let otherwise: { score: string; said: Score } | undefined
  for (const each of scores) {
    const score = points.score(each.gives)
    if (score === undefined) return undefined
    if (each.extent.is === 'otherwise') {
      if (otherwise !== undefined) return undefined
      otherwise = { score, said: each }
      continue
    }
    const stretch = stretchOf(each.extent, row)
    if (stretch === undefined) return undefined
    pieces.push({ ...stretch, score, at: each, said: each })
  }
  return joined(pieces, otherwise, points, asking)
}

function joined(
  found: readonly Piece[],
  otherwise: { score: string; said: Score } | undefined,
  points: Points,
  asking: Asking,
): BandsScoring | undefined {
  if (found.length + (otherwise === undefined ? 0 : 1) < 2) return undefined
  const pieces = nested(found, points)
  if (pieces === undefined) return undefined
  pieces.sort((one, other) => startOf(one).compare(startOf(other)) || endOf(one).compare(endOf(other)))
  const [lowest] = pieces
  if (lowest === undefined) return undefined
  const bands: BandsScoring['bands'] = []
  const push = (from: string, included: boolean, score: string, piece: Piece | undefined) => {
    const last = bands.at(-1)
    if (last !== undefined && last.from === from && last.included === included) return false
    bands.push({ from, included, score })
    const pointer = `/scoring/bands/${bands.length - 1}`
    if (piece !== undefined) {
      asking.mark(`${pointer}/from`, piece.said.spans['low'] ?? piece.said.spans['high'])
      asking.mark(`${pointer}/score`, piece.said.spans['gives'])
    }
    return true
  }
  let bottom: string
  if (lowest.low === undefined) {
    bottom = lowest.score
    asking.mark('/scoring/otherwise', lowest.said.spans['gives'])
  } else {
    const isNothingBelow = Exact.of(lowest.low.value).sign === 0 && lowest.low.end !== 'out'
    if (otherwise !== undefined) {
      bottom = otherwise.score
      asking.mark('/scoring/otherwise', otherwise.said)
    } else if (isNothingBelow) bottom = lowest.score
    else {
      // A single value of 0: nothing lies below it either.
      const answer = asking.ask(
        { kind: 'gap', high: lowest.low.value, answers: ['none', 'upper'], proposal: 'none' },
        lowest.at,
      )
      bottom = answer === 'upper' ? lowest.score : '0'
    }
    if (
      !(isNothingBelow && otherwise === undefined) &&
      !push(lowest.low.value, lowest.low.end !== 'out', lowest.score, lowest)
    )
      return undefined
  }
  let below = lowest
  for (const piece of pieces.slice(1)) {
    const { high } = below
    const { low } = piece
    if (high === undefined || low === undefined) return undefined
    const gap = Exact.of(low.value).compare(Exact.of(high.value))
    if (gap < 0) return undefined
    if (gap === 0) {
      const owner = ownerOf(high, low)
      const isBetter = points.pointsOf(below.score).lessThan(points.pointsOf(piece.score))
      const included =
        owner ??
        (asking.ask(
          { kind: 'edge', edge: low.value, answers: ['upper', 'lower'], proposal: 'upper' },
          piece.said.spans['low'] ?? piece.at,
        ) ===
          'upper') ===
          isBetter
      if (!push(low.value, included, piece.score, piece)) return undefined
    } else if (otherwise !== undefined) {
      push(high.value, high.end === 'out', otherwise.score, undefined)
      push(low.value, low.end !== 'out', piece.score, piece)
    } else {
      const answer = asking.ask(
        { kind: 'gap', low: high.value, high: low.value, answers: ['lower', 'upper', 'none'], proposal: 'lower' },
        piece.said.spans['low'] ?? piece.at,
      )
      const isBetter = points.pointsOf(below.score).lessThan(points.pointsOf(piece.score))
      if (answer !== 'none' && (answer === 'upper') === isBetter) push(high.value, high.end === 'out', piece.score, piece)
      else {
        if (answer === 'none') push(high.value, high.end === 'out', '0', undefined)
        push(low.value, low.end !== 'out', piece.score, piece)
      }
    }
    below = piece
  }
  const { high } = below
  if (high !== undefined) {
    // 90%-100%: what is over 100% is not less than that.
    const isTop = high.value === '100%' && points.pointsOf(below.score).equals(points.full)
    if (otherwise !== undefined && !isTop) push(high.value, high.end === 'out', otherwise.score, undefined)
    else if (!isTop) {
      const answer = asking.ask(
        { kind: 'gap', low: high.value, answers: ['none', 'lower'], proposal: 'none' },
        below.at,
      )
      if (answer !== 'lower') push(high.value, high.end === 'out', '0', undefined)
    }
  }
  return bands.length === 0 ? undefined : { method: 'bands', otherwise: bottom, bands }
}

const FAR = Exact.power10(30)
const startOf = ({ low }: Piece) => (low === undefined ? FAR.negated() : Exact.of(low.value))
const endOf = ({ high }: Piece) => (high === undefined ? FAR : Exact.of(high.value))

/** 90%以上得10分，80%以上得8分: each reaches to where a better one begins. Undefined where they overlap otherwise. */
function nested(found: readonly Piece[], points: Points): Piece[] | undefined {
  const pieces = found.map((each) => ({ ...each }))
  const upward = pieces
    .filter(({ low, high }) => low !== undefined && high === undefined)
    .sort((one, other) => startOf(one).compare(startOf(other)))
  const downward = pieces
    .filter(({ low, high }) => low === undefined && high !== undefined)
    .sort((one, other) => endOf(one).compare(endOf(other)))
  const worth = ({ score }: Piece) => points.pointsOf(score)
  for (let index = 0; index + 1 < upward.length; index++) {
    const [one, next] = [upward[index]!, upward[index + 1]!]
    if (!worth(one).lessThan(worth(next))) return undefined
    one.high = { ...next.low!, end: next.low!.end === 'out' ? 'in' : 'out' }
  }
  for (let index = downward.length - 1; index > 0; index--) {
    const [one, before] = [downward[index]!, downward[index - 1]!]
    const isBetterBefore = worth(one).lessThan(worth(before))
    // 60%以下不得分，80%以下得5分: the worse one is the nearer to nothing.
    const isWorseBefore = worth(before).lessThan(worth(one))
    if (!isBetterBefore && !isWorseBefore) return undefined
    one.low = { ...before.high!, end: before.high!.end === 'in' ? 'out' : before.high!.end === 'out' ? 'in' : 'unsaid' }
  }
  return pieces
}

/** Whether the edge belongs to the upper one; undefined where they do not say, or both claim it. */
function ownerOf(high: Edge, low: Edge): boolean | undefined {
  if (low.end === 'unsaid') return high.end === 'unsaid' ? undefined : high.end === 'out'
  if (high.end === 'unsaid') return low.end === 'in'
  return high.end === low.end ? undefined : low.end === 'in'
}

/** ±10%以内得5分，±10-15%得3分: bands by how far the value is from the middle, the same on both sides. */
function bandsOff(scores: readonly Score[], points: Points, row: Row, asking: Asking): BandsScoring | undefined {
  const centres = new Set<string>()
  const pieces: Piece[] = []
  let otherwise: { score: string; said: Score } | undefined
  let isPercent = row.kind === 'rate'
  for (const each of scores) {
    const score = points.score(each.gives)
    if (score === undefined) return undefined
    if (each.extent.is === 'otherwise') otherwise = { score, said: each }
    else if (each.extent.is === 'off') {
      centres.add(each.extent.centre)
      const { low, high } = each.extent
      isPercent ||= [low, high].some((edge) => edge?.value.endsWith('%') === true)
      pieces.push({ low: low ?? { value: '0', end: 'in' }, high, score, at: each, said: each })
    } else return undefined
  }
  const [centre] = centres
  if (centre === undefined || centres.size > 1) return undefined
  const distance = joined(pieces, otherwise, points, asking)
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
