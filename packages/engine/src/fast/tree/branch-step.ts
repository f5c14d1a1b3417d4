import { NO_SCORE, NOT_APPLICABLE, PARTLY, UNSURE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import { Addends } from './addends.ts'
import { type Child, registersOf, type Standing } from './row-of-children.ts'

/**
 * One branch. Where all its children have scores for all their points it is a few tight loops; rows in which one has not
 * are then done again one by one, as `evaluate/score-tree.ts` does them.
 */
export abstract class BranchStep extends Step {
  protected readonly addends: Addends

  /**
   * children  those that count
   * choice    where the branch is one of them, which
   */
  constructor(
    protected readonly place: Standing,
    protected readonly children: readonly Child[],
    private readonly choice?: Register,
  ) {
    super()
    this.addends = new Addends(children)
  }

  get reads(): readonly Register[] {
    return this.choice === undefined ? registersOf(this.children) : [this.choice, ...registersOf(this.children)]
  }

  get writes(): readonly Register[] {
    return registersOf([this.place])
  }

  /** Where to, how many, and what it adds up, where that is all it does in rows in which everything is plain. */
  get plainSum(): Register[] | undefined {
    return undefined
  }

  /**
   * Scores of rows in which everything is plain; what it writes elsewhere is written over.
   *
   * returns  whether one of them may be NaN, for not being sure
   */
  protected abstract all(memory: Memory, into: Float64Array, rows: number): boolean

  /**
   * One row in which something is not.
   *
   * returns  its state
   */
  protected abstract one(memory: Memory, row: number): number

  run(memory: Memory, rows: number): void {
    const { num } = this.place
    const mayBeUnsure = this.all(memory, memory.values[num]!, rows)
    const mixed = this.addends.mixed(memory) | (this.choice === undefined ? 0 : memory.mixed[this.choice]!)
    memory.mixed[num] = mixed === 0 && !mayBeUnsure ? 0 : this.others(memory, rows)
  }

  /** Rows in which not all is plain; returns the states of all. */
  private others(memory: Memory, rows: number): number {
    const { num, applicable, toSiblings, points } = this.place
    const scores = memory.values[num]!
    const states = memory.states[num]!
    states.fill(0, 0, rows)
    if (this.choice !== undefined) gather(memory, this.choice, states, rows)
    for (const { num } of this.children) gather(memory, num, states, rows)
    memory.values[applicable]!.fill(points, 0, rows)
    memory.values[toSiblings]!.fill(0, 0, rows)
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      let state = states[row]!
      if (state !== 0) state = (state & UNSURE) !== 0 ? UNSURE : this.one(memory, row)
      else if (Number.isNaN(scores[row])) state = UNSURE
      states[row] = state
      mixed |= state
    }
    return mixed
  }

  /** value  NaN where there is none that is sure */
  protected scored(memory: Memory, row: number, value: number, unverified: number, outside: number): number {
    if (Number.isNaN(value)) return UNSURE
    memory.values[this.place.num]![row] = value
    if (outside === 0) return unverified
    memory.values[this.place.applicable]![row] = this.place.points - outside
    return unverified | PARTLY
  }

  /** Its points go the way its children's would. */
  protected notApplicable(memory: Memory, row: number, toSiblings: number): number {
    memory.values[this.place.applicable]![row] = 0
    memory.values[this.place.toSiblings]![row] = toSiblings
    return NOT_APPLICABLE | NO_SCORE
  }
}

/** Or-s a register's states into others. */
export function gather(memory: Memory, register: Register, into: Uint8Array, rows: number): void {
  if (memory.mixed[register] === 0) return
  const states = memory.states[register]!
  for (let row = 0; row < rows; row++) into[row] = into[row]! | states[row]!
}
