import { FromOneStep } from '../from-one-step.ts'
import type { Memory } from '../memory.ts'
import { settle } from './settle.ts'

/** A number without its sign. */
export class AbsStep extends FromOneStep {
  run(memory: Memory, rows: number): void {
    const out = memory.values[this.to]!
    const values = memory.values[this.from]!
    for (let row = 0; row < rows; row++) out[row] = Math.abs(values[row]!)
    settle(memory, this.to, [this.from], rows, false)
  }
}
