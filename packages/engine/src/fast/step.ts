import type { Memory } from './memory.ts'
import type { Register } from './value.ts'

/**
 * One thing that a plan does for all rows of a block: reads registers, writes others. Steps stand in an order in which each
 * reads only what was written before it, so that after a change only those need to run again whose registers changed.
 *
 * Loops load what they need into local variables first: fields of an object that is one of many are slow in a loop.
 */
export abstract class Step {
  abstract readonly reads: readonly Register[]
  abstract readonly writes: readonly Register[]

  /** Whether it reads more of a submission than registers hold, such as a list. */
  get readsDocument(): boolean {
    return false
  }

  /** rows  how many of each register are in use, from 0 */
  abstract run(memory: Memory, rows: number): void
}
