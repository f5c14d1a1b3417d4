import { CivilDate, Exact, type Scoring, type Target } from '@yardstick/model'
import { dateOfDayNumber } from '@yardstick/wording'
import type { CurveView } from '../../evaluation/leaf-view.ts'
import type { RuleChange } from '../method/rule-change.ts'

/**
 * The places of a curve that can be dragged, each with the change of the rule it makes: edges of bands, anchors of a line,
 * thresholds, pass lines, and the indicator's own target where the rule has none of its own.
 */
export interface Handle {
  readonly key: string
  readonly kind: HandleKind
  /** In the unit of the value. */
  readonly x: Exact
  /** Points, where the handle moves up and down too. */
  readonly y?: Exact
  /** What it may not reach: its neighbours. */
  readonly low: Exact | null
  readonly high: Exact | null
  put(x: Exact, y?: Exact): RuleChange | undefined
}

export type HandleKind = 'edge' | 'anchor' | 'threshold' | 'target' | 'pass-line' | 'low' | 'high'

/** What is needed of a curve to place its handles. */
export type HandleGround = Pick<CurveView, 'ratioUnit' | 'target' | 'points'>

export function handlesOf(scoring: Scoring, target: Target | undefined, ground: HandleGround): Handle[] {
  switch (scoring.method) {
    case 'bands':
      return scoring.bands.map((band, index) => ({
        key: `edge-${index}`,
        kind: 'edge',
        x: toValue(band.from, ground),
        low: besides(scoring.bands[index - 1]?.from, ground),
        high: besides(scoring.bands[index + 1]?.from, ground),
        put: (x) => ({
          scoring: {
            ...scoring,
            bands: replaced(scoring.bands, index, { ...band, from: written(x, band.from, ground) }),
          },
        }),
      }))
    case 'curve':
      return scoring.anchors.map((anchor, index) => ({
        key: `anchor-${index}`,
        kind: 'anchor',
        x: toValue(anchor.at, ground),
        y: pointsOf(anchor.score, ground),
        low: besides(scoring.anchors[index - 1]?.at, ground),
        high: besides(scoring.anchors[index + 1]?.at, ground),
        put: (x, y) => ({
          scoring: {
            ...scoring,
            anchors: replaced(scoring.anchors, index, {
              at: written(x, anchor.at, ground),
              score: y === undefined ? anchor.score : scoreWritten(y, anchor.score, ground),
            }),
          },
        }),
      }))
    case 'steps': {
      const { from } = scoring
      if (from === undefined) return targetHandles(target, ground, (next) => ({ target: next }))
      if (typeof from === 'string') {
        return [
          open('threshold', toValue(from, ground), (x) => ({
            scoring: { ...scoring, from: written(x, from, ground) },
          })),
        ]
      }
      const [low, high] = [toValue(from.low, ground), toValue(from.high, ground)]
      return [
        {
          ...open('low', low, (x) => ({
            scoring: { ...scoring, from: { ...from, low: written(x, from.low, ground) } },
          })),
          high,
        },
        {
          ...open('high', high, (x) => ({
            scoring: { ...scoring, from: { ...from, high: written(x, from.high, ground) } },
          })),
          low,
        },
      ]
    }
    case 'pass':
      if (scoring.condition !== undefined) return []
      return scoring.threshold === undefined
        ? targetHandles(target, ground, (next) => ({ target: next }))
        : targetHandles(
            scoring.threshold,
            ground,
            (next) => ({ scoring: { ...scoring, threshold: next } }),
            'threshold',
          )
    case 'ratio': {
      const own = scoring.target
      const goal =
        own === undefined
          ? targetHandles(target, ground, (next) => ({ target: next }))
          : targetHandles(own, ground, (next) => ({ scoring: { ...scoring, target: next } }), 'threshold')
      return [...goal, ...passLine(scoring, ground)]
    }
    case 'rank': {
      const { rule } = scoring
      if (rule.by !== 'mean') return []
      return handlesOf(rule.scoring, undefined, ground).map((handle) => ({
        ...handle,
        put: (x, y) => {
          const inner = handle.put(x, y)?.scoring
          const isDistance = inner?.method === 'bands' || inner?.method === 'curve' || inner?.method === 'steps'
          return isDistance ? { scoring: { ...scoring, rule: { ...rule, scoring: inner } } } : undefined
        },
      }))
    }
    default:
      return []
  }
}

/** The pass line lies where completion × target does, or target ÷ completion of what should be small. */
function passLine(scoring: Extract<Scoring, { method: 'ratio' }>, { target }: HandleGround): Handle[] {
  if (scoring.passLine === undefined || target === null || !('value' in target)) return []
  const goal = Exact.fromText(target.value)
  const line = Exact.of(scoring.passLine)
  if (goal === undefined || goal.sign <= 0 || line.sign <= 0) return []
  const isHigher = target.comparator.startsWith('>')
  const put = (x: Exact): RuleChange | undefined => {
    if (x.sign <= 0) return undefined
    const share = (isHigher ? x.over(goal) : goal.over(x)).min(Exact.one).times(HUNDRED).round(0)
    return { scoring: { ...scoring, passLine: `${share.toText()}%` } }
  }
  const x = isHigher ? goal.times(line) : goal.over(line)
  return [{ ...open('pass-line', x, put), low: isHigher ? Exact.zero : null }]
}

/** A target is dragged in the value's unit and written back in its own; one that is data or a sentence stays where it is. */
function targetHandles(
  target: Target | undefined,
  ground: HandleGround,
  change: (next: Target) => RuleChange,
  kind: HandleKind = 'target',
): Handle[] {
  const seen = ground.target
  if (target === undefined || seen === null) return []
  const { written: _, ...plain } = target
  if ('value' in plain && 'value' in seen) {
    const x = Exact.fromText(seen.value)!
    const own = ownUnit(plain.value, x)
    return own === undefined ? [] : [open(kind, x, (to) => change({ ...plain, value: own(to) }))]
  }
  if ('date' in plain && 'value' in seen) {
    const put = (to: Exact) => {
      const day = dateOfDayNumber(to.round(0))
      return day === undefined ? undefined : change({ ...plain, date: day.text })
    }
    return [open(kind, Exact.integer(CivilDate.parse(plain.date)?.dayNumber ?? 0), put)]
  }
  if ('low' in plain && 'low' in seen) {
    const [low, high] = [Exact.fromText(seen.low)!, Exact.fromText(seen.high)!]
    const [ownLow, ownHigh] = [ownUnit(plain.low, low), ownUnit(plain.high, high)]
    if (ownLow === undefined || ownHigh === undefined) return []
    return [
      { ...open('low', low, (to) => change({ ...plain, low: ownLow(to) })), high },
      { ...open('high', high, (to) => change({ ...plain, high: ownHigh(to) })), low },
    ]
  }
  return []
}

/** How a place on the axis is written as this number is: in its unit, and with % where it has one. */
function ownUnit(text: string, x: Exact): ((to: Exact) => string) | undefined {
  const mark = text.endsWith('%') ? '%' : ''
  const stated = Exact.of(mark === '' ? text : text.slice(0, -1))
  if (stated.sign === 0 || x.sign === 0)
    return mark === '' ? (to) => decimal(to) : (to) => `${decimal(to.times(HUNDRED))}%`
  const factor = stated.over(x)
  return (to) => decimal(to.times(factor)) + mark
}

function open(kind: HandleKind, x: Exact, put: Handle['put']): Handle {
  return { key: kind, kind, x, low: null, high: null, put }
}

function toValue(text: string, { ratioUnit }: HandleGround): Exact {
  const value = Exact.of(text)
  return text.endsWith('%') ? value.over(Exact.fromText(ratioUnit)!) : value
}

function besides(text: string | undefined, ground: HandleGround): Exact | null {
  return text === undefined ? null : toValue(text, ground)
}

/** A value on the axis in the form that stood there: with % where it had one. */
function written(x: Exact, like: string, { ratioUnit }: HandleGround): string {
  return like.endsWith('%') ? `${decimal(x.times(Exact.fromText(ratioUnit)!).times(HUNDRED))}%` : decimal(x)
}

/** Points or a share of them → points. */
function pointsOf(score: string, { points }: Pick<HandleGround, 'points'>): Exact {
  return score.endsWith('%') ? Exact.of(score).times(Exact.of(points)) : Exact.of(score)
}

function scoreWritten(y: Exact, like: string, { points }: HandleGround): string {
  const whole = Exact.of(points)
  if (!like.endsWith('%') || whole.sign === 0) return decimal(y)
  return `${y.over(whole).times(HUNDRED).round(1).toText()}%`
}

function decimal(value: Exact): string {
  return value.decimalDigits === undefined ? value.round(6).toText() : value.toText()
}

function replaced<T>(values: readonly T[], index: number, value: T): T[] {
  return values.map((each, place) => (place === index ? value : each))
}

const HUNDRED = Exact.integer(100)
