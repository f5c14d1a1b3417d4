import { PRESENT, STATE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'

/**
 * All or any of several answers. One answer can settle it whatever is open beside it; else what is open keeps it open.
 * That something is to be verified stays on it either way.
 */
export class GroupStep extends Step {
  /** settling  the answer that settles it: 1 for any, 0 for all */
  constructor(
    private readonly to: Register,
    private readonly members: readonly Register[],
    private readonly settling: 0 | 1,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return this.members
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const { members } = this
    let before = 0
    for (const member of members) before |= memory.mixed[member]!
    if ((before & ~UNVERIFIED) !== 0) {
      this.runOpen(memory, rows)
      return
    }
    const out = memory.values[this.to]!
    const first = memory.values[members[0]!]!
    for (let row = 0; row < rows; row++) out[row] = first[row]!
    for (let index = 1; index < members.length; index++) {
      const values = memory.values[members[index]!]!
      if (this.settling === 1) for (let row = 0; row < rows; row++) out[row] = out[row]! | values[row]!
      else for (let row = 0; row < rows; row++) out[row] = out[row]! & values[row]!
    }
    memory.mixed[this.to] = before
    if (before === 0) return
    const outStates = memory.states[this.to]!
    outStates.fill(0, 0, rows)
    for (const member of members) {
      const states = memory.statesOf(member)
      for (let row = 0; row < rows; row++) outStates[row] = outStates[row]! | states[row]!
    }
  }

  private runOpen(memory: Memory, rows: number): void {
    const { members, settling } = this
    const out = memory.values[this.to]!
    const outStates = memory.states[this.to]!
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      let isSettled = false
      let open = PRESENT
      let beside = 0
      for (const member of members) {
        const state = memory.statesOf(member)[row]!
        beside |= state & (UNVERIFIED | UNSURE)
        if ((state & STATE) !== PRESENT) open |= state & STATE
        else if (memory.values[member]![row] === settling) isSettled = true
      }
      const state = beside | (isSettled ? PRESENT : open)
      out[row] = isSettled ? settling : 1 - settling
      outStates[row] = state
      mixed |= state
    }
    memory.mixed[this.to] = mixed
  }
}
