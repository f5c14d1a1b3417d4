import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import { BranchStep } from './branch-step.ts'
import type { EmptyStep } from './empty-step.ts'

/**
 * All branches, from the leaves up. Blocks of rows run them one after the other. For a single row that would mostly be
 * calls: where all its leaves are plain, branches that only add up are one loop over a list.
 */
export class TreeStep extends Step {
  /** What the tree reads from outside with a state: leaves, selectors. */
  private readonly given: readonly Register[]
  /** Neighbouring branches that only add up as lists: where to, how many, what; and so on. Others as they are. */
  private readonly parts: readonly (readonly number[] | BranchStep | EmptyStep)[]
  private outside: readonly Register[] | undefined

  constructor(private readonly steps: readonly (BranchStep | EmptyStep)[]) {
    super()
    this.given = outsideOf(steps, ({ stated }) => stated)
    this.parts = partsOf(steps)
  }

  /** Asked for again at each change of a live score, and by nobody else. */
  get reads(): readonly Register[] {
    this.outside ??= outsideOf(this.steps, ({ reads }) => reads)
    return this.outside
  }

  get writes(): readonly Register[] {
    return this.steps.flatMap(({ writes }) => writes)
  }

  run(memory: Memory, rows: number): void {
    if (rows === 1 && this.isPlain(memory) && this.runPlain(memory)) return
    for (const step of this.steps) step.run(memory, rows)
  }

  private isPlain({ mixed }: Memory): boolean {
    const { given } = this
    let seen = 0
    for (let at = 0; at < given.length; at++) seen |= mixed[given[at]!]!
    return seen === 0
  }

  /** returns  whether all branches are plain too; one without children or without a sure mean is not */
  private runPlain(memory: Memory): boolean {
    const { parts } = this
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at]!
      if (isList(part)) addUpAll(memory, part)
      else {
        part.run(memory, 1)
        if (memory.mixed[part.num] !== 0) return false
      }
    }
    return true
  }
}

const isList = (part: readonly number[] | BranchStep | EmptyStep): part is readonly number[] => Array.isArray(part)

function addUpAll({ values, mixed }: Memory, list: readonly number[]): void {
  let at = 0
  while (at < list.length) {
    const to = list[at]!
    const end = at + 2 + list[at + 1]!
    let sum = 0
    for (at += 2; at < end; at++) sum += values[list[at]!]![0]!
    values[to]![0] = sum
    mixed[to] = 0
  }
}

type Steps = readonly (BranchStep | EmptyStep)[]

/** Registers that the steps read and none of them writes. */
function outsideOf(steps: Steps, of: (step: BranchStep | EmptyStep) => readonly Register[]): readonly Register[] {
  const own = new Set(steps.flatMap(({ writes }) => writes))
  return [...new Set(steps.flatMap(of))].filter((register) => !own.has(register))
}

function partsOf(steps: Steps): TreeStep['parts'] {
  const parts: (number[] | BranchStep | EmptyStep)[] = []
  for (const step of steps) {
    const sum = step instanceof BranchStep ? step.plainSum : undefined
    if (sum === undefined) parts.push(step)
    else {
      const last = parts.at(-1)
      const list = [step.num, sum.length, ...sum]
      if (last !== undefined && Array.isArray(last)) last.push(...list)
      else parts.push(list)
    }
  }
  return parts.map((part) => (Array.isArray(part) ? part.slice() : part))
}
