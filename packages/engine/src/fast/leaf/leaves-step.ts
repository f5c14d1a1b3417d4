import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import { ChecklistTableStep } from './checklist-table-step.ts'
import { CopyStep } from './copy-step.ts'
import { LeafStep } from './leaf-step.ts'

/**
 * All leaves of a plan for one row. Blocks of rows go leaf by leaf, so that what a leaf reads is still near when it is
 * read; of one row everything is near, and what costs is that there are so many steps.
 */
class LeavesStep extends Step {
  /** Checklists and copies, register by register; leaves whose method has a loop of its own; then all leaves once more. */
  private readonly tables: readonly ChecklistTableStep[]
  private readonly copies: readonly CopyStep[]
  private readonly others: readonly Step[]
  private readonly nums: readonly Register[]
  private readonly entries: readonly Register[]
  private readonly ruled: readonly boolean[]

  constructor(private readonly leaves: readonly LeafStep[]) {
    super()
    const own = leaves.flatMap((leaf) => leaf.own)
    this.tables = own.filter((step) => step instanceof ChecklistTableStep)
    this.copies = own.filter((step) => step instanceof CopyStep)
    this.others = own.filter((step) => !(step instanceof ChecklistTableStep || step instanceof CopyStep))
    this.nums = leaves.map((leaf) => leaf.num)
    this.entries = leaves.map((leaf) => leaf.entry ?? leaf.num)
    this.ruled = leaves.map((leaf) => leaf.hasRules)
  }

  get reads(): readonly Register[] {
    return this.leaves.flatMap((leaf) => leaf.reads)
  }

  get writes(): readonly Register[] {
    return this.leaves.flatMap((leaf) => leaf.writes)
  }

  run(memory: Memory, rows: number): void {
    const { tables, copies, others, leaves, ruled } = this
    for (let index = 0; index < tables.length; index++) tables[index]!.run(memory, rows)
    for (let index = 0; index < copies.length; index++) copies[index]!.run(memory, rows)
    for (let index = 0; index < others.length; index++) others[index]!.run(memory, rows)
    const nums = this.nums
    const entries = this.entries
    const mixed = memory.mixed
    for (let index = 0; index < leaves.length; index++) {
      // Where both are 0, a leaf without rules has nothing more to say.
      if ((mixed[nums[index]!]! | mixed[entries[index]!]!) !== 0 || ruled[index]!) {
        leaves[index]!.finish(memory, rows)
      }
    }
  }
}

/** The same steps for one row: leaves brought together in one step, where the last of them stood. */
export function oneRowSteps(steps: readonly Step[]): Step[] {
  const leaves = steps.filter((step) => step instanceof LeafStep)
  const last = steps.findLastIndex((step) => step instanceof LeafStep)
  return steps.flatMap((step, index) => {
    if (!(step instanceof LeafStep)) return [step]
    return index === last ? [new LeavesStep(leaves)] : []
  })
}
