import { FromOneStep } from '../from-one-step.ts'
import type { Memory } from '../memory.ts'
import type { QuickStep } from '../step.ts'
import type { Register } from '../value.ts'
import { copyStates } from './copy-step.ts'

/** A checklist of which people decide all: the elements that are met, as bits, are the place of the printed score. */
export class ChecklistTableStep extends FromOneStep {
  constructor(
    to: Register,
    from: Register,
    private readonly scores: readonly number[],
  ) {
    super(to, from)
  }

  run(memory: Memory, rows: number): void {
    const out = memory.values[this.to]!
    const bits = memory.values[this.from]!
    const scores = this.scores
    // What is no set of bits, where nothing is entered, finds some score, which the state makes void.
    const mask = scores.length - 1
    for (let row = 0; row < rows; row++) out[row] = scores[bits[row]! & mask]!
    copyStates(memory, this.from, this.to, rows)
  }

  override get quick(): QuickStep {
    return this
  }

  runPlain({ cells }: Memory): boolean {
    cells[this.to] = this.scores[cells[this.from]!]!
    return true
  }

  runEach(steps: readonly ChecklistTableStep[], memory: Memory): boolean {
    for (let index = 0; index < steps.length; index++) if (!steps[index]!.runPlain(memory)) return false
    return true
  }
}
