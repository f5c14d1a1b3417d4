import { Exact, type RatioScoring, type Scoring, type Target } from '@yardstick/model'
import type { Asking } from '../asking.ts'
import { isSameNumber } from '../lexemes.ts'
import type { Row } from '../row.ts'
import type { Edge, ProportionStatement, Statement } from '../statement.ts'
import { assembleCurve } from './curve.ts'
import type { Draft } from './draft.ts'
import { edgeOf, stretchOf } from './edges.ts'
import { Points } from './score-text.ts'

/**
 * 按比例: in proportion to the target, or to the edge from which a text gives full points; below a pass line nothing.
 * 完成率×分值 is the same where completion is what the value makes of its target; where the value is itself a rate with
 * another target than 100% the two differ, and it is asked which one is meant.
 */
export function assembleProportion(statements: readonly Statement[], row: Row, asking: Asking): Draft | undefined {
  const shares = statements.filter((each) => each.kind === 'proportion')
  const scores = statements.filter((each) => each.kind === 'score')
  // 按完成率计算得分，得分=完成率×10分: the same twice.
  const [share] = [...shares].sort(
    (one, other) => Number(other.quotient !== undefined) - Number(one.quotient !== undefined),
  )
  if (share === undefined || new Set(shares.map(({ of, extent }) => JSON.stringify([of, extent]))).size > 1)
    return undefined
  if (shares.some(({ times }) => times !== undefined && !Exact.of(times).equals(row.points))) return undefined
  const full = scores.find(({ gives }) => gives === 'full' || gives === '100%' || isPoints(gives, row))
  const first =
    full ??
    scores.find(
      ({ gives, extent }) => /^\d+(\.\d+)?$/.test(gives) && gives !== '0' && ['reached', 'between'].includes(extent.is),
    )
  const none = scores.find(({ gives }) => gives === 'none' || gives === '0')
  if (scores.some((each) => each !== first && each !== none)) return undefined
  const points = Points.of(
    row,
    first !== undefined && /^\d/.test(first.gives) && !first.gives.endsWith('%')
      ? { points: first.gives, at: first.spans['gives'] ?? first }
      : undefined,
    asking,
  )
  if (points.start !== undefined) return undefined
  const goal = goalOf(first, share, row, asking)
  if (goal === 'unclear') return undefined
  if (goal === undefined) {
    asking.ask({ kind: 'target', answers: [] }, share)
    return undefined
  }
  const { target, value, way } = goal
  if (Exact.of(value).sign <= 0) return undefined
  // Less being better, only a quotient that is written out says in which proportion.
  if (way === 'lower') {
    if (share.quotient !== 'target÷actual' || share.extent?.is === 'between' || none !== undefined) return undefined
  } else if (share.quotient === 'target÷actual') return undefined
  else if (share.extent !== undefined && !isBelow(share.extent, value, none, row)) return undefined
  const passLine = passLineOf(none, share, value, row)
  if (passLine === 'unclear') return undefined
  if (share.quotient === 'actual' && value !== '100%') return undefined
  const ratio = (): Draft => {
    asking.mark('/scoring', share)
    if (first !== undefined && target !== undefined) asking.mark('/scoring/target', first.spans['low'] ?? first)
    if (passLine !== undefined) asking.mark('/scoring/passLine', none?.spans['high'] ?? none)
    const scoring: RatioScoring = {
      method: 'ratio',
      ...(target === undefined ? {} : { target }),
      ...(passLine === undefined ? {} : { passLine }),
    }
    return { scoring }
  }
  if (isWithinBand(share, value, row)) {
    const answer = asking.ask(
      {
        kind: 'ambiguous',
        readings: [`得分＝实际值÷${value}×分值`, '得分＝实际值×分值', '在两端的得分之间按比例插值'],
        answers: ['1', '2', '3'],
        proposal: '1',
      },
      share,
    )
    if (answer === '2') return timesPoints(value, passLine, row)
    if (answer === '3')
      return assembleCurve(
        statements.map((each) => (each === share ? { ...share, of: 'interpolation' } : each)),
        row,
        asking,
      )
    return ratio()
  }
  if (share.quotient === undefined && isRateItself(share.subject, value, row)) {
    const answer = asking.ask(
      {
        kind: 'ambiguous',
        readings: [`得分＝实际值÷${value}×分值`, '得分＝实际值×分值'],
        answers: ['1', '2'],
        proposal: '1',
      },
      share.spans['subject'] ?? share,
    )
    if (answer === '2') return timesPoints(value, passLine, row)
  }
  return ratio()
}

/** 60%-80%之间按比例得分 of a rate: of 80%, the rate itself, or from nothing at 60% to all at 80%. */
function isWithinBand({ extent, subject, quotient }: ProportionStatement, goal: string, row: Row): boolean {
  const isBetween = extent?.is === 'between' && extent.low !== undefined && extent.high !== undefined
  const isUnnamed = subject === undefined || /^(?:相应|实际|同等)?(?:比例|比率)$/.test(subject)
  return isBetween && isUnnamed && quotient === undefined && row.kind !== 'number' && goal !== '100%'
}

const isPoints = (gives: string, row: Row) =>
  /^\d/.test(gives) && !gives.endsWith('%') && Exact.of(gives).equals(row.points)

interface Goal {
  /** The field `target`; undefined where it is the row's. */
  readonly target: Target | undefined
  readonly value: string
  readonly way: 'higher' | 'lower'
}

function goalOf(
  first: Statement | undefined,
  share: Statement,
  row: Row,
  asking: Asking,
): Goal | 'unclear' | undefined {
  const { goal, way } = row
  const said = edgeSaid(first, row) ?? edgeSaid(share, row)
  if (said === 'unclear') return 'unclear'
  if (said === undefined) {
    // A rate that is shared out by itself is full at 100%.
    if (
      goal === undefined &&
      row.target === undefined &&
      row.kind === 'rate' &&
      share.kind === 'proportion' &&
      share.subject !== undefined &&
      isName(share.subject, row)
    )
      return { target: { comparator: '>=', value: '100%' }, value: '100%', way: 'higher' }
    if (goal === undefined) return row.target === undefined ? undefined : 'unclear'
    if (way !== undefined) return { target: undefined, value: goal.value, way }
    const answer = asking.ask({ kind: 'way', answers: ['>=', '<='], proposal: '>=' }, share)
    return {
      target: { ...atLeast(goal.value, goal.unit), comparator: answer === '<=' ? '<=' : '>=' } as Target,
      value: goal.value,
      way: answer === '<=' ? 'lower' : 'higher',
    }
  }
  // A target with = has no side; what gets full points from an edge upwards says it.
  if (goal !== undefined && isSameNumber(goal.value, said.value))
    return way === undefined
      ? { target: atLeast(goal.value, goal.unit), value: goal.value, way: 'higher' }
      : { target: undefined, value: goal.value, way }
  if (goal !== undefined) {
    const answer = asking.ask(
      { kind: 'target-differs', target: goal.value, said: said.value, answers: ['target', 'said'], proposal: 'said' },
      first ?? share,
    )
    if (answer === 'target' && way !== undefined) return { target: undefined, value: goal.value, way }
  }
  return { target: atLeast(said.value, said.unit), value: said.value, way: 'higher' }
}

const atLeast = (value: string, unit: string | undefined): Target => ({
  comparator: '>=',
  value,
  ...(unit === undefined ? {} : { unit }),
})

/** The edge from which on it is full; 未达到100%按… says it from the other side. */
function edgeSaid(statement: Statement | undefined, row: Row): Edge | 'unclear' | undefined {
  if (statement === undefined || (statement.kind !== 'score' && statement.kind !== 'proportion')) return undefined
  const { extent } = statement
  if (extent === undefined || extent.is !== 'between') return undefined
  const isFull = statement.kind === 'score'
  const edge = isFull ? (extent.low ?? extent.high) : extent.high
  if (edge === undefined) return undefined
  if (isFull && extent.low === undefined) return 'unclear'
  return edgeOf(edge, row) ?? 'unclear'
}

/** The proportion holds below the goal, from the pass line on where there is one. */
function isBelow(
  extent: NonNullable<Extract<Statement, { kind: 'proportion' }>['extent']>,
  goal: string,
  none: Statement | undefined,
  row: Row,
): boolean {
  if (extent.is === 'missed' || extent.is === 'otherwise') return true
  if (extent.is === 'reached') return true
  const stretch = stretchOf(extent, row)
  if (stretch === undefined) return false
  const { low, high } = stretch
  if (high !== undefined && !Exact.of(high.value).equals(Exact.of(goal))) return false
  if (low === undefined) return high !== undefined
  if (none === undefined || none.kind !== 'score') return Exact.of(low.value).sign === 0
  const nothing = stretchOf(none.extent, row)
  return (
    nothing?.high !== undefined && Exact.of(nothing.high.value).equals(Exact.of(low.value)) && nothing.low === undefined
  )
}

/** 低于60%不得分: on the completion, which of a target of 100% is the value itself. */
function passLineOf(
  none: Statement | undefined,
  share: Extract<Statement, { kind: 'proportion' }>,
  goal: string,
  row: Row,
): string | 'unclear' | undefined {
  if (none === undefined || none.kind !== 'score') return undefined
  if (none.extent.is === 'missed' || none.extent.is === 'otherwise')
    return none.extent.is === 'otherwise' && share.extent?.is === 'between' && share.extent.low !== undefined
      ? lineAt(edgeOf(share.extent.low, row), goal)
      : 'unclear'
  const stretch = stretchOf(none.extent, row)
  if (stretch?.high === undefined || stretch.low !== undefined) return 'unclear'
  if (stretch.high.end === 'in') return 'unclear'
  return lineAt(stretch.high, goal)
}

function lineAt(edge: Edge | undefined, goal: string): string | 'unclear' {
  if (edge === undefined) return 'unclear'
  const line = Exact.of(edge.value).over(Exact.of(goal)).times(Exact.integer(100))
  return line.decimalDigits === undefined ? 'unclear' : `${line.toText()}%`
}

/** Whether “按…率” may be the value itself rather than what it makes of its target. */
function isRateItself(subject: string | undefined, goal: string, row: Row): boolean {
  return row.kind === 'rate' && goal !== '100%' && subject !== undefined && !/^(?:实际)?完成比例$|^比例$/.test(subject)
}

const isName = (subject: string, row: Row) => {
  const bare = (text: string) => text.replace(/^(?:实际|项目|年度)|[（()）%]/g, '')
  return bare(subject).includes(bare(row.name)) || bare(row.name).includes(bare(subject))
}

/** 实际值×分值, full from the goal on. */
function timesPoints(goal: string, passLine: string | undefined, row: Row): Draft {
  const { points } = row.context
  const line =
    passLine === undefined ? undefined : Exact.of(passLine).times(Exact.of(goal)).times(Exact.integer(100)).toText()
  const inner = `IF(${row.value} >= ${goal}, ${points}, ${row.value} * ${points})`
  const formula = line === undefined ? inner : `IF(${row.value} < ${line}%, 0, ${inner})`
  const scoring: Scoring = { method: 'formula', formula }
  return {
    scoring,
    ...(row.context.actual === undefined && row.context.known?.has(row.name) !== true
      ? { items: [{ id: row.name, type: 'rate' }] }
      : {}),
  }
}
