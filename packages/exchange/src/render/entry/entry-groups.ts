import {
  formulas,
  type Item,
  isLeafPlace,
  type Leaf,
  leaves,
  mentions,
  type Place,
  pointerTokens,
  references,
  type Scheme,
  walk,
} from '@yardstick/model'

/** Data items in the order of the tree: each with the first leaf that comes down to it; without one, those none reads. */
export interface EntryGroup {
  readonly leaf: Place<Leaf> | undefined
  readonly items: readonly Item[]
}

/**
 * What a leaf reads is told by what stands under it: names it refers to, and names its formulas mention, on through
 * measures and shared conditions. That is enough to put items where people look for them; nothing is scored by it.
 */
export function entryGroups(scheme: Scheme): EntryGroup[] {
  const names = new Names(scheme)
  const left = new Map(scheme.items.map((item) => [item.id, item]))
  const groups = leaves(scheme).flatMap((leaf): EntryGroup[] => {
    const read = names.under(leaf)
    const items = [...left.values()].filter(({ id }) => read.has(id))
    for (const { id } of items) left.delete(id)
    return items.length === 0 ? [] : [{ leaf, items }]
  })
  return left.size === 0 ? groups : [...groups, { leaf: undefined, items: [...left.values()] }]
}

class Names {
  readonly #byLeaf = new Map<string, Set<string>>()
  readonly #byMeasure = new Map<string, Set<string>>()
  readonly #byCondition = new Map<string, Set<string>>()

  constructor(scheme: Scheme) {
    const known = [...scheme.items, ...(scheme.measures ?? [])].map(({ id }) => id)
    const leafPointers = walk(scheme).filter(isLeafPlace)
    const owner = (pointer: string): Set<string> | undefined => {
      const [root, first = ''] = pointerTokens(pointer)
      if (root === 'measures') return setOf(this.#byMeasure, scheme.measures?.[Number(first)]?.id ?? '')
      if (root === 'conditions') return setOf(this.#byCondition, first)
      if (root === 'rules') {
        const { params } = scheme.rules![Number(first)]!.event
        return 'indicator' in params ? setOf(this.#byLeaf, params.indicator) : undefined
      }
      const leaf = leafPointers.find((each) => pointer.startsWith(`${each.pointer}/`))
      return leaf === undefined ? undefined : setOf(this.#byLeaf, leaf.node.id)
    }
    for (const { kind, name, pointer, strength } of references(scheme)) {
      if (strength !== 'holds' || kind === 'indicator') continue
      owner(pointer)?.add(kind === 'condition' ? `#${name}` : name)
    }
    for (const { text, pointer } of formulas(scheme)) {
      const into = owner(pointer)
      if (into !== undefined) for (const name of known) if (mentions(text, name)) into.add(name)
    }
  }

  under({ node }: Place<Leaf>): ReadonlySet<string> {
    const found = new Set<string>()
    const add = (name: string) => {
      if (found.has(name)) return
      found.add(name)
      const further = name.startsWith('#') ? this.#byCondition.get(name.slice(1)) : this.#byMeasure.get(name)
      further?.forEach(add)
    }
    this.#byLeaf.get(node.id)?.forEach(add)
    return found
  }
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const found = map.get(key) ?? new Set()
  map.set(key, found)
  return found
}
