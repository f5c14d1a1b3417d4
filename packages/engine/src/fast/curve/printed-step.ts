import { Exact, type Rounding } from '@yardstick/model'
import type { Shape, Staircase } from '../../curve/score-curve.ts'
import { SAFE } from '../lane.ts'
import type { Finish, PieceUnits } from './curve-table.ts'
import { printedDigits } from './printed.ts'

/** A piece without the bounds it is held between. */
export type ShapeUnits = Omit<PieceUnits, 'lo' | 'hi' | 'least' | 'most'>

/** (onNum·num + onDen·den) ÷ (below·den + belowNum·num) in whole numbers. */
interface Quotient {
  readonly onNum: bigint
  readonly onDen: bigint
  readonly below: bigint
  readonly belowNum: bigint
}

/** A piece whose points are its bounds. */
export const LEVEL_UNITS: ShapeUnits = { a: 0, b: 0, c: 1, e: 0, f: 0, q: 0, m: 0, w: 0, u: 1 }

/** What points are rounded to: a multiple of a step, or for `none` of the last digit that is printed. */
export class PrintedStep {
  readonly finish: Finish
  private readonly unit: Exact
  /** The step in printed units. */
  private readonly units: number
  private readonly mode: 'half' | 'up' | 'down'

  private constructor(unit: Exact, units: number, mode: 'half' | 'up' | 'down', finish: Finish) {
    this.unit = unit
    this.units = units
    this.mode = mode
    this.finish = finish
  }

  static of(rounding: Rounding): PrintedStep {
    const last = Exact.one.over(Exact.power10(printedDigits(rounding)))
    if (rounding === 'none') return new PrintedStep(last, 1, 'down', 'whole')
    const unit = 'step' in rounding ? Exact.of(rounding.step) : last
    const mode = rounding.mode ?? 'half-up'
    const finish = mode === 'half-even' ? 'even' : 'floor'
    return new PrintedStep(
      unit,
      Number(unit.over(last).numerator),
      mode === 'up' || mode === 'down' ? mode : 'half',
      finish,
    )
  }

  /** Of points that are not rounded: `unit` is one in which they are counted. */
  static exact(unit: Exact): PrintedStep {
    return new PrintedStep(unit, 1, 'down', 'whole')
  }

  shape(shape: Shape, scale: Exact): ShapeUnits {
    switch (shape.kind) {
      case 'linear': {
        const slope = shape.slope.times(scale).over(this.unit)
        const start = shape.score.minus(shape.slope.times(shape.at)).over(this.unit)
        return this.line(asQuotient(slope, start))
      }
      case 'reciprocal': {
        const { numerator, denominator } = shape.numerator.over(this.unit.times(scale))
        return this.line({ onNum: 0n, onDen: numerator, below: 0n, belowNum: denominator })
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
    const isShort = [a, b, c, f, q, m, w, steps * Math.max(1, w) + Math.abs(q) + Math.abs(m)].every(
      (each) => Math.abs(each) <= SAFE / 2,
    )
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
    return { ...inNumbers(onNum, onDen, below, belowNum), e: this.mode === 'up' ? 1 : 0, ...ONE_TO_ONE, u: this.units }
  }

  private stairs(stairs: Staircase, scale: Exact): ShapeUnits {
    const isBelow = stairs.side === 'below'
    const away = scale.over(stairs.size)
    const edge = stairs.edge.over(stairs.size)
    const steps = asQuotient(isBelow ? away.negated() : away, isBelow ? edge : edge.negated())
    // What has begun is what is complete, and one more unless nothing is left over.
    const isStarted = stairs.count === 'started'
    const counted = inNumbers(steps.onNum, isStarted ? steps.onDen + steps.below : steps.onDen, steps.below, 0n)
    const points = asQuotient(stairs.deduct.over(this.unit).negated(), stairs.start.over(this.unit))
    const isWhole = points.below === 1n
    const { onNum, onDen, below } = isWhole ? points : this.rounded(points)
    const up = !isWhole && this.mode === 'up' ? 1n : 0n
    return {
      ...counted,
      e: isStarted ? 1 : 0,
      q: Number(onDen - up),
      m: Number(onNum),
      w: Number(below),
      u: this.units,
    }
  }

  /** The quotient whose floor is this one rounded. */
  private rounded({ onNum, onDen, below, belowNum }: Quotient): Quotient {
    if (this.mode === 'down') return { onNum, onDen, below, belowNum }
    if (this.mode === 'up') return { onNum: onNum + belowNum, onDen: onDen + below, below, belowNum }
    if (below % 2n === 0n && belowNum % 2n === 0n) {
      return { onNum: onNum + belowNum / 2n, onDen: onDen + below / 2n, below, belowNum }
    }
    return { onNum: 2n * onNum + belowNum, onDen: 2n * onDen + below, below: 2n * below, belowNum: 2n * belowNum }
  }
}

const ONE_TO_ONE = { q: 0, m: 1, w: 0 } as const

/** slope × num ÷ den + start */
function asQuotient(slope: Exact, start: Exact): Quotient {
  const [a, b] = [slope.denominator, start.denominator]
  const below = (a / greatestCommonDivisor(a, b)) * b
  return { onNum: (slope.numerator * below) / a, onDen: (start.numerator * below) / b, below, belowNum: 0n }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}

function inNumbers(a: bigint, b: bigint, c: bigint, f: bigint): Pick<PieceUnits, 'a' | 'b' | 'c' | 'f'> {
  return { a: Number(a), b: Number(b), c: Number(c), f: Number(f) }
}
