import { densOf, type Place } from '../formula/place.ts'
import { settle } from '../formula/settle.ts'
import { SAFE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { floorQuotient } from '../products.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import type { CurveTable } from './curve-table.ts'
import { isPresent } from './kernel-step.ts'

/**
 * How a piece gives exact points, in units of the result's scale: `level` points whatever x is, `stairs` q + m·steps, a
 * `line` (a·num + b·den) ÷ (c·den + f·num); all held between `lo` and `hi`.
 */
export interface ExactPiece {
  readonly kind: 'level' | 'stairs' | 'line'
  readonly a: number
  readonly b: number
  readonly c: number
  readonly e: 0 | 1
  readonly f: number
  readonly q: number
  readonly m: number
  readonly lo: number
  readonly hi: number
}

/** Points of a curve, clamped and not rounded. */
export class PointsStep extends Step {
  private readonly x: Place

  /** table  for its edges */
  constructor(
    private readonly to: Place,
    x: Place,
    private readonly table: CurveTable,
    private readonly pieces: readonly ExactPiece[],
  ) {
    super()
    // A constant takes its register when it is asked for one: now, and not when the step runs.
    this.x = { num: x.num, den: x.den }
  }

  get reads(): readonly Register[] {
    return [this.x.num, ...densOf(this.x)]
  }

  get writes(): readonly Register[] {
    return [this.to.num, ...densOf(this.to)]
  }

  run(memory: Memory, rows: number): void {
    const { to, x, table, pieces } = this
    const out = memory.values[to.num]!
    const nums = memory.values[x.num]!
    const states = memory.statesOf(x.num)
    const outDen = to.den === undefined ? undefined : memory.values[to.den]!
    const dens = x.den === undefined ? undefined : memory.values[x.den]!
    let hasGaps = false
    for (let row = 0; row < rows; row++) {
      if (!isPresent(states[row]!)) continue
      const num = nums[row]!
      const den = dens === undefined ? 1 : dens[row]!
      const piece = pieces[table.pieceAt(num, den)]!
      const points = pointsAt(piece, num, den)
      const isBetween = Number.isNaN(points)
      const top = piece.a * num + piece.b * den
      const bottom = piece.c * den + piece.f * num
      const isHeld = !isBetween || (Math.abs(piece.a * num) + Math.abs(piece.b * den) <= SAFE && bottom <= SAFE)
      out[row] = !isBetween ? points : isHeld ? top : Number.NaN
      if (outDen !== undefined) outDen[row] = isBetween && isHeld ? bottom : 1
      hasGaps ||= !isHeld
    }
    settle(memory, to.num, [x.num], rows, hasGaps)
    if (to.den !== undefined) memory.mixed[to.den] = 0
  }
}

/** Whole points, or NaN on a line between its bounds. */
function pointsAt({ kind, a, b, c, e, f, q, m, lo, hi }: ExactPiece, num: number, den: number): number {
  if (kind === 'level') return lo
  // A value without end, which a target of 0 makes.
  if (c * den + f * num === 0) return a * num < 0 ? lo : hi
  const floor = floorQuotient(num, den, a, b, e, c, f)
  if (kind === 'stairs') return Math.min(Math.max(q + m * floor, lo), hi)
  return floor < lo ? lo : floor >= hi ? hi : Number.NaN
}
