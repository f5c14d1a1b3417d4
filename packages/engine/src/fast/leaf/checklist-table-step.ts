import type { Memory } from '../memory.ts'
import { type QuickStep, Step } from '../step.ts'
import type { Register } from '../value.ts'
import { copyStates } from './copy-step.ts'

/** A checklist of which people decide all: the elements that are met, as bits, are the place of the printed score. */
export class ChecklistTableStep extends Step {
  constructor(
    private readonly to: Register,
    private readonly bits: Register,
    private readonly scores: readonly number[],
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.bits]
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const out = memory.values[this.to]!
    const bits = memory.values[this.bits]!
    const scores = this.scores
    // What is no set of bits, where nothing is entered, finds some score, which the state makes void.
    const mask = scores.length - 1
    for (let row = 0; row < rows; row++) out[row] = scores[bits[row]! & mask]!
    copyStates(memory, this.bits, this.to, rows)
  }

  override get quick(): QuickStep {
    return this
  }

  runPlain({ cells }: Memory): boolean {
    cells[this.to] = this.scores[cells[this.bits]!]!
    return true
  }

  runEach(steps: readonly ChecklistTableStep[], memory: Memory): boolean {
    for (let index = 0; index < steps.length; index++) if (!steps[index]!.runPlain(memory)) return false
    return true
  }
}
