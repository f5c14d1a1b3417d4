import { evaluateNode, type Node } from '@yardstick/formula'
import { CivilDate, Exact, type Reading } from '@yardstick/model'
import { FAULT, MISSING, NOT_APPLICABLE, PRESENT, SAFE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Texts } from '../texts.ts'
import type { Register } from '../value.ts'
import { orOf } from './settle.ts'

/** A part of a formula that is read row by row: lists and their records, powers, dates put together. */
export class ReadingStep extends Step {
  /**
   * reads  the registers of the names that the part reads
   * readsLists  lists have no register
   */
  constructor(
    private readonly num: Register,
    private readonly den: Register | undefined,
    private readonly node: Node,
    private readonly texts: Texts,
    readonly reads: readonly Register[],
    private readonly readsLists: boolean,
  ) {
    super()
  }

  get writes(): readonly Register[] {
    return this.den === undefined ? [this.num] : [this.num, this.den]
  }

  override get readsDocument(): boolean {
    return this.readsLists
  }

  run(memory: Memory, rows: number): void {
    const states = memory.states[this.num]!
    if (!memory.hasSource) {
      states.fill(UNSURE, 0, rows)
      memory.mixed[this.num] = UNSURE
      return
    }
    for (let row = 0; row < rows; row++) {
      states[row] = this.write(memory, row, evaluateNode(this.node, memory.reference(row).inputs.read))
    }
    memory.mixed[this.num] = orOf(states, rows)
    if (this.den !== undefined) memory.mixed[this.den] = 0
  }

  /** Writes a present value; returns the state. */
  private write(memory: Memory, row: number, reading: Reading): number {
    if (reading.state !== 'present') return STATES[reading.state]
    const { value } = reading
    const state = reading.provisional === true ? UNVERIFIED : PRESENT
    const nums = memory.values[this.num]!
    const dens = this.den === undefined ? undefined : memory.values[this.den]!
    if (value instanceof Exact) {
      const num = Number(value.numerator)
      const den = Number(value.denominator)
      nums[row] = num
      if (dens === undefined) return UNSURE
      dens[row] = den
      return Math.abs(num) <= SAFE && den <= SAFE ? state : UNSURE
    }
    if (value instanceof CivilDate) nums[row] = value.dayNumber
    else if (typeof value === 'boolean') nums[row] = Number(value)
    else if (typeof value === 'string') nums[row] = this.texts.codeOf(value)
    else return UNSURE
    return state
  }
}

const STATES = { missing: MISSING, 'not-applicable': NOT_APPLICABLE, error: FAULT } as const
