import type { Memory } from '../memory.ts'
import { productSign } from '../products.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import { factStates } from './literal-step.ts'
import type { Order } from './order.ts'

/** num ÷ den beside a literal upper ÷ lower, lower > 0, cross-multiplied. */
export class RatioStep extends Step {
  constructor(
    private readonly to: Register,
    private readonly num: Register,
    private readonly den: Register,
    private readonly literal: { readonly upper: number; readonly lower: number },
    private readonly order: Order,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.num, this.den]
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const out = memory.values[this.to]!
    const nums = memory.values[this.num]!
    const dens = memory.values[this.den]!
    const { upper, lower } = this.literal
    const { less, equal, more } = this.order
    for (let row = 0; row < rows; row++) {
      const sign = productSign(nums[row]!, lower, dens[row]!, upper)
      out[row] = sign < 0 ? less : sign > 0 ? more : equal
    }
    factStates(memory, this.to, this.num, rows)
  }
}
