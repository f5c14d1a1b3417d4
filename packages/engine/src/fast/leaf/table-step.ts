import { answerState } from '../condition/fact-state.ts'
import { FAULT, PRESENT, STATE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'

/** A row of a decision table: the answers of its cells, and what it is worth in whole numbers of the table's unit. */
export interface TableRow {
  readonly cells: readonly Register[]
  readonly units: number
}

/**
 * 决策表: the rows whose cells all hold. A row is false as soon as one cell is false; one that is open leaves the leaf
 * missing, unless a row before it has already decided under `first`, or two have hit under `unique`.
 */
export class TableStep extends Step {
  private readonly cells: readonly Register[]

  constructor(
    private readonly to: Register,
    private readonly table: readonly TableRow[],
    private readonly hit: 'first' | 'unique' | 'sum',
    private readonly otherwise: number,
  ) {
    super()
    this.cells = [...new Set(table.flatMap((row) => row.cells))]
  }

  get reads(): readonly Register[] {
    return this.cells
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const { table, hit, otherwise } = this
    const out = memory.values[this.to]!
    const outStates = memory.states[this.to]!
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      let hits = 0
      let units = 0
      let open = PRESENT
      for (const { cells, units: worth } of table) {
        let isFalse = false
        let ofRow = PRESENT
        for (const cell of cells) {
          const kind = memory.statesOf(cell)[row]! & STATE
          if (kind !== PRESENT) ofRow |= kind
          else if (memory.values[cell]![row] === 0) isFalse = true
        }
        if (isFalse) continue
        open |= ofRow
        if (ofRow !== PRESENT) continue
        hits++
        units += worth
        if (hit === 'first') break
      }
      let beside = 0
      for (const cell of this.cells) beside |= memory.statesOf(cell)[row]! & (UNVERIFIED | UNSURE)
      const isTwice = hit === 'unique' && hits > 1
      const state = answerState(beside | (isTwice ? FAULT : open))
      out[row] = hits === 0 ? otherwise : units
      outStates[row] = state
      mixed |= state
    }
    memory.mixed[this.to] = mixed
  }
}
