import { FromOneStep } from '../from-one-step.ts'
import type { Memory } from '../memory.ts'
import type { Register } from '../value.ts'
import { factState } from './fact-state.ts'
import type { Order } from './order.ts'

/** A register beside one literal, in the register's own unit; one between two whole numbers equals none of them. */
export class LiteralStep extends FromOneStep {
  constructor(
    to: Register,
    from: Register,
    private readonly literal: number,
    private readonly order: Order,
  ) {
    super(to, from)
  }

  run(memory: Memory, rows: number): void {
    const out = memory.values[this.to]!
    const values = memory.values[this.from]!
    const literal = this.literal
    const { less, equal, more } = this.order
    for (let row = 0; row < rows; row++) {
      const value = values[row]!
      out[row] = value < literal ? less : value > literal ? more : equal
    }
    factStates(memory, this.to, this.from, rows)
  }
}

/** States of an answer that rests on one fact. */
export function factStates(memory: Memory, to: Register, fact: Register, rows: number): void {
  let mixed = memory.mixed[fact]!
  if (mixed !== 0) {
    const out = memory.states[to]!
    const states = memory.states[fact]!
    mixed = 0
    for (let row = 0; row < rows; row++) mixed |= out[row] = factState(states[row]!)
  }
  memory.mixed[to] = mixed
}
