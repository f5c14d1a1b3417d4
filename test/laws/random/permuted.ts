import { Chance } from './chance.ts'
import type { Draft } from './draft.ts'
import type { Pair } from './pair.ts'

/** The same scheme written in another order: siblings, items, measures, rules. */
export function permuted(pair: Pair): Pair {
  const chance = new Chance(pair.seed ^ 0x5bd1e995)
  const list = (value: unknown) => (Array.isArray(value) ? chance.shuffled(value as Draft[]) : undefined)
  const tree = (nodes: unknown): Draft[] =>
    list(nodes)!.map((node) => (node['children'] === undefined ? node : { ...node, children: tree(node['children']) }))
  const { scheme } = pair
  const other: Draft = { ...scheme, items: list(scheme['items']), indicators: tree(scheme['indicators']) }
  for (const key of ['measures', 'rules']) if (scheme[key] !== undefined) other[key] = list(scheme[key])
  return { ...pair, scheme: other }
}
