import { UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Texts } from '../texts.ts'
import type { Register } from '../value.ts'
import { factState } from './fact-state.ts'

/** Whether a text has another in it: a literal, or what another register's number stands for. */
export class ContainsStep extends Step {
  constructor(
    private readonly to: Register,
    private readonly fact: Register,
    private readonly part: { readonly literal: string } | { readonly register: Register },
    private readonly isNegated: boolean,
    private readonly texts: Texts,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return 'register' in this.part ? [this.fact, this.part.register] : [this.fact]
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const { part, texts, isNegated } = this
    const parts = 'register' in part ? part.register : undefined
    const literal = 'literal' in part ? part.literal : ''
    const out = memory.values[this.to]!
    const outStates = memory.states[this.to]!
    const wholes = memory.values[this.fact]!
    const wholeStates = memory.statesOf(this.fact)
    const partStates = parts === undefined ? undefined : memory.statesOf(parts)
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      const state = factState(wholeStates[row]!) | (partStates === undefined ? 0 : factState(partStates[row]!))
      outStates[row] = state
      mixed |= state
      // Numbers of texts that are not there stand for nothing.
      if ((state & ~UNVERIFIED) !== 0) continue
      const text = parts === undefined ? literal : texts.textOf(memory.values[parts]![row]!)
      out[row] = texts.textOf(wholes[row]!).includes(text) === isNegated ? 0 : 1
    }
    memory.mixed[this.to] = mixed
  }
}
