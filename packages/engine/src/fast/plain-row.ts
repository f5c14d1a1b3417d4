import type { Submission } from '@yardstick/model'
import { Fill } from './fill.ts'
import type { Memory } from './memory.ts'
import { PlainStep } from './plain-step.ts'
import type { Plan } from './plan.ts'
import type { RowReader } from './read/row-reader.ts'
import type { QuickStep, Step } from './step.ts'
import type { Register } from './value.ts'

/**
 * The short way for one submission, as most are: everything is there, verified, plain in form and within bounds. Then no
 * state needs to be looked at. Whatever turns out otherwise is done again the long way.
 *
 * Blocks of rows go leaf by leaf, so that what a leaf reads is still near when it is read; of one row everything is near,
 * and what costs is that there are so many steps. So those of one class that do not wait for each other are taken together.
 */
export class PlainRow {
  private readonly parts: readonly Part[]

  private constructor(
    private readonly plan: Plan,
    private readonly reader: RowReader,
  ) {
    this.parts = rounds(plan.steps).flatMap(partsOf)
  }

  /** undefined where something is never plain, or needs the document. */
  static of(plan: Plan, reader: RowReader): PlainRow | undefined {
    const isNever = plan.steps.some((step) => step.readsDocument || (step instanceof Fill && !step.isPresent))
    return isNever ? undefined : new PlainRow(plan, reader)
  }

  /** returns  whether the memory holds what the submission comes to; states in it then mean nothing */
  run(memory: Memory, submission: Submission): boolean {
    memory.begin(this.plan.compiled, undefined)
    if (!this.reader.fillPlain(memory, submission)) return false
    const { parts } = this
    for (let index = 0; index < parts.length; index++) {
      const { first, alike } = parts[index]!
      if (!(alike === undefined ? first.runPlain(memory) : alike[0]!.runEach(alike, memory))) return false
    }
    return true
  }
}

/** What is done in one go: one step, or quick steps of one class. */
interface Part {
  readonly first: PlainStep | QuickStep
  readonly alike: readonly QuickStep[] | undefined
}

/** Steps of one round. */
function partsOf(steps: readonly Step[]): Part[] {
  const quickByClass = new Map<unknown, QuickStep[]>()
  const others: Part[] = []
  for (const step of steps) {
    const { quick } = step
    if (quick === undefined) others.push({ first: new PlainStep(step), alike: undefined })
    else {
      const found = quickByClass.get(quick.constructor)
      if (found === undefined) quickByClass.set(quick.constructor, [quick])
      else found.push(quick)
    }
  }
  const quick = [...quickByClass.values()].map((alike): Part => {
    return { first: alike[0]!, alike: alike.length === 1 ? undefined : alike.slice() }
  })
  return [...quick, ...others]
}

/** Steps that do not wait for each other stand in one round, each as late as can be. */
function rounds(steps: readonly Step[]): Step[][] {
  const found: Step[][] = []
  /** By register: the round before the one that writes it first, and before the one that writes or reads it first. */
  const written = new Map<Register, number>()
  const touched = new Map<Register, number>()
  for (const step of [...steps].reverse()) {
    const { reads, writes } = step
    let round = 0
    for (const each of reads) round = Math.max(round, written.get(each) ?? 0)
    for (const each of writes) round = Math.max(round, touched.get(each) ?? 0)
    for (const each of reads) touched.set(each, Math.max(round + 1, touched.get(each) ?? 0))
    for (const each of writes) {
      written.set(each, round + 1)
      touched.set(each, round + 1)
    }
    found[round] ??= []
    found[round]!.unshift(step)
  }
  return found.reverse()
}
