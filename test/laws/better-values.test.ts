import type { CompiledLeaf } from '@yardstick/engine'
import { type Evaluation, Exact, type Submission } from '@yardstick/model'
import { expect, test } from 'vitest'
import { Chance } from './random/chance.ts'
import { number } from './random/draft.ts'
import { evaluated, prepare, type Ready, randomPairs } from './random/pair.ts'
import { pairCount } from './scale.ts'

/** ratio without overshoot and one-sided steps, without rules: a better actual never lowers a score. */
test('[E9] a better value never lowers the score of its leaf, its branches or the total', {
  timeout: 7_200_000,
}, async () => {
  const broken: string[] = []
  let tried = 0
  const plain = { isPlain: true, methods: ['ratio', 'steps'], rules: false, declarations: false } as const
  for (const pair of randomPairs(500, pairCount(2_000), plain)) {
    const ready = await prepare(pair)
    const before = await evaluated(ready, { trace: false })
    const chance = new Chance(pair.seed)
    for (const { id, made } of chance.shuffled(pair.random.leaves).slice(0, 2)) {
      const item = made.source?.item
      const better = item === undefined ? undefined : improved(ready, id, item, chance)
      if (better === undefined) continue
      const after = await evaluated({ ...ready, submission: better }, { trace: false })
      tried++
      const isAlone = JSON.stringify(pair.scheme).split(JSON.stringify(item)).length === 2
      const ids = isAlone && !hasChoice(ready) ? lineOf(ready, id) : [id]
      const worse = ids.filter((each) => isWorse(scoreOf(before, each), scoreOf(after, each)))
      if (ids.length > 1 && isWorse(before.total, after.total)) worse.push('total')
      if (worse.length > 0)
        broken.push(`seed ${pair.random.seed}/${pair.seed}: ${item} of ${id} lowers ${worse.join(', ')}`)
    }
  }
  expect(broken.slice(0, 5)).toEqual([])
  expect(tried).toBeGreaterThan(pairCount(500))
})

/** The submission with a value of this item that is better for the leaf; undefined where it has no plain number. */
function improved({ compiled, submission }: Ready, leaf: string, item: string, chance: Chance): Submission | undefined {
  const { method } = compiled.nodeById.get(leaf) as CompiledLeaf
  const now = submission.items[item]
  const value = typeof now === 'number' ? Exact.fromNumber(now) : typeof now === 'string' ? Exact.parse(now) : undefined
  if (value === undefined || compiled.itemByName.get(item)!.type === 'date') return undefined
  const step = number(chance.pick(['0.0001', '0.01', '1', '5', '100', '0.3']))
  const to = isHigherBetter(method) ? value.plus(step) : value.minus(step)
  const isCount = compiled.itemByName.get(item)!.type === 'count'
  if (isCount && (!to.isWhole || to.sign < 0)) return undefined
  return { ...submission, items: { ...submission.items, [item]: to.toText() } }
}

function isHigherBetter({ scoring, target }: CompiledLeaf['method']): boolean {
  if (scoring.method === 'steps') return scoring.below !== undefined
  if (target?.kind === 'formula') return target.comparator.startsWith('>')
  return target?.kind === 'constant' && 'comparator' in target.resolved && target.resolved.comparator.startsWith('>')
}

function lineOf({ compiled }: Ready, id: string): string[] {
  const line: string[] = []
  for (let node = compiled.nodeById.get(id) ?? null; node !== null; node = node.parent) line.push(node.node.id)
  return line
}

/** Conditions that choose among alternatives may read anything. */
const hasChoice = ({ scheme }: Ready) => JSON.stringify(scheme.indicators).includes('"alternatives"')

const scoreOf = ({ indicators }: Evaluation, id: string) => indicators.find((each) => each.id === id)!.score

function isWorse(before: string | null, after: string | null): boolean {
  return before !== null && after !== null && Exact.of(after).lessThan(Exact.of(before))
}
