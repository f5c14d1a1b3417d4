import { SAFE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { productSign } from '../products.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import { factState } from './fact-state.ts'
import type { Order } from './order.ts'

/** factor × num ÷ den; factor a whole number > 0. */
export interface Side {
  readonly num: Register
  readonly den: Register | undefined
  readonly factor: number
}

/** Two facts held against each other, cross-multiplied. Of numbers, dates, truth values and numbers of texts. */
export class FactsStep extends Step {
  constructor(
    private readonly to: Register,
    private readonly left: Side,
    private readonly right: Side,
    private readonly order: Order,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.left.num, this.left.den, this.right.num, this.right.den].filter((each) => each !== undefined)
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const { left, right, order } = this
    const out = memory.values[this.to]!
    const outStates = memory.states[this.to]!
    const leftStates = memory.statesOf(left.num)
    const rightStates = memory.statesOf(right.num)
    const leftNums = memory.values[left.num]!
    const rightNums = memory.values[right.num]!
    const leftDens = left.den === undefined ? undefined : memory.values[left.den]!
    const rightDens = right.den === undefined ? undefined : memory.values[right.den]!
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      let state = factState(leftStates[row]!) | factState(rightStates[row]!)
      let a = leftNums[row]!
      let b = left.factor
      let c = rightNums[row]!
      let d = right.factor
      if (leftDens !== undefined || rightDens !== undefined) {
        // Three factors on a side: the first two must be one whole number.
        a *= b
        c *= d
        b = rightDens === undefined ? 1 : rightDens[row]!
        d = leftDens === undefined ? 1 : leftDens[row]!
        if ((state === 0 || state === UNVERIFIED) && !(Math.abs(a) < SAFE && Math.abs(c) < SAFE)) state |= UNSURE
      }
      outStates[row] = state
      mixed |= state
      const sign = productSign(a, b, c, d)
      out[row] = sign < 0 ? order.less : sign > 0 ? order.more : order.equal
    }
    memory.mixed[this.to] = mixed
  }
}
