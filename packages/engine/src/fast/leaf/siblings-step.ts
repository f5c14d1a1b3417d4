import { answerState } from '../condition/fact-state.ts'
import { FAULT, MISSING, NOT_APPLICABLE, PRESENT, STATE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'

/** One indicator beside the leaf. A sibling is met by its value beside its target, or, without one of them, by full points. */
export interface Sibling {
  /** State after phases 1 and 2. */
  readonly outcome: Register
  /** Whether it has full points. */
  readonly isFull: Register
  /** Its value with the answer beside its target; undefined where that never decides. */
  readonly byValue: { readonly x: Register; readonly isMet: Register } | undefined
  /** Its target where that is data. */
  readonly target: Register | undefined
}

/** 达标占比: how many of the siblings that apply are met, and how many they are. */
export class SiblingsStep extends Step {
  constructor(
    private readonly met: Register,
    private readonly counted: Register,
    private readonly siblings: readonly Sibling[],
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return this.siblings.flatMap(({ outcome, isFull, byValue, target }) => [
      outcome,
      isFull,
      ...(byValue === undefined ? [] : [byValue.x, byValue.isMet]),
      ...(target === undefined ? [] : [target]),
    ])
  }

  get writes(): readonly Register[] {
    return [this.met, this.counted]
  }

  run(memory: Memory, rows: number): void {
    const { siblings } = this
    const met = memory.values[this.met]!
    const counted = memory.values[this.counted]!
    const states = memory.states[this.met]!
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      let state = 0
      met[row] = 0
      counted[row] = 0
      for (const sibling of siblings) {
        const found = siblingState(memory, sibling, row)
        if ((found & STATE) === NOT_APPLICABLE) continue
        state |= found
        counted[row] = counted[row]! + 1
        if (isMet(memory, sibling, row)) met[row] = met[row]! + 1
      }
      // Where nothing is counted there is no share.
      states[row] = answerState(counted[row] === 0 ? state | FAULT : state)
      mixed |= states[row]!
    }
    memory.mixed[this.met] = mixed
    memory.mixed[this.counted] = 0
  }
}

function siblingState(memory: Memory, { outcome, isFull, byValue, target }: Sibling, row: number): number {
  const scored = memory.statesOf(outcome)[row]!
  if ((scored & UNSURE) !== 0) return UNSURE
  const kind = scored & STATE
  if (kind !== PRESENT) return kind
  const x = byValue === undefined ? MISSING : memory.statesOf(byValue.x)[row]!
  const goal = target === undefined ? PRESENT : memory.statesOf(target)[row]!
  if (((x | goal) & UNSURE) !== 0) return UNSURE
  if ((x & STATE) === PRESENT && (goal & STATE) !== PRESENT) return goal & STATE
  const answer = byValue !== undefined && (x & STATE) === PRESENT ? byValue.isMet : isFull
  const unsure = memory.statesOf(answer)[row]! & UNSURE
  return (scored & UNVERIFIED) | ((goal & STATE) === PRESENT ? goal & UNVERIFIED : 0) | unsure
}

function isMet(memory: Memory, { isFull, byValue }: Sibling, row: number): boolean {
  const isByValue = byValue !== undefined && (memory.statesOf(byValue.x)[row]! & STATE) === PRESENT
  return memory.values[isByValue ? byValue.isMet : isFull]![row] === 1
}
