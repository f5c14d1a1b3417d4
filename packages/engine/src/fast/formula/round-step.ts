import type { RoundingMode } from '@yardstick/model'
import { SAFE, STATE, UNSURE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { floorQuotient } from '../products.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import { densOf, type Place } from './place.ts'
import { settle } from './settle.ts'

/** upper × num ÷ (lower × den), rounded to a whole number. */
export class RoundStep extends Step {
  constructor(
    private readonly to: Register,
    private readonly value: Place,
    private readonly ratio: { readonly upper: number; readonly lower: number },
    readonly mode: Exclude<RoundingMode, 'half-even'>,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.value.num, ...densOf(this.value)]
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const { upper, lower } = this.ratio
    const out = memory.values[this.to]!
    const num = memory.values[this.value.num]!
    const den = this.value.den === undefined ? undefined : memory.values[this.value.den]!
    // Rounded as a size: half-up is ⌊(2·upper·n + lower·d) ÷ (2·lower·d)⌋, up adds all but one.
    const isHalf = this.mode === 'half-up'
    const a = isHalf ? 2 * upper : upper
    const b = this.mode === 'down' ? 0 : lower
    const e = this.mode === 'up' ? 1 : 0
    const c = isHalf ? 2 * lower : lower
    const states = memory.statesOf(this.value.num)
    let hasGaps = false
    for (let row = 0; row < rows; row++) {
      const value = num[row]!
      const below = den === undefined ? 1 : den[row]!
      const size = Math.abs(value)
      let whole = Math.floor((a * size + b * below - e) / (c * below))
      if (!(a * size + (b + c) * below <= SAFE)) {
        whole = (states[row]! & (STATE | UNSURE)) === 0 ? floorQuotient(size, below, a, b, e, c, 0) : Number.NaN
      }
      if (whole <= SAFE) out[row] = value < 0 ? 0 - whole : whole
      else {
        out[row] = Number.NaN
        hasGaps = true
      }
    }
    settle(memory, this.to, [this.value.num], rows, hasGaps)
  }
}
