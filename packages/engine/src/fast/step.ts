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

  /** What it does where all is plain, if it has a short way then. */
  get quick(): QuickStep | undefined {
    return undefined
  }
}

/**
 * A step in a memory of one row in which all that it reads is present, verified and sure. States are neither read nor
 * written.
 */
export interface QuickStep extends Step {
  /** returns  whether what it writes is so too; else nothing is known of it */
  runPlain(memory: Memory): boolean

  /** The same of steps of this class, in a loop of the class's own: what it calls is then known. */
  runEach(steps: readonly QuickStep[], memory: Memory): boolean
}
