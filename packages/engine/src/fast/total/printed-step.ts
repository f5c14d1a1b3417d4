import { FAULT, MISSING, NO_SCORE, NOT_APPLICABLE, STATE, UNSURE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'

/**
 * A printed score as rules on the total and the grade read it. What does not apply prints none, also where points count for
 * it, and is missing. Whether a score is 待核 is no matter of these rules: it makes the total so by itself.
 */
export class PrintedStep extends Step {
  readonly reads: readonly Register[]
  readonly writes: readonly Register[]

  constructor(
    private readonly score: Register,
    private readonly to: Register,
  ) {
    super()
    this.reads = [score]
    this.writes = [to]
  }

  run(memory: Memory, rows: number): void {
    const { score, to } = this
    const scores = memory.values[score]!
    const into = memory.values[to]!
    for (let row = 0; row < rows; row++) into[row] = scores[row]!
    let mixed = 0
    if (memory.mixed[score] !== 0) {
      const given = memory.states[score]!
      const states = memory.states[to]!
      for (let row = 0; row < rows; row++) {
        states[row] = readAs(given[row]!)
        mixed |= states[row]!
      }
    }
    memory.mixed[to] = mixed
  }
}

function readAs(state: number): number {
  if ((state & UNSURE) !== 0) return UNSURE
  if ((state & NO_SCORE) === 0 && (state & STATE) !== NOT_APPLICABLE) return 0
  return (state & STATE) === FAULT ? FAULT : MISSING
}
