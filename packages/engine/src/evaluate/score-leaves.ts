import { Exact, type Reading } from '@yardstick/model'
import type { CompiledLeaf } from '../compile/compiled.ts'
import { type Asking, answered } from './asking.ts'
import { finishLeaf, isZeroWhenMissing } from './finish-leaf.ts'
import { Inputs } from './inputs.ts'
import { type Answers, leafOutcome } from './leaf-method.ts'
import type { Outcome } from './outcome.ts'
import { askRecords } from './records.ts'
import type { LeafResult } from './result.ts'
import type { Truths } from './rules.ts'
import type { Run } from './run.ts'

/** Phases 1 to 3 of `design.md` 7: what does not apply, the methods, then what rules do to single leaves. */
export function* scoreLeaves(run: Run): Asking<{
  results: Map<string, LeafResult>
  truths: Truths
  /** What a rule on a leaf reads: items, measures, and the leaves as their methods left them. */
  read: (fact: string) => Reading
}> {
  const { compiled, inputs } = run
  const truths = yield* answered(compiled.conditions.items, inputs.read)
  const records = yield* askRecords(compiled, inputs)
  const unitTruths = yield* askUnits(run)
  const leaves = new Leaves(run, { truths, unitTruths, records })
  const ruleTruths = yield* answered(compiled.conditions.leaves, leaves.read)
  const results = new Map<string, LeafResult>()
  for (const node of compiled.nodes) {
    if (node.type === 'leaf') results.set(node.node.id, leaves.finish(node, ruleTruths))
  }
  return { results, truths, read: leaves.read }
}

/** The leaves of one submission, each scored when it is first needed: a share of siblings waits for them by asking. */
export class Leaves {
  private readonly methods = new Map<string, AfterMethod>()

  constructor(
    private readonly run: Run,
    private readonly answers: Omit<Answers, 'outcomeOf'>,
  ) {}

  /** Phase 3 for one leaf. */
  finish(leaf: CompiledLeaf, ruleTruths: Truths): LeafResult {
    const { outcome, base } = this.afterMethod(leaf)
    return finishLeaf(leaf, outcome, base, this.run, ruleTruths, this.read)
  }

  /** `score:` in points and `rate:` 0…1 of a leaf as its method left them; else an item or a measure. */
  readonly read = (fact: string): Reading => {
    const [, kind, id = ''] = /^(score|rate):(.+)$/u.exec(fact) ?? []
    const leaf = kind === undefined ? undefined : this.run.compiled.nodeById.get(id)
    if (leaf?.type !== 'leaf') return this.run.inputs.read(fact)
    const { outcome, base } = this.afterMethod(leaf)
    if (base !== null) {
      const value = kind === 'score' || leaf.points.sign === 0 ? base : base.over(leaf.points)
      const isUnverified = outcome.state === 'present' && outcome.provisional
      return { state: 'present', value, ...(isUnverified ? { provisional: true } : {}) }
    }
    if (outcome.state === 'error' && outcome.issue !== undefined) return { state: 'error', issue: outcome.issue }
    return { state: 'missing', names: outcome.state === 'missing' ? outcome.names : [fact] }
  }

  private afterMethod(leaf: CompiledLeaf): AfterMethod {
    const { id } = leaf.node
    let found = this.methods.get(id)
    if (found === undefined) {
      const outcome = leafOutcome(leaf, this.run, { ...this.answers, outcomeOf: this.outcomeOf })
      found = { outcome, base: baseOf(leaf, outcome, this.run) }
      this.methods.set(id, found)
    }
    return found
  }

  private readonly outcomeOf = (id: string): Outcome =>
    this.afterMethod(this.run.compiled.nodeById.get(id) as CompiledLeaf).outcome
}

interface AfterMethod {
  readonly outcome: Outcome
  /** Points, clamped; 0 for a missing leaf that counts as zero; null where there are none. */
  readonly base: Exact | null
}

function baseOf(leaf: CompiledLeaf, outcome: Outcome, { compiled }: Run): Exact | null {
  if (outcome.state === 'present') return outcome.score.clamp(Exact.zero, leaf.points)
  return outcome.state === 'missing' && isZeroWhenMissing(leaf, compiled) ? Exact.zero : null
}

/** Conditions of a leaf that is scored unit by unit are asked of each unit's own items. */
export function* askUnits({ compiled, submission }: Run): Asking<readonly Truths[]> {
  const isAsked = compiled.nodes.some(
    ({ type, node }) =>
      type === 'leaf' && 'scoring' in node && node.weighUnitsBy !== undefined && node.scoring.method === 'checklist',
  )
  if (!isAsked) return []
  const truths: Truths[] = []
  for (const unit of submission.units ?? []) {
    truths.push(yield* answered(compiled.conditions.items, new Inputs(compiled, unit).read))
  }
  return truths
}
