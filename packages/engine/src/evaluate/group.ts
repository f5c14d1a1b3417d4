import type { Exact, GroupFacts, GroupMember, Result, Submission } from '@yardstick/model'
import type { CompiledLeaf, CompiledNode, CompiledScheme } from '../compile/compiled.ts'
import { policyOf } from '../compile/policy.ts'
import { RowReference } from '../fast/row-reference.ts'
import { actualValue } from './methods/by-curve.ts'
import type { LeafResult } from './result.ts'

/** What scores a submission: the scheme bound to its own declaration, or why the two do not go together. */
export type ScoredBy = (submission: Submission) => Result<CompiledScheme>

/**
 * The facts of a group, frozen: every member's exact value for ranked leaves, then, with those in place, its exact score
 * rate for leaves under `group-mean`. A member without a value stands in no rank; one without a rate in no mean.
 *
 * submissions  all of them, or what gives them from the first on each time it is called: a group of any size is then gone
 *              through without ever being held
 * scoredBy     where members have declarations of their own. The leaves are the scheme's: what one unit adds for itself is
 *              in nobody else's group. Whoever cannot be scored stands in no rank and no mean
 */
export async function groupFacts(
  compiled: CompiledScheme,
  submissions: readonly Submission[] | (() => AsyncIterable<Submission>),
  scoredBy: ScoredBy = () => ({ ok: true, value: compiled }),
): Promise<GroupFacts> {
  const all = typeof submissions === 'function' ? submissions : () => submissions
  const ranked = leavesWhere(compiled, (leaf) => leaf.method.scoring.method === 'rank')
  const averaged = leavesWhere(compiled, (leaf) => policyOf(compiled.scheme, leaf.node) === 'group-mean')
  const members: GroupMember[] = []
  for await (const submission of all()) {
    const own = scoredBy(submission)
    const values = own.ok ? rankedValues(new RowReference(own.value, submission, undefined), ranked) : {}
    members.push({ subject: submission.subject, values, rates: {} })
  }
  const facts: GroupFacts = { yardstick: 'group/1', scheme: { id: compiled.scheme.id, hash: compiled.hash }, members }
  if (averaged.length === 0) return facts
  const withRates: GroupMember[] = []
  for await (const submission of all()) {
    const own = scoredBy(submission)
    const rates = own.ok ? exactRates(new RowReference(own.value, submission, facts), averaged) : {}
    withRates.push({ ...members[withRates.length]!, rates })
  }
  return { ...facts, members: withRates }
}

function leavesWhere(compiled: CompiledScheme, holds: (leaf: CompiledLeaf) => boolean): CompiledLeaf[] {
  return compiled.nodes.filter((node): node is CompiledLeaf => node.type === 'leaf' && holds(node))
}

function rankedValues(row: RowReference, ranked: readonly CompiledLeaf[]) {
  return exactTexts(ranked, (leaf) => {
    const { node, state } = resultOf(row, leaf)
    // Who a leaf does not apply to is not ranked by it; where its formula is wrong nobody has a value.
    const isRanked = state !== 'not-applicable' && node.method.actual !== undefined
    const x = isRanked ? actualValue(node.method, row.inputs) : undefined
    return x?.state === 'present' ? x.value : undefined
  })
}

function exactRates(row: RowReference, averaged: readonly CompiledLeaf[]) {
  return exactTexts(averaged, (leaf) => {
    const { state, exact } = resultOf(row, leaf)
    return state === 'present' && exact !== null && leaf.points.sign > 0 ? exact.over(leaf.points) : undefined
  })
}

/** Only what is asked for is scored, unless a choice among alternatives says whether the leaf counts at all. */
function resultOf(row: RowReference, { node: { id } }: CompiledLeaf): LeafResult {
  const leaf = row.compiled.nodeById.get(id) as CompiledLeaf
  return hangsInAlternatives(leaf) ? (row.whole().results.get(id) as LeafResult) : row.leaf(leaf)
}

function hangsInAlternatives({ parent }: CompiledNode): boolean {
  return parent !== null && (typeof parent.node.combine === 'object' || hangsInAlternatives(parent))
}

function exactTexts(
  leaves: readonly CompiledLeaf[],
  valueFor: (leaf: CompiledLeaf) => Exact | undefined,
): { [id: string]: string } {
  return Object.fromEntries(
    leaves.flatMap((leaf) => {
      const value = valueFor(leaf)
      return value === undefined ? [] : [[leaf.node.id, value.toText()]]
    }),
  )
}
