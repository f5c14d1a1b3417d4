import type { GroupFacts, Subject, Submission } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { RowReference } from './row-reference.ts'

/** Gives the rows of a block as documents, for the parts that the fast path leaves to the reference. */
export interface RowSource {
  readonly submissionAt: (row: number) => Submission
  readonly group: GroupFacts | undefined
}

/**
 * The registers of the fast path: each holds one value for every row of a block, with its state. A plan says what is done
 * with registers and holds no data; a memory holds data and no plan, and serves one scheme after the other.
 */
export class Memory {
  /** By register, then by row. */
  readonly values: Float64Array[] = []
  /** The same, one register after the other: in a memory of one row by register. */
  cells = new Float64Array(0)
  readonly states: Uint8Array[] = []
  /**
   * By register: the states of all rows of the block, or-ed. Where it is 0 the register's states are not written and may
   * be those of an earlier block: read them by `statesOf`.
   */
  readonly mixed: number[] = []
  private readonly clean: Uint8Array
  /** How many values of leaves the reference gave, since the memory was made. */
  byReference = 0
  private source: RowSource | undefined
  private compiled: CompiledScheme | undefined
  private readonly references = new Map<number, RowReference>()

  /** rows  how many a register holds at most */
  constructor(readonly rows: number) {
    this.clean = new Uint8Array(rows)
  }

  /** A register's states, to be read only. */
  statesOf(register: number): Uint8Array {
    return this.mixed[register] === 0 ? this.clean : this.states[register]!
  }

  /** The state of one row; the rows of a block are written from 0 upwards. */
  set(register: number, row: number, state: number): void {
    const { mixed } = this
    const before = row === 0 ? 0 : mixed[register]!
    if (state === 0) {
      mixed[register] = before
      if (before !== 0) this.states[register]![row] = 0
    } else {
      const states = this.states[register]!
      if (before === 0) states.fill(0, 0, row)
      states[row] = state
      mixed[register] = before | state
    }
  }

  /** Makes room for the registers of a plan; what stood in others is forgotten then. */
  reserve(registers: number): void {
    if (registers <= this.values.length) return
    // Registers of a plan are read one after the other: in one buffer they lie side by side.
    const { rows } = this
    const states = new Uint8Array(registers * rows)
    this.cells = new Float64Array(registers * rows)
    for (let register = 0; register < registers; register++) {
      const at = register * rows
      this.values[register] = this.cells.subarray(at, at + rows)
      this.states[register] = states.subarray(at, at + rows)
      this.mixed[register] = 0
    }
  }

  /** A new block begins: where its rows come from. */
  begin(compiled: CompiledScheme, source: RowSource | undefined): void {
    this.compiled = compiled
    this.source = source
    if (this.references.size > 0) this.references.clear()
  }

  /** Whether the rows of the block can be asked of the reference; what is UNSURE stays so where they cannot. */
  get hasSource(): boolean {
    return this.source !== undefined
  }

  /** Whose row it is, and the group it stands in. */
  groupOf(row: number): { readonly subject: Subject; readonly group: GroupFacts | undefined } {
    if (this.source === undefined) throw new Error('Memory: no source of rows')
    return { subject: this.source.submissionAt(row).subject, group: this.source.group }
  }

  /** The reference for one row; made when it is first asked for and kept until the block ends. */
  reference(row: number): RowReference {
    let found = this.references.get(row)
    if (found === undefined) {
      if (this.source === undefined || this.compiled === undefined) throw new Error('Memory: no source of rows')
      found = new RowReference(this.compiled, this.source.submissionAt(row), this.source.group)
      this.references.set(row, found)
    }
    return found
  }
}
