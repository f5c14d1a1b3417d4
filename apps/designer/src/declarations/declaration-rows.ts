import {
  type Branch,
  type Declaration,
  type Issue,
  isBranch,
  type Leaf,
  type OwnLeaf,
  pointer,
  type Scheme,
  type Target,
  walk,
} from '@yardstick/model'
import { givenPoints, ownLeavesOf } from './declaration-edits.ts'

/**
 * What a declaration is asked for, in the order of the tree: leaves whose target it may set, branches marked 个性 with the
 * leaves it puts there, and the branches above them for orientation. `issues` are what `bind` says of the row.
 */
export type DeclarationRow =
  | RowOf<'heading', { readonly node: Branch }>
  | RowOf<'leaf', { readonly node: Leaf; readonly target: Target | undefined }>
  | RowOf<'branch', { readonly node: Branch; readonly given: string }>
  | RowOf<'own', { readonly node: OwnLeaf; readonly branch: Branch }>

type RowOf<K extends string, T> = T & {
  readonly kind: K
  readonly key: string
  readonly depth: number
  readonly issues: readonly Issue[]
}

export function declarationRows(scheme: Scheme, declaration: Declaration, issues: readonly Issue[]): DeclarationRow[] {
  const rows: DeclarationRow[] = []
  const at = (start: string) => issues.filter((each) => each.pointer === start || each.pointer.startsWith(`${start}/`))
  const places = walk(scheme)
  const isAsked = ({ node }: (typeof places)[number]) =>
    isBranch(node) ? node.individual === true : node.declared !== undefined
  const asked = places.filter(isAsked)
  for (const place of places) {
    const { node, depth } = place
    if (!isAsked(place)) {
      const isAbove = asked.some((each) => each.pointer.startsWith(`${place.pointer}/`))
      if (isAbove && isBranch(node)) rows.push({ kind: 'heading', key: node.id, depth, node, issues: [] })
    } else if (!isBranch(node)) {
      const target = declaration.targets?.[node.id]
      const missing = issues.filter(
        (each) => each.code === 'DECLARATION_TARGET_MISSING' && isSamePath(each.where, place.path),
      )
      rows.push({
        kind: 'leaf',
        key: node.id,
        depth,
        node,
        target,
        issues: [...at(`/targets${pointer(node.id)}`), ...missing],
      })
    } else {
      const own = ownLeavesOf(declaration, node.id)
      const start = `/indicators${pointer(node.id)}`
      const empty = issues.filter(
        (each) => each.code === 'DECLARATION_INDIVIDUAL_EMPTY' && isSamePath(each.where, place.path),
      )
      const ofBranch = [...issues.filter((each) => each.pointer === start), ...empty]
      rows.push({ kind: 'branch', key: node.id, depth, node, given: givenPoints(node, own), issues: ofBranch })
      own.forEach((leaf, index) => {
        const key = ownKey(node.id, leaf.id, index)
        rows.push({ kind: 'own', key, depth: depth + 1, node: leaf, branch: node, issues: at(`${start}/${index}`) })
      })
    }
  }
  return rows
}

/** The row of an own leaf; its place belongs to it, since a document may hold an id twice. */
export function ownKey(branch: string, leaf: string, index: number): string {
  return `${branch}\n${leaf}\n${index}`
}

/** Whether the scheme leaves anything open for a declaration. */
export function takesDeclarations(scheme: Pick<Scheme, 'indicators' | 'declarations'>): boolean {
  return (
    scheme.declarations !== 'none' &&
    walk(scheme).some(({ node }) => (isBranch(node) ? node.individual === true : node.declared !== undefined))
  )
}

function isSamePath(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index])
}
