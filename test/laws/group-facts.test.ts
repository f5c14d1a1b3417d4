import { type CompiledLeaf, type CompiledScheme, evaluate, groupFacts } from '@yardstick/engine'
import { Exact, type GroupFacts, type Submission, validate } from '@yardstick/model'
import { expect, test } from 'vitest'
import { prepare, randomPairs, sha256 } from './random/pair.ts'
import { pairCount } from './scale.ts'

/** What groups are frozen as, held against what single evaluations by the reference say (LAWS.md of the engine). */
test('[G1] facts of a group are what an evaluation of each member says of ranked values and of score rates', async () => {
  const count = { groups: 0, values: 0, rates: 0 }
  for (const pair of randomPairs(140, pairCount(160))) {
    if (pair.group === undefined) continue
    const { declaration: _, ...undeclared } = pair
    const { compiled } = await prepare(undeclared)
    const members = pair.group.map(read)
    const facts = await groupFacts(compiled, members)
    const plain = await prepare({ ...undeclared, scheme: JSON.parse(JSON.stringify(pair.scheme), rankedByPlace) })
    const expected = await factsByEvaluation(facts, compiled, plain.compiled, members)
    expect(facts, `seed ${pair.random.seed}/${pair.seed}`).toEqual(expected)
    count.groups++
    for (const { values, rates } of facts.members) {
      count.values += Object.keys(values).length
      count.rates += Object.keys(rates).length
    }
  }
  expect(Math.min(count.groups, count.values, count.rates)).toBeGreaterThan(pairCount(12))
}, 600_000)

/** A place is there for whoever has a value, whatever the others have. */
function rankedByPlace(_: string, value: unknown): unknown {
  const isRank = typeof value === 'object' && value !== null && 'method' in value && value.method === 'rank'
  return isRank ? { method: 'rank', rule: { by: 'place', places: ['0'], otherwise: '0' } } : value
}

/**
 * plain  the same scheme, ranked by place without groups
 * found  what is taken where a leaf with a value is kept from its score by something else, so that no trace says the value
 */
async function factsByEvaluation(
  found: GroupFacts,
  compiled: CompiledScheme,
  plain: CompiledScheme,
  members: readonly Submission[],
): Promise<GroupFacts> {
  const leaves = compiled.nodes.filter((node): node is CompiledLeaf => node.type === 'leaf')
  const ranked = leaves.filter(({ node }) => node.scoring.method === 'rank')
  const averaged = leaves.filter(({ node }) => (node.notApplicable ?? compiled.scheme.notApplicable) === 'group-mean')
  const of = (all: GroupFacts['members']): GroupFacts => ({
    yardstick: 'group/1',
    scheme: { id: compiled.scheme.id, hash: compiled.hash },
    members: [...all],
  })
  const withValues = await Promise.all(
    members.map(async (submission, index) => {
      // Beside somebody else a rank is there, and its trace says of which value.
      const other = { ...submission.subject, department: '另一个' }
      const beside = of([
        { subject: other, values: Object.fromEntries(ranked.map(({ node }) => [node.id, '1'])), rates: {} },
      ])
      const { indicators } = await evaluate(plain, submission, { sha256, group: beside })
      const values = ranked.flatMap(({ node: { id } }) => {
        const { state, trace } = indicators.find((each) => each.id === id)!
        const said = trace !== undefined && 'inputs' in trace ? trace.actual : undefined
        const actual = said ?? found.members[index]!.values[id]
        return state === 'not-applicable' || actual === undefined ? [] : [[id, actual] as const]
      })
      return { subject: submission.subject, values: Object.fromEntries(values), rates: {} }
    }),
  )
  const facts = of(withValues)
  const withRates = members.map(async (submission, index) => {
    const { indicators } = await evaluate(compiled, submission, { sha256, trace: false, group: facts })
    const rates = averaged.flatMap(({ node: { id }, points }) => {
      const { state, score, exact } = indicators.find((each) => each.id === id)!
      if (state !== 'present' || points.sign === 0) return []
      return [
        [
          id,
          exactOf(exact ?? score!)
            .over(points)
            .toText(),
        ] as const,
      ]
    })
    return { ...withValues[index]!, rates: Object.fromEntries(rates) }
  })
  return of(await Promise.all(withRates))
}

function exactOf(text: string): Exact {
  const [above, below] = text.split('/')
  return below === undefined ? Exact.of(above!) : Exact.of(above!).over(Exact.of(below))
}

function read(document: unknown): Submission {
  const found = validate('submission', document)
  if (!found.ok) throw new Error(JSON.stringify(found.issues))
  return found.value
}
