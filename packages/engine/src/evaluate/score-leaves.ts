import { Exact, type Reading } from '@yardstick/model'
import type { CompiledLeaf } from '../compile/compiled.ts'
import { finishLeaf, isZeroWhenMissing } from './finish-leaf.ts'
import { Inputs } from './inputs.ts'
import { leafOutcome } from './leaf-method.ts'
import type { Outcome } from './outcome.ts'
import { askRecords } from './records.ts'
import type { LeafResult } from './result.ts'
import type { Truth } from './rules.ts'
import type { Run } from './run.ts'
import { countsSiblings } from './siblings.ts'

/** Phases 1 to 3 of `design.md` 7: what does not apply, the methods, then what rules do to single leaves. */
export async function scoreLeaves(run: Run): Promise<{
  results: Map<string, LeafResult>
  truths: ReadonlyMap<string, Truth>
  /** What a rule on a leaf reads: items, measures, and the leaves as their methods left them. */
  read: (fact: string) => Reading
}> {
  const { compiled, inputs } = run
  const truths = (await compiled.conditions.items?.ask(inputs.read)) ?? NOTHING_ASKED
  const records = await askRecords(compiled, inputs)
  const unitTruths = await askUnits(run)
  const leaves = compiled.nodes.filter((node) => node.type === 'leaf')
  const scored = new Map<string, ScoredLeaf>()
  // A share of siblings is taken once they are scored.
  for (const leaf of [...leaves.filter((each) => !countsSiblings(each)), ...leaves.filter(countsSiblings)]) {
    const outcome = leafOutcome(leaf, run, { truths, unitTruths, records, outcomeOf: (id) => scored.get(id)!.outcome })
    scored.set(leaf.node.id, { leaf, outcome, base: baseOf(leaf, outcome, run) })
  }
  const read = (fact: string): Reading => baseFact(fact, scored) ?? inputs.read(fact)
  const ruleTruths = (await compiled.conditions.leaves?.ask(read)) ?? NOTHING_ASKED
  const results = new Map<string, LeafResult>()
  for (const leaf of leaves) {
    const { outcome, base } = scored.get(leaf.node.id)!
    results.set(leaf.node.id, finishLeaf(leaf, outcome, base, run, ruleTruths, read))
  }
  return { results, truths, read }
}

/** Conditions of a leaf that is scored unit by unit are asked of each unit's own items. */
async function askUnits({ compiled, submission }: Run): Promise<readonly ReadonlyMap<string, Truth>[]> {
  const isAsked = compiled.nodes.some(
    ({ type, node }) =>
      type === 'leaf' && 'scoring' in node && node.weighUnitsBy !== undefined && node.scoring.method === 'checklist',
  )
  if (!isAsked) return []
  const truths: ReadonlyMap<string, Truth>[] = []
  for (const unit of submission.units ?? []) {
    truths.push((await compiled.conditions.items?.ask(new Inputs(compiled, unit).read)) ?? NOTHING_ASKED)
  }
  return truths
}

const NOTHING_ASKED: ReadonlyMap<string, Truth> = new Map()

interface ScoredLeaf {
  readonly leaf: CompiledLeaf
  readonly outcome: Outcome
  readonly base: Exact | null
}

/** A leaf's points after its method: clamped; 0 for a missing leaf that counts as zero; null where there are none. */
function baseOf(leaf: CompiledLeaf, outcome: Outcome, { compiled }: Run): Exact | null {
  if (outcome.state === 'present') return outcome.score.clamp(Exact.zero, leaf.points)
  return outcome.state === 'missing' && isZeroWhenMissing(leaf, compiled) ? Exact.zero : null
}

/** `score:` in points and `rate:` 0…1 of a leaf as its method left them. */
function baseFact(fact: string, scored: ReadonlyMap<string, ScoredLeaf>): Reading | undefined {
  const [, kind, id = ''] = /^(score|rate):(.+)$/u.exec(fact) ?? []
  const found = scored.get(id)
  if (kind === undefined || found === undefined) return undefined
  const { leaf, outcome, base } = found
  if (base !== null) {
    const value = kind === 'score' || leaf.points.sign === 0 ? base : base.over(leaf.points)
    const isUnverified = outcome.state === 'present' && outcome.provisional
    return { state: 'present', value, ...(isUnverified ? { provisional: true } : {}) }
  }
  if (outcome.state === 'error' && outcome.issue !== undefined) return { state: 'error', issue: outcome.issue }
  return { state: 'missing', names: outcome.state === 'missing' ? outcome.names : [fact] }
}
