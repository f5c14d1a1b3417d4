import { type Item, isLeafPlace, type Leaf, type Place, type Scheme, walk } from '@yardstick/model'
import { itemsOfLeaf } from '../../parts/entry/items-of-leaf.ts'

/** The form a department fills in, as it follows from the scheme: first-level indicators, their leaves, what each asks for. */
export interface FormSection {
  /** Of the first-level indicator; undefined for items that no indicator reads. */
  readonly id: string | undefined
  readonly name: string
  readonly leaves: readonly FormLeaf[]
  /** Items that no indicator reads. */
  readonly items: readonly Item[]
}

export interface FormLeaf {
  readonly leaf: Leaf
  /** Names from below the first level down to its own. */
  readonly path: readonly string[]
  /** Filled in here, where they are first used, with the other indicators that use them. */
  readonly items: readonly { readonly item: Item; readonly alsoIn: readonly string[] }[]
  /** Used here, too, and filled in above. */
  readonly above: readonly { readonly item: Item; readonly in: string }[]
}

/** `otherName` heads what no indicator reads. */
export function formSections(scheme: Scheme, otherName: string): FormSection[] {
  const places = walk(scheme).filter(isLeafPlace)
  const usedBy = new Map<string, Leaf[]>()
  for (const { node } of places) {
    for (const { id } of itemsOfLeaf(scheme, node.id)) usedBy.set(id, [...(usedBy.get(id) ?? []), node])
  }
  const sections: { id: string | undefined; name: string; leaves: FormLeaf[]; items: Item[] }[] = []
  for (const place of places) {
    const [top, ...below] = place.path
    const id = topOf(scheme, place)
    let section = sections.at(-1)
    if (section?.id !== id) {
      section = { id, name: top ?? '', leaves: [], items: [] }
      sections.push(section)
    }
    const used = itemsOfLeaf(scheme, place.node.id)
    const isFirst = (item: Item) => usedBy.get(item.id)?.[0] === place.node
    section!.leaves.push({
      leaf: place.node,
      path: below.length === 0 ? place.path : below,
      items: used.filter(isFirst).map((item) => {
        return { item, alsoIn: (usedBy.get(item.id) ?? []).slice(1).map(({ name }) => name) }
      }),
      above: used.filter((item) => !isFirst(item)).map((item) => ({ item, in: usedBy.get(item.id)?.[0]?.name ?? '' })),
    })
  }
  const unused = scheme.items.filter(({ id }) => !usedBy.has(id))
  if (unused.length > 0) sections.push({ id: undefined, name: otherName, leaves: [], items: unused })
  return sections
}

/** The first-level indicator that a leaf is below, or is. */
function topOf(scheme: Scheme, { pointer }: Place): string {
  return scheme.indicators[Number(pointer.split('/')[2])]!.id
}
