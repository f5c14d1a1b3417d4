import { entryOf, type Submission } from '@yardstick/model'
import type { CompiledScheme } from '../../compile/compiled.ts'
import { Inputs } from '../../evaluate/inputs.ts'
import type { EvidenceInput, Input } from '../input.ts'
import { MISSING, PRESENT, UNSURE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import type { Texts } from '../texts.ts'
import { EntryReader } from './entry-reader.ts'
import { ItemReader } from './item-reader.ts'

/** Reads submissions into the registers of a plan's inputs, each in its row. */
export class RowReader {
  private readonly items: readonly ItemReader[]
  private readonly entries: readonly EntryReader[]
  private readonly evidence: readonly EvidenceInput[]
  /** Some names, such as "constructor", are found in objects that do not have them. */
  private readonly hasOddNames: boolean

  constructor(
    private readonly compiled: CompiledScheme,
    inputs: readonly Input[],
    texts: Texts,
  ) {
    this.items = inputs.flatMap((input) => (input.kind === 'item' ? [new ItemReader(input, texts)] : []))
    this.entries = inputs.flatMap((input) => (input.kind === 'entry' ? [new EntryReader(input, compiled.scheme)] : []))
    this.evidence = inputs.filter((input) => input.kind === 'evidence')
    this.hasOddNames = [...this.items, ...this.entries].some(({ id }) => id in Object.prototype)
  }

  /** One submission into one row; the rows of a block are filled from 0 upwards. */
  fill(memory: Memory, row: number, submission: Submission): void {
    const { units } = submission
    if (units !== undefined && units.length > 0) this.fillWithUnits(memory, row, submission)
    else this.fillItems(memory, row, submission)
    this.fillEntries(memory, row, submission)
  }

  private fillItems(memory: Memory, row: number, { items, evidence }: Submission): void {
    const { values } = memory
    const { hasOddNames } = this
    for (const reader of this.items) {
      const entry = hasOddNames ? entryOf(items, reader.id) : items[reader.id]
      const { num } = reader
      set(memory, num, row, entry === undefined ? MISSING : reader.read(entry, values[num]!, row))
    }
    for (const { item, num } of this.evidence) {
      values[num]![row] = (entryOf(evidence, item)?.length ?? 0) > 0 ? 1 : 0
      set(memory, num, row, PRESENT)
    }
  }

  /** What subordinate units submitted is brought together by the reference. */
  private fillWithUnits(memory: Memory, row: number, submission: Submission): void {
    const inputs = new Inputs(this.compiled, submission)
    for (const reader of this.items) {
      const { id, num } = reader
      set(memory, num, row, reader.write(inputs.read(id), memory.values[num]!, row))
    }
    for (const { item, num } of this.evidence) {
      memory.values[num]![row] = inputs.hasEvidence(item) ? 1 : 0
      set(memory, num, row, PRESENT)
    }
  }

  private fillEntries(memory: Memory, row: number, { judgements, units }: Submission): void {
    const { values } = memory
    const { hasOddNames } = this
    for (const reader of this.entries) {
      const { id, num, den } = reader
      const entry = judgements === undefined ? undefined : hasOddNames ? entryOf(judgements, id) : judgements[id]
      if (entry === undefined) {
        // A form without a value has 0, so that nobody reads what an earlier block left.
        values[num]![row] = 0
        set(memory, num, row, isJudgedByUnit(reader, units) ? UNSURE : reader.nothing)
      } else {
        const state = reader.read(entry, values[num]!, den === undefined ? undefined : values[den], row)
        set(memory, num, row, state === reader.nothing && isJudgedByUnit(reader, units) ? UNSURE : state)
      }
    }
  }
}

/** Judged results of subordinate units are weighed by the reference, where the leaf has none of its own. */
function isJudgedByUnit({ id, isWeighed }: EntryReader, units: Submission['units']): boolean {
  return isWeighed && (units ?? []).some((unit) => entryOf(unit.judgements, id) !== undefined)
}

function set(memory: Memory, register: number, row: number, state: number): void {
  memory.states[register]![row] = state
  memory.mixed[register] = row === 0 ? state : memory.mixed[register]! | state
}
