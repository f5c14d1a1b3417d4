import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import { type LeafPlace, referLeaf } from './refer-leaf.ts'

/** A leaf that always goes to the reference. */
export class LeafStep extends Step {
  readonly reads: readonly Register[] = []
  readonly writes: readonly Register[]

  constructor(private readonly place: LeafPlace) {
    super()
    this.writes = [place.num, place.applicable, place.toSiblings]
  }

  run(memory: Memory, rows: number): void {
    let mixed = 0
    for (let row = 0; row < rows; row++) mixed |= referLeaf(memory, row, this.place)
    memory.mixed[this.place.num] = mixed
  }
}
