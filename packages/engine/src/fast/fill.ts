import { PRESENT, UNSURE } from './lane.ts'
import type { Memory } from './memory.ts'
import { Step } from './step.ts'
import type { Register } from './value.ts'

/** The same value and state in every row. */
export class Fill extends Step {
  readonly reads: readonly Register[] = []
  readonly writes: readonly Register[]

  constructor(
    private readonly to: Register,
    private readonly value: number,
    private readonly state: number,
  ) {
    super()
    this.writes = [to]
  }

  /** What is UNSURE in every row is asked of the reference, which reads what no register of this step tells. */
  override get readsDocument(): boolean {
    return (this.state & UNSURE) !== 0
  }

  get isPresent(): boolean {
    return this.state === PRESENT
  }

  run(memory: Memory, rows: number): void {
    memory.values[this.to]!.fill(this.value, 0, rows)
    memory.states[this.to]!.fill(this.state, 0, rows)
    memory.mixed[this.to] = this.state
  }
}
