import { type Mapping, unitKinds, unitOf } from '@yardstick/model'

/** The local names of items, by the item's name in the scheme. */
export type LocalNames = Mapping['items']
export type LocalName = LocalNames[string]

/** What of an item is needed to name it. */
export interface NamedItem {
  readonly id: string
  readonly label?: string
  readonly unit?: string
  readonly choices?: readonly string[]
}

/** With one item named otherwise; undefined, or its own name in its own unit, takes it out. */
export function withLocalName(names: LocalNames, item: NamedItem, local: LocalName | undefined): LocalNames {
  const { [item.id]: _, ...rest } = names
  if (local === undefined) return rest
  const name = local.name.trim()
  const isOwn = (name === '' || name === item.id) && local.unit === undefined && local.choices === undefined
  return isOwn ? rest : { ...rest, [item.id]: { ...local, name: name === '' ? item.id : name } }
}

/** Two items that one local name stands for: figures of one would be taken for the other. */
export function doubleNames(items: readonly NamedItem[], names: LocalNames): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const item of items) {
    const name = names[item.id]?.name ?? item.id
    seen.set(name, (seen.get(name) ?? 0) + 1)
  }
  return new Set([...seen].filter(([, count]) => count > 1).map(([name]) => name))
}

/** Units that figures of an item may come in: those that convert into its own. */
export function unitsFor({ unit }: NamedItem): readonly string[] {
  if (unit === undefined) return []
  const { kind } = unitOf(unit)
  const known = Object.keys((unitKinds as { readonly [kind: string]: object | undefined })[kind] ?? {})
  return known.filter((each) => each !== unit)
}

export interface PastedNames {
  readonly names: LocalNames
  /** Items that were given a name. */
  readonly count: number
  /** Lines in which no item of the scheme stands. */
  readonly unknown: readonly string[]
}

/**
 * Columns copied from Excel: the item's name and the local one, in either order, the local unit behind them; or one column
 * of local names, which fills the rows downward from where it was pasted.
 */
export function pasteNames(
  items: readonly NamedItem[],
  names: LocalNames,
  rows: readonly (readonly string[])[],
  from: string,
): PastedNames {
  const filled = rows.map((row) => row.map(plain)).filter((row) => row.some((cell) => cell !== ''))
  if (filled.every((row) => row.length === 1)) return fillDown(items, names, filled.flat(), from)
  const byName = new Map(items.flatMap((item) => [item.id, item.label ?? item.id].map((name) => [key(name), item])))
  const unknown: string[] = []
  let [next, count] = [names, 0]
  for (const row of filled) {
    const at = row.slice(0, 2).findIndex((cell) => byName.has(key(cell)))
    const item = byName.get(key(row[at] ?? ''))
    const local = row[at === 0 ? 1 : 0] ?? ''
    if (item === undefined) unknown.push(row.filter((cell) => cell !== '').join(' '))
    else if (local !== '') {
      const unit = unitsFor(item).find((each) => each === row[2])
      next = withLocalName(next, item, { ...next[item.id], name: local, ...(unit === undefined ? {} : { unit }) })
      count++
    }
  }
  return { names: next, count, unknown }
}

function fillDown(
  items: readonly NamedItem[],
  names: LocalNames,
  column: readonly string[],
  from: string,
): PastedNames {
  const first = Math.max(
    items.findIndex(({ id }) => id === from),
    0,
  )
  let [next, count] = [names, 0]
  column.slice(0, items.length - first).forEach((name, index) => {
    const item = items[first + index]!
    if (name === '') return
    next = withLocalName(next, item, { ...next[item.id], name })
    count++
  })
  return { names: next, count, unknown: column.slice(items.length - first) }
}

function plain(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim()
}

/** Names that differ in spaces, brackets' width or letter case only are the same. */
function key(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

/**
 * The most similar of other names for each item whose own name is not among them: told by the letters that stand beside each
 * other in both. Each name is suggested once, to the item that it is most like.
 */
export function suggestedNames(items: readonly NamedItem[], known: readonly string[]): ReadonlyMap<string, string> {
  const free = new Set(known)
  const open = items.filter(({ id }) => !free.delete(id))
  const pairs = open
    .flatMap(({ id, label }) =>
      [...free].map((name) => ({ id, name, likeness: Math.max(likeness(id, name), likeness(label ?? '', name)) })),
    )
    .filter((each) => each.likeness >= LIKE_ENOUGH)
    .sort((a, b) => b.likeness - a.likeness)
  const found = new Map<string, string>()
  for (const { id, name } of pairs) if (!found.has(id) && free.delete(name)) found.set(id, name)
  return found
}

/** 0.6: 年末职工人数 is 职工年末人数, 预算数 is not 决算数. */
const LIKE_ENOUGH = 0.6

/** Dice's coefficient over pairs of letters: 1 for the same text, 0 where no pair stands in both. */
function likeness(one: string, other: string): number {
  const [left, right] = [pairsOf(key(one)), pairsOf(key(other))]
  if (left.length === 0 || right.length === 0) return 0
  const rest = [...right]
  let shared = 0
  for (const pair of left) {
    const at = rest.indexOf(pair)
    if (at < 0) continue
    rest.splice(at, 1)
    shared++
  }
  return (2 * shared) / (left.length + right.length)
}

function pairsOf(text: string): string[] {
  const letters = [...text.replace(/[()（）[\]、,，.·\-_/]/g, '')]
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}
