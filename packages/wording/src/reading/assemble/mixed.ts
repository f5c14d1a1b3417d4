import { type CurveScoring, Exact, type Scoring, type StepCount } from '@yardstick/model'
import type { Asking } from '../asking.ts'
import type { Row } from '../row.ts'
import type { Edge, Statement } from '../statement.ts'
import type { Draft } from './draft.ts'
import { edgeOf, type Stretch, stretchOf } from './edges.ts'
import { joined, type Piece, type Segments } from './pieces.ts'
import { Points } from './score-text.ts'
import { type Defined, itemsOf, ownItem, pointsFormula } from './value-formula.ts'

type Said<K extends Statement['kind']> = Extract<Statement, { kind: K }>

/**
 * Texts that say something else for each stretch of the value: full from 90% on, by a formula between 60% and 90%, nothing
 * below. A curve where the stretch between is interpolated, else a formula that asks where the value lies.
 */
export function assembleMixed(
  statements: readonly Statement[],
  row: Row,
  defined: Defined,
  asking: Asking,
): Draft | undefined {
  const value = defined.actual ?? row.value
  const scores = statements.filter((each): each is Said<'score'> => each.kind === 'score')
  const points = Points.of(row, statedBest(scores, statements), asking)
  const constants: Piece[] = []
  const formulas: Piece[] = []
  let otherwise: Piece | undefined
  const add = (stretch: Stretch | undefined, piece: Piece, to: Piece[]): boolean => {
    if (stretch !== undefined) {
      to.push({ ...stretch, ...piece })
      return true
    }
    if (otherwise !== undefined) return false
    otherwise = piece
    return true
  }
  for (const each of statements) {
    if (each.kind === 'score') {
      const gives = points.score(each.gives)
      const stretch = each.extent.is === 'otherwise' ? undefined : stretchOf(each.extent, row)
      if (gives === undefined || (each.extent.is !== 'otherwise' && stretch === undefined)) return undefined
      if (!add(stretch, { gives, worth: points.pointsOf(gives), at: each, spans: each.spans }, constants))
        return undefined
    } else if (each.kind === 'formula' || each.kind === 'proportion' || each.kind === 'steps') {
      if (each.kind === 'formula' && !each.isScore) continue
      const gives = expressionOf(each, { scores, statements, value, points, row, asking })
      const stretch = extentStretch(each, row)
      if (gives === undefined || stretch === 'unclear') return undefined
      const piece = { gives, worth: row.points.times(Exact.of('0.5')), at: each, spans: each.spans }
      if (each.kind === 'steps' && each.isBonus) {
        // 达到85%得6分，每增加1个百分点加0.4分: what is added goes on from where the points begin.
        const base = constants.findIndex(
          ({ low, high, worth }) => low !== undefined && high === undefined && worth.sign > 0,
        )
        if (base < 0 || stretch !== undefined) return undefined
        constants[base] = { ...constants[base]!, gives }
        continue
      }
      if (!add(stretch, piece, formulas)) return undefined
    }
  }
  const isRate =
    scores.some(({ extent }) => extent.is === 'between' && (extent.low ?? extent.high)?.value.endsWith('%') === true) ||
    /%/.test(formulas.map(({ gives }) => gives).join(''))
  const items = statements.flatMap((each) => (each.kind === 'formula' && each.isScore ? itemsOf(each) : []))
  const others = items.filter(({ id }) => row.context.known?.has(id) !== true && !defined.names.has(id))
  if (constants.length === 0 && otherwise !== undefined && formulas.length === 0) {
    const isOwnValue = otherwise.gives.includes(value)
    return {
      scoring: { method: 'formula', formula: otherwise.gives },
      items: [...(isOwnValue ? ownItem(row, defined, isRate) : []), ...others],
    }
  }
  const segments = joined([...constants, ...formulas], otherwise, points.full, asking)
  if (segments === undefined) return undefined
  const formula = chainOf(segments, value)
  asking.mark(
    '/scoring/formula',
    statements.find((each) => each.kind === 'formula' || each.kind === 'proportion' || each.kind === 'steps'),
  )
  return { scoring: { method: 'formula', formula }, items: [...ownItem(row, defined, isRate), ...others] }
}

function statedBest(scores: readonly Said<'score'>[], statements: readonly Statement[]) {
  if (scores.some(({ gives }) => gives === 'full' || gives === '100%')) return undefined
  // A formula may give more than any stretch does.
  if (statements.some((each) => each.kind === 'formula' || (each.kind === 'steps' && each.isBonus))) return undefined
  const given = scores.filter(({ gives }) => /^\d/.test(gives) && !gives.endsWith('%'))
  const [best] = [...given].sort((one, other) => Exact.of(other.gives).compare(Exact.of(one.gives)))
  return best === undefined || Exact.of(best.gives).sign <= 0
    ? undefined
    : { points: best.gives, at: best.spans['gives'] ?? best }
}

function extentStretch(each: Said<'formula' | 'proportion' | 'steps'>, row: Row): Stretch | 'unclear' | undefined {
  const extent = 'extent' in each ? each.extent : undefined
  if (extent === undefined || extent.is === 'otherwise') return undefined
  return stretchOf(extent, row) ?? (extent.is === 'missed' ? undefined : 'unclear')
}

/** What an expression of points is made in. */
interface Making {
  readonly scores: readonly Said<'score'>[]
  readonly statements: readonly Statement[]
  readonly value: string
  readonly points: Points
  readonly row: Row
  readonly asking: Asking
}

/** The points of a stretch as a formula of the value. */
function expressionOf(each: Said<'formula' | 'proportion' | 'steps'>, making: Making): string | undefined {
  const { scores, value, row } = making
  const full = row.points.toText()
  if (each.kind === 'formula') {
    // 完成率 of a number is what it makes of its target, and not the number.
    const isShare = each.operands.some(
      ({ role, span }) =>
        role === 'self' && /率|比例|百分比/.test(making.asking.source.folded.slice(span.from, span.to)),
    )
    return isShare && row.kind === 'number' ? undefined : pointsFormula(each, value, row)
  }
  if (each.kind === 'steps') return stepsExpression(each, making)
  if (each.of !== 'score' || each.quotient === 'target÷actual') return undefined
  const { goal } = row
  const isOwn = row.kind === 'rate' || (row.kind === 'unknown' && goal === undefined)
  const isWhole = (edge: string | undefined) => edge === undefined || edge === '100%'
  if (isOwn && (goal === undefined || goal.value === '100%') && scores.every(({ extent }) => isWhole(fullEdge(extent))))
    return `${value} * ${full}`
  if (isOwn) return undefined
  return goal === undefined || row.way !== 'higher' || Exact.of(goal.value).sign <= 0
    ? undefined
    : `${value} / ${goal.value} * ${full}`
}

function fullEdge(extent: Said<'score'>['extent']): string | undefined {
  return extent.is === 'between' && extent.low !== undefined && extent.high === undefined ? extent.low.value : undefined
}

/** Deductions and gains by steps from the edge where the best of the text begins. */
function stepsExpression(
  each: Said<'steps'>,
  { scores, statements, value, points, row, asking }: Making,
): string | undefined {
  const base = scores.find(
    ({ gives, extent }) =>
      (gives === 'full' || /^\d/.test(gives)) && extent.is === 'between' && (extent.low ?? extent.high) !== undefined,
  )
  const deduct = points.amount(each.deduct)
  if (base?.extent.is !== 'between' || deduct === undefined) return undefined
  if (each.unit !== '%' && each.unit !== 'points') return undefined
  const isBelow = each.side === 'below' && !each.isBonus
  if (!isBelow && each.side !== 'above') return undefined
  const edge = edgeOf(isBelow || each.isBonus ? base.extent.low : base.extent.high, row)
  const start = points.score(base.gives)
  if (edge === undefined || start === undefined || !edge.value.endsWith('%')) return undefined
  const distance = isBelow ? `(${edge.value} - ${value})` : `(${value} - ${edge.value})`
  const count = countOfSteps(each, statements, row, asking)
  if (count === undefined) return undefined
  const quotient = `${distance} / ${each.size}`
  const steps = { prorata: quotient, whole: `ROUNDDOWN(${quotient}, 0)`, started: `ROUNDUP(${quotient}, 0)` }[count]
  return `${points.pointsOf(start).toText()} ${each.isBonus ? '+' : '-'} ${steps} * ${deduct}`
}

/** A formula has no scheme's way of counting to fall back on: it is said, asked, or the scheme's of today. */
function countOfSteps(
  each: Said<'steps'>,
  statements: readonly Statement[],
  row: Row,
  asking: Asking,
): StepCount | undefined {
  const said = new Set(statements.flatMap((other) => (other.kind === 'count' ? [other.count] : [])))
  if (said.size > 1) return undefined
  const [stated] = said
  if (stated !== undefined) return stated
  if (row.context.stepCount !== undefined) return row.context.stepCount
  const answer = asking.ask(
    { kind: 'step-count', answers: ['prorata', 'whole', 'started'] },
    each.spans['size'] ?? each,
  )
  return answer === 'whole' || answer === 'started' ? answer : 'prorata'
}

/** IF(v < 60%, 0, IF(v < 90%, …, 10)). */
function chainOf({ bottom, above }: Segments, value: string): string {
  const text = (piece: Piece) => (/^\d+(?:\.\d+)?%?$/.test(piece.gives) ? piece.worth.toText() : piece.gives)
  let chain = ''
  const pieces = [bottom, ...above.map(({ piece }) => piece)]
  for (const [index, { from, included }] of above.entries()) {
    chain += `IF(${value} ${included ? '<' : '<='} ${from}, ${text(pieces[index]!)}, `
  }
  return `${chain}${text(pieces.at(-1)!)}${')'.repeat(above.length)}`
}

/** 达到90%得满分，60%得基础分，之间按线性插值: points on a line between two anchors. */
export function assembleCurve(statements: readonly Statement[], row: Row, asking: Asking): Draft | undefined {
  const lines = statements.filter(
    (each): each is Said<'proportion'> => each.kind === 'proportion' && each.of === 'interpolation',
  )
  const scores = statements.filter((each): each is Said<'score'> => each.kind === 'score')
  const [line] = lines
  if (line === undefined || lines.length > 1) return undefined
  const points = Points.of(row, statedBest(scores, []), asking)
  const pieces: (Stretch & { score: string; said: Said<'score'> })[] = []
  for (const each of scores) {
    const score = points.score(each.gives)
    const stretch = stretchOf(each.extent, row)
    if (score === undefined || stretch === undefined) return undefined
    pieces.push({ ...stretch, score, said: each })
  }
  const stretch =
    line.extent === undefined || line.extent.is === 'otherwise' ? between(pieces) : stretchOf(line.extent, row)
  if (stretch?.low === undefined || stretch.high === undefined) return undefined
  const low = anchor(stretch.low, pieces, 'low')
  const high = anchor(stretch.high, pieces, 'high')
  if (low === undefined || high === undefined || Exact.of(low.at).compare(Exact.of(high.at)) >= 0) return undefined
  const worth = (score: string) => points.pointsOf(score)
  const isUp = worth(low.score).lessThan(worth(high.score))
  const outer = (side: 'below' | 'above') => {
    const at = side === 'below' ? low : high
    const beyond = pieces.filter((piece) =>
      side === 'below'
        ? piece.high !== undefined && piece.low === undefined
        : piece.low !== undefined && piece.high === undefined,
    )
    const zero = beyond.find(({ score }) => worth(score).sign === 0)
    if (zero !== undefined) return worth(at.score).sign === 0 ? ('hold' as const) : ('zero' as const)
    const holds = beyond.some(({ score }) => worth(score).equals(worth(at.score)))
    if (holds) return 'hold' as const
    // 90%得满分: more is not less; and nothing is said of what is worse than the worst.
    const isBetterSide = (side === 'above') === isUp
    if (isBetterSide) return 'hold' as const
    if (worth(at.score).sign === 0) return 'hold' as const
    const answer = asking.ask(
      {
        kind: 'gap',
        ...(side === 'below' ? { high: low.at } : { low: high.at }),
        answers: ['none', 'upper'],
        proposal: 'none',
      },
      at.said,
    )
    return answer === 'upper' ? ('hold' as const) : ('zero' as const)
  }
  const scoring: CurveScoring = {
    method: 'curve',
    anchors: [
      { at: low.at, score: low.score },
      { at: high.at, score: high.score },
    ],
    below: outer('below'),
    above: outer('above'),
  }
  asking.mark('/scoring/anchors/0', low.said)
  asking.mark('/scoring/anchors/1', high.said)
  asking.mark('/scoring', line)
  return { scoring: scoring as Scoring }
}

/** The score at an end of the line: of a piece that holds it, else of one that begins there. */
function anchor(
  edge: Edge,
  pieces: readonly (Stretch & { score: string; said: Said<'score'> })[],
  side: 'low' | 'high',
) {
  const value = Exact.of(edge.value)
  const isAt = (other: Edge | undefined) => other !== undefined && Exact.of(other.value).equals(value)
  const found =
    pieces.find(({ low, high }) => isAt(low) && isAt(high)) ??
    pieces.find(
      ({ low, high }) => (isAt(low) && low!.end === 'in') || (isAt(high) && high!.end !== 'out' && low === undefined),
    ) ??
    (side === 'high' ? pieces.find(({ low }) => isAt(low)) : undefined)
  return found === undefined ? undefined : { at: edge.value, score: found.score, said: found.said }
}

/** The one gap between pieces. */
function between(pieces: readonly (Stretch & { said: Said<'score'> })[]): Stretch | undefined {
  const edges = pieces.flatMap(({ low, high }) => [low, high]).filter((edge) => edge !== undefined)
  const values = [...new Map(edges.map((edge) => [Exact.of(edge.value).toJSON(), edge])).values()].sort((one, other) =>
    Exact.of(one.value).compare(Exact.of(other.value)),
  )
  return values.length === 2 ? { low: values[0], high: values[1] } : undefined
}
