import { FAULT, MISSING, NOT_APPLICABLE, STATE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'

/** Which child a choice item names: its index. A choice that names none is an error. */
export class ChooseByItem extends Step {
  readonly reads: readonly Register[]
  readonly writes: readonly Register[]

  /** indexByCode  of the item's texts; undefined where what the item holds is no text, and so names nothing */
  constructor(
    private readonly item: Register,
    private readonly to: Register,
    private readonly indexByCode: ReadonlyMap<number, number> | undefined,
  ) {
    super()
    this.reads = [item]
    this.writes = [to]
  }

  run(memory: Memory, rows: number): void {
    const { indexByCode, to } = this
    const items = memory.values[this.item]!
    const given = memory.statesOf(this.item)
    const choices = memory.values[to]!
    const states = memory.states[to]!
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      let state = given[row]!
      if ((state & UNSURE) !== 0) state = UNSURE
      // A selector that does not apply chooses nothing, as a condition over it is unknown.
      else if ((state & STATE) !== 0) state = (state & STATE) === NOT_APPLICABLE ? MISSING : state & STATE
      else {
        const index = indexByCode?.get(items[row]!)
        state = index === undefined ? FAULT : state & UNVERIFIED
        choices[row] = index ?? -1
      }
      states[row] = state
      mixed |= state
    }
    memory.mixed[to] = mixed
  }
}
