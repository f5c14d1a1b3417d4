import type { Exact, GroupFacts, GroupMember, Submission } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { policyOf } from '../compile/policy.ts'
import { score } from './evaluate.ts'
import { Inputs } from './inputs.ts'
import { actualValue } from './methods/by-curve.ts'

/**
 * The facts of a group, frozen: every member's exact value for ranked leaves, then, with those in place, its exact score
 * rate for leaves under `group-mean`. A member without a value stands in no rank; one without a rate in no mean.
 *
 * submissions  all of them, or what gives them from the first on each time it is called: a group of any size is then gone
 *              through without ever being held
 */
export async function groupFacts(
  compiled: CompiledScheme,
  submissions: readonly Submission[] | (() => AsyncIterable<Submission>),
): Promise<GroupFacts> {
  const all = typeof submissions === 'function' ? submissions : () => submissions
  const ranked = leavesWhere(compiled, (leaf) => leaf.method.scoring.method === 'rank')
  const averaged = leavesWhere(compiled, (leaf) => policyOf(compiled.scheme, leaf.node) === 'group-mean')
  const members: GroupMember[] = []
  for await (const submission of all()) {
    const isRanked = ranked.length === 0 ? undefined : await applies(compiled, submission)
    const inputs = new Inputs(compiled, submission)
    const values = exactTexts(ranked, (leaf) => (isRanked?.(leaf) ? exactValueOf(leaf, inputs) : undefined))
    members.push({ subject: submission.subject, values, rates: {} })
  }
  const facts: GroupFacts = { yardstick: 'group/1', scheme: { id: compiled.scheme.id, hash: compiled.hash }, members }
  if (averaged.length === 0) return facts
  const withRates: GroupMember[] = []
  for await (const submission of all()) {
    const { results } = await score(compiled, submission, facts)
    const rateOf = (leaf: CompiledLeaf) => {
      const result = results.get(leaf.node.id)!
      return result.state === 'present' && result.exact !== null && leaf.points.sign > 0
        ? result.exact.over(leaf.points)
        : undefined
    }
    withRates.push({ ...members[withRates.length]!, rates: exactTexts(averaged, rateOf) })
  }
  return { ...facts, members: withRates }
}

function leavesWhere(compiled: CompiledScheme, holds: (leaf: CompiledLeaf) => boolean): CompiledLeaf[] {
  return compiled.nodes.filter((node): node is CompiledLeaf => node.type === 'leaf' && holds(node))
}

/** Who a leaf does not apply to is not ranked by it. */
async function applies(compiled: CompiledScheme, submission: Submission): Promise<(leaf: CompiledLeaf) => boolean> {
  const { results } = await score(compiled, submission)
  return (leaf) => results.get(leaf.node.id)!.state !== 'not-applicable'
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
