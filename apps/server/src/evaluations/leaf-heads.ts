import { isLeafPlace, type Place, type Scheme, walk } from '@yardstick/model'
import type { Db } from '../store/tables.ts'
import { versionScheme } from '../store/version-scheme.ts'

/** A leaf that results are compared by, as its version of the scheme has it. */
export interface LeafHead {
  readonly id: string
  readonly name: string
  /** Names of what it stands under, from the top. */
  readonly path: readonly string[]
  readonly points: string
  /** It stands outside the full score. */
  readonly kind?: 'bonus'
  /** A branch, which stands for the leaves that each unit has put under it. */
  readonly isOwn?: true
}

/** In tree order. */
function leafHeads(scheme: Scheme): LeafHead[] {
  const places = walk(scheme)
  const bonus = new Set<string>()
  return places.flatMap((place) => {
    const { node, parent, path } = place
    if (node.kind === 'bonus' || (parent !== undefined && bonus.has(parent.id))) bonus.add(node.id)
    const isOwn = isOpen(place)
    if (!isLeafPlace(place) && !isOwn) return []
    return [
      {
        id: node.id,
        name: node.name,
        path: path.slice(0, -1),
        points: node.points,
        ...(bonus.has(node.id) ? { kind: 'bonus' as const } : {}),
        ...(isOwn ? { isOwn } : {}),
      },
    ]
  })
}

/** 个性: units put leaves of their own under it. */
function isOpen({ node }: Place): true | undefined {
  return 'individual' in node && node.individual === true ? true : undefined
}

export async function leafHeadsOf(db: Db, version: string): Promise<LeafHead[]> {
  const scheme = await versionScheme(db, version)
  if (scheme === undefined) throw new Error(`there is no version ${version}`)
  return leafHeads(scheme)
}
