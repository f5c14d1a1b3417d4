import { PRESENT } from './lane.ts'
import type { Memory } from './memory.ts'
import type { Step } from './step.ts'
import type { Register } from './value.ts'

/** Any step in a memory of one row in which all is plain: states are written where it reads them. */
export class PlainStep {
  private readonly reads: readonly Register[]
  private readonly writes: readonly Register[]

  constructor(private readonly step: Step) {
    this.reads = step.reads
    this.writes = step.writes
  }

  /** returns  whether what it writes is plain too */
  runPlain(memory: Memory): boolean {
    const { reads, writes } = this
    const { mixed } = memory
    for (let index = 0; index < reads.length; index++) mixed[reads[index]!] = PRESENT
    this.step.run(memory, 1)
    let seen = PRESENT
    for (let index = 0; index < writes.length; index++) seen |= mixed[writes[index]!]!
    return seen === PRESENT
  }
}
