import { answerState, factState } from '../condition/fact-state.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'

/** One element of a checklist: where its answer stands, and what it is worth. */
export interface ElementPart {
  readonly num: Register
  /** Of judged elements, which bit of the entry; undefined of an answer that is 1 or 0. */
  readonly bit: number | undefined
  /** A whole number of the checklist's own unit. */
  readonly units: number
  readonly isGate: boolean
}

/**
 * What the elements that are met are worth together; 0 without a gate element. One that nobody has answered leaves the
 * whole missing, also where a gate has failed already.
 */
export class ChecklistStep extends Step {
  private readonly answers: readonly Register[]

  constructor(
    private readonly to: Register,
    private readonly parts: readonly ElementPart[],
  ) {
    super()
    this.answers = [...new Set(parts.map((part) => part.num))]
  }

  get reads(): readonly Register[] {
    return this.answers
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const { parts } = this
    const out = memory.values[this.to]!
    out.fill(0, 0, rows)
    for (const { num, bit, units } of parts) {
      const values = memory.values[num]!
      if (bit === undefined) for (let row = 0; row < rows; row++) out[row] = out[row]! + units * values[row]!
      else for (let row = 0; row < rows; row++) out[row] = out[row]! + units * ((values[row]! >> bit) & 1)
    }
    for (const { num, bit, isGate } of parts) {
      if (!isGate) continue
      const values = memory.values[num]!
      for (let row = 0; row < rows; row++) {
        if ((bit === undefined ? values[row]! : (values[row]! >> bit) & 1) === 0) out[row] = 0
      }
    }
    this.runStates(memory, rows)
  }

  private runStates(memory: Memory, rows: number): void {
    let before = 0
    for (const register of this.answers) before |= memory.mixed[register]!
    memory.mixed[this.to] = before
    if (before === 0) return
    const outStates = memory.states[this.to]!
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      let state = 0
      for (const register of this.answers) state |= factState(memory.statesOf(register)[row]!)

      mixed |= outStates[row] = answerState(state)
    }
    memory.mixed[this.to] = mixed
  }
}
