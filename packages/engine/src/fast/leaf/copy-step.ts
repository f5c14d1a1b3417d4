import { FromOneStep } from '../from-one-step.ts'
import type { Memory } from '../memory.ts'
import type { QuickStep } from '../step.ts'
import type { Register } from '../value.ts'

/** A value and its state once more, for who puts a state of its own over it. */
export class CopyStep extends FromOneStep {
  run(memory: Memory, rows: number): void {
    const out = memory.values[this.to]!
    const values = memory.values[this.from]!
    for (let row = 0; row < rows; row++) out[row] = values[row]!
    copyStates(memory, this.from, this.to, rows)
  }

  override get quick(): QuickStep {
    return this
  }

  runPlain({ cells }: Memory): boolean {
    cells[this.to] = cells[this.from]!
    return true
  }

  runEach(steps: readonly CopyStep[], memory: Memory): boolean {
    for (let index = 0; index < steps.length; index++) if (!steps[index]!.runPlain(memory)) return false
    return true
  }
}

export function copyStates(memory: Memory, from: Register, to: Register, rows: number): void {
  const mixed = memory.mixed[from]!
  memory.mixed[to] = mixed
  if (mixed === 0) return
  const out = memory.states[to]!
  const states = memory.states[from]!
  for (let row = 0; row < rows; row++) out[row] = states[row]!
}
