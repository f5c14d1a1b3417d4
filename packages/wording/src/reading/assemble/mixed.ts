import { Exact, type StepCount } from '@yardstick/model'
import type { Asking } from '../asking.ts'
import type { Row } from '../row.ts'
import type { Said, Statement } from '../statement.ts'
import type { Draft } from './draft.ts'
import { edgeOf, type Stretch, stretchOf } from './edges.ts'
import { joined, type Piece, type Segments } from './pieces.ts'
import { bestSaid, Points } from './score-text.ts'
import { type Defined, itemsOf, ownItem, pointsFormula } from './value-formula.ts'

/**
 * Texts that say something else for each stretch of the value: full from 90% on, by a formula between 60% and 90%, nothing
 * below: a formula that asks where the value lies.
 */
export function assembleMixed(
  statements: readonly Statement[],
  row: Row,
  defined: Defined,
  asking: Asking,
): Draft | undefined {
  const value = defined.actual ?? row.value
  const scores = statements.filter((each): each is Said<'score'> => each.kind === 'score')
  // A formula may give more than any stretch does, and so may what is added by steps.
  const isOpenEnded = statements.some((each) => each.kind === 'formula' || (each.kind === 'steps' && each.isBonus))
  const points = Points.of(row, isOpenEnded ? undefined : bestSaid(scores), asking)
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
