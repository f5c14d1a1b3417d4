import { Exact } from '@yardstick/model'
import type { Asking } from '../asking.ts'
import type { Span } from '../rule-reading.ts'
import type { Edge } from '../statement.ts'

/** A stretch of the value and what it gives: a score, or a formula of points. */
export interface Piece {
  readonly low?: Edge | undefined
  readonly high?: Edge | undefined
  readonly gives: string
  /** How much that is, to tell the better of two; of a formula about how much. */
  readonly worth: Exact
  readonly at: Span
  readonly spans: { readonly [part: string]: Span | undefined }
}

/** The whole line of values: what lies below the first edge, and what begins at each. */
export interface Segments {
  readonly bottom: Piece
  readonly above: readonly { readonly from: string; readonly included: boolean; readonly piece: Piece }[]
}

/**
 * Pieces in one line. Neighbours have to meet; whose an edge is, where neither says it, is asked, and so are values that
 * nobody claims. `otherwise` takes what is left. Undefined where they overlap.
 */
export function joined(
  found: readonly Piece[],
  otherwise: Piece | undefined,
  full: Exact,
  asking: Asking,
): Segments | undefined {
  if (found.length + (otherwise === undefined ? 0 : 1) < 2) return undefined
  const pieces = nested(found)
  if (pieces === undefined) return undefined
  pieces.sort((one, other) => startOf(one).compare(startOf(other)) || endOf(one).compare(endOf(other)))
  const [lowest] = pieces
  if (lowest === undefined) return undefined
  const nothing: Piece = { gives: '0', worth: Exact.zero, at: lowest.at, spans: {} }
  const above: { from: string; included: boolean; piece: Piece }[] = []
  const push = (from: string, included: boolean, piece: Piece) => {
    const last = above.at(-1)
    if (last !== undefined && last.from === from && last.included === included) return false
    if (last?.piece === piece || (last === undefined && bottom === piece)) return true
    above.push({ from, included, piece })
    return true
  }
  let bottom = lowest
  if (lowest.low !== undefined) {
    const { value, end } = lowest.low
    const isNothingBelow = Exact.of(value).sign === 0 && end !== 'out'
    if (otherwise !== undefined) bottom = otherwise
    else if (!isNothingBelow) {
      const answer = asking.ask({ kind: 'gap', high: value, answers: ['none', 'upper'], proposal: 'none' }, lowest.at)
      bottom = answer === 'upper' ? lowest : nothing
    }
    if (!push(value, end !== 'out', lowest)) return undefined
  }
  let below = lowest
  for (const piece of pieces.slice(1)) {
    const { high } = below
    const { low } = piece
    if (high === undefined || low === undefined) return undefined
    const distance = Exact.of(low.value).compare(Exact.of(high.value))
    if (distance < 0) return undefined
    const isBetter = below.worth.lessThan(piece.worth)
    const at = piece.spans['low'] ?? piece.spans['high'] ?? piece.at
    if (distance === 0) {
      const asked = () =>
        (asking.ask({ kind: 'edge', edge: low.value, answers: ['upper', 'lower'], proposal: 'upper' }, at) ===
          'upper') ===
        isBetter
      if (!push(low.value, (isTwice(below) ? undefined : ownerOf(high, low)) ?? asked(), piece)) return undefined
    } else if (areNeighbours(high, low)) {
      if (!push(low.value, true, piece)) return undefined
    } else if (otherwise !== undefined) {
      push(high.value, high.end === 'out', otherwise)
      push(low.value, low.end !== 'out', piece)
    } else {
      const answer = asking.ask(
        { kind: 'gap', low: high.value, high: low.value, answers: ['lower', 'upper', 'none'], proposal: 'lower' },
        at,
      )
      if (answer !== 'none' && (answer === 'upper') === isBetter) push(high.value, high.end === 'out', piece)
      else {
        if (answer === 'none') push(high.value, high.end === 'out', nothing)
        push(low.value, low.end !== 'out', piece)
      }
    }
    below = piece
  }
  const { high } = below
  if (high !== undefined) {
    // 90%-100%: what is over 100% is not less than that.
    const isTop = high.value === '100%' && below.worth.equals(full)
    if (otherwise !== undefined && !isTop) push(high.value, high.end === 'out', otherwise)
    else if (!isTop) {
      const answer = asking.ask(
        { kind: 'gap', low: high.value, answers: ['none', 'lower'], proposal: 'none' },
        below.at,
      )
      if (answer !== 'lower') push(high.value, high.end === 'out', nothing)
    }
  }
  return { bottom, above }
}

/** 6-9场, 10场以上: of whole pieces nothing lies between. */
function areNeighbours(high: Edge, low: Edge): boolean {
  const unit = low.unit ?? high.unit
  const isWhole = unit !== undefined && PIECES.test(unit)
  return isWhole && Exact.of(low.value).minus(Exact.of(high.value)).equals(Exact.one)
}

/** 1-3项得2分，3项以上得0分: the third is in both. */
function isTwice({ low, high }: Piece): boolean {
  const isCounted = PIECES.test(high?.unit ?? low?.unit ?? '')
  return isCounted && low !== undefined && high?.end === 'unsaid' && low.end === 'unsaid'
}

const PIECES =
  /^(?:个|人|人次|名|次|项|份|台|套|家|户|件|场|场次|期|篇|宗|起|条|处|所|座|辆|批|批次|册|本|班|支|间|例|部|天|日)$/

const FAR = Exact.power10(30)
const startOf = ({ low }: Piece) => (low === undefined ? FAR.negated() : Exact.of(low.value))
const endOf = ({ high }: Piece) => (high === undefined ? FAR : Exact.of(high.value))

type Open = { -readonly [K in keyof Piece]: Piece[K] }

/** 90%以上得10分，80%以上得8分: each reaches to where a better one begins. Undefined where they overlap otherwise. */
function nested(found: readonly Piece[]): Piece[] | undefined {
  const pieces: Open[] = found.map((each) => ({ ...each }))
  const upward = pieces
    .filter(({ low, high }) => low !== undefined && high === undefined)
    .sort((one, other) => startOf(one).compare(startOf(other)))
  const downward = pieces
    .filter(({ low, high }) => low === undefined && high !== undefined)
    .sort((one, other) => endOf(one).compare(endOf(other)))
  for (let index = 0; index + 1 < upward.length; index++) {
    const [one, next] = [upward[index]!, upward[index + 1]!]
    if (one.worth.equals(next.worth)) return undefined
    one.high = { ...next.low!, end: otherEnd(next.low!.end) }
  }
  for (let index = downward.length - 1; index > 0; index--) {
    const [one, before] = [downward[index]!, downward[index - 1]!]
    if (one.worth.equals(before.worth)) return undefined
    one.low = { ...before.high!, end: otherEnd(before.high!.end) }
  }
  return pieces
}

const otherEnd = (end: Edge['end']): Edge['end'] => (end === 'in' ? 'out' : end === 'out' ? 'in' : 'unsaid')

/** Whether the edge belongs to the upper one; undefined where they do not say, or both claim it. */
function ownerOf(high: Edge, low: Edge): boolean | undefined {
  if (low.end === 'unsaid') return high.end === 'unsaid' ? undefined : high.end === 'out'
  if (high.end === 'unsaid') return low.end === 'in'
  return high.end === low.end ? undefined : low.end === 'in'
}
