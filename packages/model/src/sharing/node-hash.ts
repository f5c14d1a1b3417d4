import { canonicalText, type Sha256 } from '../canonical.ts'
import type { Indicator } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import { walk } from '../scheme.ts'
import { clearing, withIds } from './with-ids.ts'

/**
 * What an indicator says and where it stands, without its points and what is below it: two of one hash differ at most in
 * those. Points have limits of their own, and children hashes of theirs.
 *
 * parent  the id of its parent, null at the top
 */
export function nodeHash(node: Indicator, parent: string | null, sha256: Sha256): string {
  const { points: _, children: __, ...fields } = node as Indicator & { children?: unknown }
  return sha256(canonicalText({ parent, node: fields }))
}

/** What became of an indicator since it was adopted; `points`: nothing else of it has changed. */
export type LocalChange = 'same' | 'changed' | 'points' | 'added'

/** By the id an indicator has here, and how many of those that came are gone; of a scheme of one's own all are added. */
export interface LocalChanges {
  readonly changes: ReadonlyMap<string, LocalChange>
  readonly removed: number
}

/** What was changed here, told by the hashes of the lineage alone: the template need not be at hand. */
export function localChanges(scheme: Scheme, sha256: Sha256): LocalChanges {
  const nodes = scheme.lineage?.nodes ?? {}
  const changes = new Map<string, LocalChange>()
  const { lineage: _, sharing: __, ...own } = scheme
  const ids = upstreamIds(scheme)
  const asThere = walk(withIds(own, ids))
  walk(scheme).forEach(({ node }, index) => {
    const origin = Object.hasOwn(nodes, node.id) ? nodes[node.id] : undefined
    const there = asThere[index]!
    if (origin === undefined) changes.set(node.id, 'added')
    else if (nodeHash(there.node, there.parent?.id ?? null, sha256) !== origin.hash) changes.set(node.id, 'changed')
    else changes.set(node.id, node.points === origin.points ? 'same' : 'points')
  })
  return { changes, removed: Object.keys(nodes).filter((id) => !changes.has(id)).length }
}

/** The ids that indicators have in the template, by the other ones they have here. */
export function upstreamIds({ lineage, indicators }: Pick<Scheme, 'lineage' | 'indicators'>): Map<string, string> {
  const ids = new Map<string, string>()
  for (const [id, { from }] of Object.entries(lineage?.nodes ?? {})) if (from !== undefined) ids.set(id, from)
  return clearing(ids, { indicators })
}
