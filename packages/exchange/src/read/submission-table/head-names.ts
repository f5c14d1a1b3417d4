import {
  foldedText,
  type Item,
  isJudged,
  type Leaf,
  leaves,
  type Mapping,
  type Place,
  type Scheme,
} from '@yardstick/model'
import { unitHeader } from '../../render/entry/entry-units-sheet.ts'
import { nameOf } from '../../render/entry/entry-workbook-keys.ts'
import { EVIDENCE_HEADS, JOINTS, SHARE_HEADS, WHY_HEADS } from './head-words.ts'
import type { TableColumn } from './table-column.ts'

/** A head as heads are compared: full-width forms plain, without spaces, in small letters. */
export function headText(text: string): string {
  return foldedText(text.replace(/^\u{FEFF}/u, ''))
    .replace(/\s+/g, '')
    .toLowerCase()
}

/** What stands in a table's head for something of the scheme, and what it is called there. */
export interface HeadName {
  readonly column: TableColumn
  /** As `template --table` writes it. */
  readonly head: string
  /** All it is called by, folded. */
  readonly names: readonly string[]
  /** A cell of its own is expected: without one the thing is missing in every row. */
  readonly isAsked: boolean
}

/**
 * Everything in the scheme that a column may be of, under all names it has. Names are folded by `headText`, units in
 * brackets are not among them.
 */
export class HeadNames {
  /** Items before judged leaves before computed ones: what is called the same is meant by the first kind. */
  private readonly byName = [new Map<string, HeadName[]>(), new Map<string, HeadName[]>()]
  /** In the order of the scheme. */
  readonly all: HeadName[] = []

  constructor(scheme: Scheme, mapping: Mapping | undefined) {
    const places = leaves(scheme)
    const names = namesOnce(scheme, places)
    for (const item of scheme.items) this.addItem(item, mapping)
    for (const place of places) this.addLeaf(place, names.get(place.node.id)!)
    for (const { node } of places) {
      if (isJudged(node)) continue
      const head = names.get(node.id)!
      this.add({ column: { kind: 'computed', leaf: node }, head, isAsked: false }, [node.name, node.id, head], 1)
    }
  }

  /** Undefined for a name of nothing; several where nobody can tell which is meant. */
  called(name: string): readonly HeadName[] | undefined {
    return this.byName[0]!.get(name) ?? this.byName[1]!.get(name)
  }

  private addItem(item: Item, mapping: Mapping | undefined): void {
    const local = mapping !== undefined && Object.hasOwn(mapping.items, item.id) ? mapping.items[item.id] : undefined
    const names = [nameOf(item), item.id, ...(local === undefined ? [] : [local.name])]
    const isAsked = item.type !== 'list'
    this.add({ column: { kind: 'item', item }, head: unitHeader(item), isAsked }, names)
    const joined = (words: readonly string[]) => names.flatMap((name) => joinedNames(name, words))
    const head = `${nameOf(item)}·${WHY_HEADS[0]}`
    this.add({ column: { kind: 'item-why', item }, head, isAsked: false }, joined(WHY_HEADS))
    const evidence: TableColumn = { kind: 'evidence', item: item.id }
    this.add({ column: evidence, head: `${nameOf(item)}·${EVIDENCE_HEADS[0]}`, isAsked: false }, joined(EVIDENCE_HEADS))
  }

  private addLeaf({ node: leaf, path }: Place<Leaf>, shown: string): void {
    if (!isJudged(leaf)) return
    const names = [leaf.name, leaf.id, path.join('/')]
    const { scoring } = leaf
    const joined = (words: readonly string[]) => names.flatMap((name) => joinedNames(name, words))
    this.add(
      { column: { kind: 'leaf-why', leaf }, head: `${shown}·${WHY_HEADS[0]}`, isAsked: false },
      joined(WHY_HEADS),
    )
    if (scoring.method === 'checklist') {
      const judged = scoring.elements.filter(({ met }) => met === 'judged')
      this.add({ column: { kind: 'elements', leaf }, head: shown, isAsked: false }, names)
      judged.forEach(({ id, text }, index) => {
        const column: TableColumn = { kind: 'element', leaf, element: id }
        const own = joined([id, text, String(index + 1)])
        this.add({ column, head: `${shown}·${id}`, isAsked: true }, own)
      })
    } else if (scoring.method === 'levels') {
      this.add({ column: { kind: 'level', leaf }, head: shown, isAsked: true }, [
        ...names,
        ...joined(['等级', 'level']),
      ])
      const hasRange = scoring.levels.some(({ share }) => share === undefined)
      if (hasRange) {
        const head = `${shown}·${SHARE_HEADS[0]}`
        this.add({ column: { kind: 'share', leaf }, head, isAsked: false }, joined(SHARE_HEADS))
      }
    } else {
      const own = [...names, ...joined(['得分', '评分', 'score', 'points'])]
      this.add({ column: { kind: 'points', leaf }, head: shown, isAsked: true }, own)
    }
  }

  private add(of: Omit<HeadName, 'names'>, called: readonly string[], rank: 0 | 1 = 0): void {
    const name = { ...of, names: [...new Set(called.map(headText))] }
    this.all.push(name)
    const byName = this.byName[rank]!
    for (const each of name.names) byName.set(each, [...(byName.get(each) ?? []), name])
  }
}

function joinedNames(name: string, words: readonly string[]): string[] {
  return words.flatMap((word) => JOINTS.map((joint) => `${name}${joint}${word}`))
}

/** The leaf's name where nothing else is called so, else its id. */
function namesOnce(scheme: Scheme, places: readonly Place<Leaf>[]): Map<string, string> {
  const counts = new Map<string, number>()
  const names = [
    ...scheme.items.flatMap((item) => [...new Set([nameOf(item), item.id])]),
    ...places.map(({ node }) => node.name),
  ]
  for (const name of names.map(headText)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map(places.map(({ node }) => [node.id, counts.get(headText(node.name)) === 1 ? node.name : node.id]))
}

/** The attributes of subjects within which the scheme ranks. */
export function groupAttributes(scheme: Scheme): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { node } of leaves(scheme)) {
    if (node.scoring.method === 'rank' && node.scoring.within !== undefined) found.add(node.scoring.within)
  }
  return found
}
