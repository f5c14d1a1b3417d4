import type { Entry, GroupFacts, Submission } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { type FastScheme, fastScheme } from './fast-scheme.ts'
import { UNSURE } from './lane.ts'
import type { Memory } from './memory.ts'
import type { RowScores } from './row-scores.ts'
import type { Step } from './step.ts'
import type { Register } from './value.ts'

/** One thing that was submitted, by where it stands. */
export interface Place {
  readonly kind: 'item' | 'judgement' | 'evidence'
  readonly id: string
}

/**
 * One submission that is being filled in: after a change only what depends on it is computed again. The submission handed
 * in is not changed.
 */
export class LiveScores {
  private readonly memory: Memory
  private readonly submission: Required<Pick<Submission, 'items' | 'judgements' | 'evidence'>> & Submission
  /** Of registers whose value may be another since the last run. */
  private readonly isChanged: boolean[] = []
  private isStale = true
  private epoch = -1
  private scores: RowScores | undefined
  private readonly fast: FastScheme
  /** What each step of the plan reads. */
  private readonly reads: readonly (readonly Register[])[]

  constructor(
    compiled: CompiledScheme,
    submission: Submission,
    private readonly group?: GroupFacts,
  ) {
    this.fast = fastScheme(compiled)
    this.memory = this.fast.open(1)
    this.reads = this.fast.plan.steps.map(({ reads }) => reads)
    this.submission = {
      ...submission,
      items: { ...submission.items },
      judgements: { ...submission.judgements },
      evidence: { ...submission.evidence },
    }
  }

  /** entry  of evidence its files; undefined takes away what is there */
  change({ kind, id }: Place, entry: Entry | NonNullable<Submission['evidence']>[string] | undefined): void {
    const { items, judgements, evidence } = this.submission
    const entries: { [id: string]: unknown } = kind === 'item' ? items : kind === 'judgement' ? judgements : evidence
    if (entry === undefined) delete entries[id]
    else Object.defineProperty(entries, id, { value: entry, ...PLAIN })
    this.isStale = true
  }

  /** The scores as they are now. */
  read(): RowScores {
    if (this.isStale || this.scores === undefined) {
      if (this.scores === undefined || this.epoch !== this.fast.plan.texts.epoch) this.runAll()
      else this.runChanged()
      this.scores = this.fast.read(this.memory, 0)
      this.isStale = false
    }
    return this.scores
  }

  /** Nodes, by index, that are not as they were in scores read before. */
  changedSince(before: RowScores): number[] {
    const now = this.read()
    const isSame = (index: number) =>
      now.stateOf(index) === before.stateOf(index) &&
      now.isProvisional(index) === before.isProvisional(index) &&
      now.scoreOf(index) === before.scoreOf(index)
    return [...this.fast.compiled.nodes.keys()].filter((index) => !isSame(index))
  }

  private runAll(): void {
    const { fast, memory } = this
    fast.fill(memory, 0, this.submission)
    this.epoch = fast.plan.texts.epoch
    fast.run(memory, 1, this.source)
  }

  private runChanged(): void {
    const { fast, memory, isChanged } = this
    const { plan } = fast
    isChanged.length = 0
    const before = plan.inputs.map(({ num }) => [memory.values[num]![0], memory.statesOf(num)[0]])
    fast.fill(memory, 0, this.submission)
    plan.inputs.forEach((input, index) => {
      const [value, state] = before[index]!
      const { num } = input
      const now = memory.statesOf(num)[0]!
      if (memory.values[num]![0] !== value || now !== state || (now & UNSURE) !== 0) isChanged[num] = true
    })
    memory.begin(fast.compiled, this.source)
    plan.steps.forEach((step, index) => {
      if (step.readsDocument || this.reads[index]!.some(this.hasChanged)) this.runStep(step)
    })
  }

  private readonly hasChanged = (register: number): boolean => this.isChanged[register] === true

  /** Runs it again and notes which of its registers came out otherwise. */
  private runStep(step: Step): void {
    const { memory, isChanged } = this
    const { writes } = step
    const before = writes.map((register) => [memory.values[register]![0], memory.statesOf(register)[0]])
    step.run(memory, 1)
    writes.forEach((register, index) => {
      const [value, state] = before[index]!
      const now = memory.statesOf(register)[0]!
      if (memory.values[register]![0] !== value || now !== state || (now & UNSURE) !== 0) isChanged[register] = true
    })
  }

  private get source() {
    return { submissionAt: () => this.submission, group: this.group }
  }
}

/** Also of a name such as "__proto__" the entry is the object's own. */
const PLAIN = { writable: true, enumerable: true, configurable: true }
