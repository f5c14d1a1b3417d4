import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'

/** Several steps as one. */
export class InTurnStep extends Step {
  constructor(private readonly steps: readonly Step[]) {
    super()
  }

  /** What comes from outside. */
  get reads(): readonly Register[] {
    const made = new Set(this.writes)
    return this.steps.flatMap(({ reads }) => reads).filter((each) => !made.has(each))
  }

  get writes(): readonly Register[] {
    return this.steps.flatMap(({ writes }) => writes)
  }

  override get readsDocument(): boolean {
    return this.steps.some((step) => step.readsDocument)
  }

  run(memory: Memory, rows: number): void {
    for (const step of this.steps) step.run(memory, rows)
  }
}
