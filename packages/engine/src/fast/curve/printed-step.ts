import { Exact, type Rounding } from '@yardstick/model'
import type { Shape, Staircase } from '../../curve/score-curve.ts'
import { SAFE } from '../lane.ts'
import type { Finish, PieceUnits } from './curve-table.ts'
import { printedDigits } from './printed.ts'
import { greatestCommonDivisor, Ratio } from './ratio.ts'

/** A piece without the bounds it is held between. */
export type ShapeUnits = Omit<PieceUnits, 'lo' | 'hi' | 'least' | 'most'>

/** (onNum·num + onDen·den) ÷ (below·den + belowNum·num) in whole numbers. */
interface Quotient {
  readonly onNum: number
  readonly onDen: number
  readonly below: number
  readonly belowNum: number
}

/** A piece whose points are its bounds. */
export const LEVEL_UNITS: ShapeUnits = { a: 0, b: 0, c: 1, e: 0, f: 0, q: 0, m: 0, w: 0, u: 1 }

/** What points are rounded to: a multiple of a step, or for `none` of the last digit that is printed. */
export class PrintedStep {
  private constructor(
    private readonly unit: Ratio,
    /** The step in printed units. */
    private readonly units: number,
    private readonly mode: 'half' | 'up' | 'down',
    readonly finish: Finish,
  ) {}

  static of(rounding: Rounding): PrintedStep {
    if (rounding === 'none') return TO_THE_LAST
    let found = known.get(rounding)
    if (found === undefined) {
      found = PrintedStep.made(rounding)
      known.set(rounding, found)
    }
    return found
  }

  private static made(rounding: Exclude<Rounding, 'none'>): PrintedStep {
    const last = Exact.one.over(Exact.power10(printedDigits(rounding)))
    const unit = 'step' in rounding ? Exact.of(rounding.step) : last
    const mode = rounding.mode ?? 'half-up'
    return new PrintedStep(
      Ratio.of(unit),
      Number(unit.over(last).numerator),
      mode === 'up' || mode === 'down' ? mode : 'half',
      mode === 'half-even' ? 'even' : 'floor',
    )
  }

  /** Of points that are not rounded: `unit` is one in which they are counted. */
  static exact(unit: Exact): PrintedStep {
    return new PrintedStep(Ratio.of(unit), 1, 'down', 'whole')
  }

  /** Points between 0 and the top, rounded, in printed units; NaN where they are not whole there, or too many. */
  printed(score: Ratio, top: Ratio): number {
    const within = score.num <= 0 ? Ratio.zero : top.lessThan(score) ? top : score
    const { num, den } = within.over(this.unit)
    const rest = num % den
    if (rest === 0) return (num / den) * this.units
    if (this.finish === 'whole') return Number.NaN
    const whole = (num - rest) / den
    const isUp =
      this.mode === 'up' ||
      (this.mode === 'half' && (2 * rest > den || (2 * rest === den && (this.finish !== 'even' || whole % 2 === 1))))
    return (isUp ? whole + 1 : whole) * this.units
  }

  shape(shape: Shape, scale: Ratio): ShapeUnits {
    switch (shape.kind) {
      case 'linear': {
        const slope = Ratio.of(shape.slope)
        const start = Ratio.of(shape.score).minus(slope.times(Ratio.of(shape.at)))
        return this.line(asQuotient(slope.times(scale).over(this.unit), start.over(this.unit)))
      }
      case 'reciprocal': {
        const { num, den } = Ratio.of(shape.numerator).over(this.unit.times(scale))
        return this.line({ onNum: 0, onDen: num, below: 0, belowNum: den })
      }
      case 'staircase':
        return this.stairs(shape, scale)
      case 'constant':
        return LEVEL_UNITS
    }
  }

  /** Whether all that is computed of points up to `hi` stays whole and exact. */
  holds({ a, b, c, f, q, m, w }: ShapeUnits, hi: number): boolean {
    const steps = hi / this.units + 1
    const last = steps * Math.max(1, w) + Math.abs(q) + Math.abs(m)
    const isShort = isHalfSafe(a) && isHalfSafe(b) && isHalfSafe(c) && isHalfSafe(f) && isHalfSafe(last)
    return isShort && (this.finish === 'floor' || steps * Math.max(c, f) + Math.abs(a) + Math.abs(b) <= SAFE)
  }

  /** The steps beyond which the points of a piece held between `lo` and `hi` do not change. */
  ends({ q, m, w }: ShapeUnits, lo: number, hi: number): { least: number; most: number } {
    return w === 0
      ? { least: lo / this.units, most: hi / this.units }
      : // A staircase falls from its first stair, and is beyond its lowest after so many.
        { least: 0, most: m === 0 ? 0 : Math.max(0, Math.ceil((q - (lo / this.units) * w) / -m)) }
  }

  private line(quotient: Quotient): ShapeUnits {
    const { onNum, onDen, below, belowNum } = this.rounded(quotient)
    const e = this.mode === 'up' ? 1 : 0
    return { a: onNum, b: onDen, c: below, e, f: belowNum, q: 0, m: 1, w: 0, u: this.units }
  }

  private stairs(stairs: Staircase, scale: Ratio): ShapeUnits {
    const isBelow = stairs.side === 'below'
    const size = Ratio.of(stairs.size)
    const away = scale.over(size)
    const edge = Ratio.of(stairs.edge).over(size)
    const steps = isBelow ? asQuotient(away.negated(), edge) : asQuotient(away, edge.negated())
    const deduct = Ratio.of(stairs.deduct).over(this.unit)
    const points = asQuotient(deduct.negated(), Ratio.of(stairs.start).over(this.unit))
    const isWhole = points.below === 1
    const { onNum, onDen, below } = isWhole ? points : this.rounded(points)
    // What has begun is what is complete, and one more unless nothing is left over.
    const isStarted = stairs.count === 'started'
    return {
      a: steps.onNum,
      b: isStarted ? steps.onDen + steps.below : steps.onDen,
      c: steps.below,
      e: isStarted ? 1 : 0,
      f: 0,
      q: !isWhole && this.mode === 'up' ? onDen - 1 : onDen,
      m: onNum,
      w: below,
      u: this.units,
    }
  }

  /** The quotient whose floor is this one rounded. */
  private rounded({ onNum, onDen, below, belowNum }: Quotient): Quotient {
    if (this.mode === 'down') return { onNum, onDen, below, belowNum }
    if (this.mode === 'up') return { onNum: onNum + belowNum, onDen: onDen + below, below, belowNum }
    if (below % 2 === 0 && belowNum % 2 === 0) {
      return { onNum: onNum + belowNum / 2, onDen: onDen + below / 2, below, belowNum }
    }
    return { onNum: 2 * onNum + belowNum, onDen: 2 * onDen + below, below: 2 * below, belowNum: 2 * belowNum }
  }
}

const known = new WeakMap<object, PrintedStep>()
const TO_THE_LAST = PrintedStep.exact(Exact.one.over(Exact.power10(printedDigits('none'))))

/** What is longer came out rounded, and is still longer; NaN is not short either. */
function isHalfSafe(value: number): boolean {
  return Math.abs(value) <= SAFE / 2
}

/** slope × num ÷ den + start */
function asQuotient(slope: Ratio, start: Ratio): Quotient {
  const below = (slope.den / greatestCommonDivisor(slope.den, start.den)) * start.den
  return {
    onNum: slope.num * (below / slope.den) + 0,
    onDen: start.num * (below / start.den) + 0,
    below,
    belowNum: 0,
  }
}
