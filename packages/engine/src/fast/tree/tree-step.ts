import type { Memory } from '../memory.ts'
import { PlainStep } from '../plain-step.ts'
import { type QuickStep, Step } from '../step.ts'
import type { Register } from '../value.ts'
import { BranchStep } from './branch-step.ts'
import type { EmptyStep } from './empty-step.ts'

/**
 * All branches, from the leaves up. Where all is plain, branches that only add up are one loop over a list: of a single row
 * they would mostly be calls.
 */
export class TreeStep extends Step {
  /** Neighbouring branches that only add up as lists: where to, how many, what; and so on. Others as they are. */
  private readonly parts: readonly (readonly number[] | PlainStep)[]

  constructor(private readonly steps: Steps) {
    super()
    this.parts = partsOf(steps)
  }

  get reads(): readonly Register[] {
    const own = new Set(this.writes)
    return [...new Set(this.steps.flatMap(({ reads }) => reads))].filter((register) => !own.has(register))
  }

  get writes(): readonly Register[] {
    return this.steps.flatMap(({ writes }) => writes)
  }

  run(memory: Memory, rows: number): void {
    for (const step of this.steps) step.run(memory, rows)
  }

  override get quick(): QuickStep {
    return this
  }

  runPlain(memory: Memory): boolean {
    const { parts } = this
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at]!
      if (isList(part)) addUpAll(memory, part)
      else if (!part.runPlain(memory)) return false
    }
    return true
  }

  runEach([only]: readonly TreeStep[], memory: Memory): boolean {
    return only!.runPlain(memory)
  }
}

const isList = (part: readonly number[] | PlainStep): part is readonly number[] => Array.isArray(part)

function addUpAll({ cells }: Memory, list: readonly number[]): void {
  let at = 0
  while (at < list.length) {
    const to = list[at]!
    const end = at + 2 + list[at + 1]!
    let sum = 0
    for (at += 2; at < end; at++) sum += cells[list[at]!]!
    cells[to] = sum
  }
}

type Steps = readonly (BranchStep | EmptyStep)[]

function partsOf(steps: Steps): TreeStep['parts'] {
  const parts: (number[] | PlainStep)[] = []
  for (const step of steps) {
    const list = step instanceof BranchStep ? step.plainSum : undefined
    if (list === undefined) parts.push(new PlainStep(step))
    else {
      const last = parts.at(-1)
      if (last !== undefined && Array.isArray(last)) last.push(...list)
      else parts.push(list)
    }
  }
  return parts.map((part) => (Array.isArray(part) ? part.slice() : part))
}
