import type { Exact, GroupFacts, GroupMember, Result, Submission } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { policyOf } from '../compile/policy.ts'
import { Inputs } from './inputs.ts'
import { actualValue } from './methods/by-curve.ts'
import { score } from './score.ts'

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
    const values = own.ok ? await rankedValues(own.value, ranked, submission) : {}
    members.push({ subject: submission.subject, values, rates: {} })
  }
  const facts: GroupFacts = { yardstick: 'group/1', scheme: { id: compiled.scheme.id, hash: compiled.hash }, members }
  if (averaged.length === 0) return facts
  const withRates: GroupMember[] = []
  for await (const submission of all()) {
    const own = scoredBy(submission)
    const rates = own.ok ? await exactRates(own.value, averaged, submission, facts) : {}
    withRates.push({ ...members[withRates.length]!, rates })
  }
  return { ...facts, members: withRates }
}

function leavesWhere(compiled: CompiledScheme, holds: (leaf: CompiledLeaf) => boolean): CompiledLeaf[] {
  return compiled.nodes.filter((node): node is CompiledLeaf => node.type === 'leaf' && holds(node))
}

async function rankedValues(compiled: CompiledScheme, ranked: readonly CompiledLeaf[], submission: Submission) {
  if (ranked.length === 0) return {}
  const { results } = await score(compiled, submission)
  const inputs = new Inputs(compiled, submission)
  return exactTexts(ranked, ({ node: { id } }) => {
    // Who a leaf does not apply to is not ranked by it.
    const { state } = results.get(id)!
    return state === 'not-applicable' ? undefined : exactValueOf(compiled.nodeById.get(id) as CompiledLeaf, inputs)
  })
}

async function exactRates(
  compiled: CompiledScheme,
  averaged: readonly CompiledLeaf[],
  submission: Submission,
  facts: GroupFacts,
) {
  const { results } = await score(compiled, submission, facts)
  return exactTexts(averaged, ({ node: { id }, points }) => {
    const { state, exact } = results.get(id)!
    return state === 'present' && exact !== null && points.sign > 0 ? exact.over(points) : undefined
  })
}

function exactValueOf({ method }: CompiledLeaf, inputs: Inputs): Exact | undefined {
  const x = actualValue(method, inputs)
  return x.state === 'present' ? x.value : undefined
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
