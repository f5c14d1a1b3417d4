import { type Entry, entryOf, type Submission } from '@yardstick/model'
import type { CompiledScheme } from '../../compile/compiled.ts'
import { Inputs } from '../../evaluate/inputs.ts'
import type { EvidenceInput, Input } from '../input.ts'
import { PRESENT, UNSURE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import type { Texts } from '../texts.ts'
import { type EntryReader, entryReader } from './entry-reader.ts'
import { ItemReader } from './item-reader.ts'
import type { Readers } from './reader.ts'
import { readersOf } from './readers.ts'

/** Reads submissions into the registers of a plan's inputs, each in its row. */
export class RowReader {
  private readonly itemReaders: readonly ItemReader[]
  private readonly items: Readers
  private readonly entries: Readers
  private readonly weighed: readonly EntryReader[]
  private readonly evidence: readonly EvidenceInput[]

  constructor(
    private readonly compiled: CompiledScheme,
    inputs: readonly Input[],
    texts: Texts,
  ) {
    const items = inputs.flatMap((input) => (input.kind === 'item' ? [new ItemReader(input, texts)] : []))
    const entries = inputs.flatMap((input) => (input.kind === 'entry' ? [entryReader(input, compiled.scheme)] : []))
    // Lists that have grown have room to grow further.
    this.itemReaders = items.slice()
    this.items = readersOf(this.itemReaders, ({ input }) => input.item.id)
    this.entries = readersOf(entries.slice(), ({ input }) => input.leaf.node.id)
    this.weighed = entries.filter(({ input }) => input.leaf.node.weighUnitsBy !== undefined)
    this.evidence = inputs.filter((input) => input.kind === 'evidence')
  }

  /** One submission into one row; the rows of a block are filled from 0 upwards. */
  fill(memory: Memory, row: number, submission: Submission): void {
    const { units, items, judgements, evidence } = submission
    this.entries.fill(memory, row, judgements ?? NOTHING)
    if (units !== undefined && units.length > 0) {
      this.fillWithUnits(memory, row, submission, units)
      return
    }
    this.items.fill(memory, row, items)
    for (const { item, num } of this.evidence) {
      memory.values[num]![row] = (entryOf(evidence, item)?.length ?? 0) > 0 ? 1 : 0
      memory.set(num, row, PRESENT)
    }
  }

  /**
   * One submission into a memory of one row, as far as all of it is present, verified and plain. States are not written.
   *
   * returns  whether it is, and all is read
   */
  fillPlain(memory: Memory, { units, items, judgements, evidence }: Submission): boolean {
    if (units !== undefined && units.length > 0) return false
    const attached = this.evidence
    for (let index = 0; index < attached.length; index++) {
      const { item, num } = attached[index]!
      memory.cells[num] = (entryOf(evidence, item)?.length ?? 0) > 0 ? 1 : 0
    }
    return this.entries.fillPlain(memory, judgements ?? NOTHING) && this.items.fillPlain(memory, items)
  }

  /** What subordinate units submitted is brought together by the reference, and so is what was judged of each. */
  private fillWithUnits(
    memory: Memory,
    row: number,
    submission: Submission,
    units: NonNullable<Submission['units']>,
  ): void {
    const inputs = new Inputs(this.compiled, submission)
    for (const reader of this.itemReaders) {
      const { item, num } = reader.input
      memory.set(num, row, reader.write(inputs.read(item.id), memory, row))
    }
    for (const { item, num } of this.evidence) {
      memory.values[num]![row] = inputs.hasEvidence(item) ? 1 : 0
      memory.set(num, row, PRESENT)
    }
    for (const { input, nothing } of this.weighed) {
      const isOpen = memory.statesOf(input.num)[row] === nothing
      if (isOpen && units.some((unit) => entryOf(unit.judgements, input.leaf.node.id) !== undefined)) {
        memory.set(input.num, row, UNSURE)
      }
    }
  }
}

const NOTHING: { readonly [id: string]: Entry } = {}
