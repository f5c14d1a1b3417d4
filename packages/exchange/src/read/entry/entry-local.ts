import {
  applyMapping,
  type Entry,
  Exact,
  foldedText,
  type Item,
  itemById,
  type Mapping,
  type Scheme,
  type Submission,
  type UnitEntries,
} from '@yardstick/model'
import type { FilledCell } from '../sheet-cells.ts'
import { doubt, type EntryDoubt } from './entry-doubt.ts'

/** A submission under the names of the scheme. */
export interface Renamed {
  readonly submission: Submission
  /** What the file calls an item, of the department or of one of its units. */
  nameOf(id: string, unit: string | undefined): string
}

/**
 * A submission whose data came under local names 名称对照, as the scheme knows them. Only one that uses a name which the
 * scheme does not have is local: a file made from the scheme may use the same name for another unit.
 *
 * doubts  `local-names` where it was local; what cannot be converted, or means the same item twice, is left out and said
 */
export function fromLocal(
  submission: Submission,
  mapping: Mapping | undefined,
  scheme: Scheme,
  doubts: EntryDoubt[],
): Renamed {
  if (mapping === undefined) return { submission, nameOf: (id) => id }
  const items = itemById(scheme)
  const names = new Set(
    Object.entries(mapping.items).flatMap(([id, { name }]) => (items.has(id) && !items.has(name) ? [name] : [])),
  )
  const given = [submission, ...(submission.units ?? [])]
  if (!given.some((each) => Object.keys(each.items).some((name) => names.has(name)))) {
    return { submission, nameOf: (id) => id }
  }
  const nameByPlace = new Map<string, string>()
  const placeOf = (id: string, unit: string | undefined) => JSON.stringify([unit ?? null, id])
  const mapped = <E extends Submission | UnitEntries>(entries: E): E => {
    const unit = 'name' in entries ? entries.name : undefined
    const prefix = unit === undefined ? '' : `units/${unit}/`
    const found = new Map<string, Entry>()
    for (const [name, entry] of Object.entries(entries.items)) {
      const at = `${prefix}items/${name}`
      const read = applyMapping(mapping, scheme, { ...NOBODY, items: { [name]: entry } })
      if (!read.ok) doubts.push(...read.issues.map((issue) => doubt('issue', { at, label: name, issue })))
      else {
        for (const [id, each] of Object.entries(read.value.items)) {
          if (found.has(id)) doubts.push(doubt('row-twice', { at, label: id, found: name }))
          else {
            found.set(id, each)
            nameByPlace.set(placeOf(id, unit), name)
          }
        }
      }
    }
    return { ...entries, items: Object.fromEntries(found) }
  }
  doubts.push(doubt('local-names', {}))
  const units = submission.units?.map(mapped)
  return {
    submission: { ...mapped(submission), ...(units === undefined ? {} : { units }) },
    nameOf: (id, unit) => nameByPlace.get(placeOf(id, unit)) ?? id,
  }
}

/** Whom the figures are about does not matter to their names. */
const NOBODY = { yardstick: 'submission/1', subject: { department: '-' }, period: '-' } as const

/** The items that a row names as local data do, by its name alone; none where the scheme itself has the name. */
export function itemsCalled(name: string, mapping: Mapping | undefined, scheme: Scheme): readonly Item[] {
  const text = foldedText(name)
  const isOwn = scheme.items.some(({ id, label }) => foldedText(id) === text || foldedText(label ?? id) === text)
  if (mapping === undefined || text === '' || isOwn) return []
  return scheme.items.filter(({ id }) => {
    const bound = Object.hasOwn(mapping.items, id) ? mapping.items[id] : undefined
    return bound !== undefined && foldedText(bound.name) === text
  })
}

/**
 * The cell of a row under its local name, as the scheme takes it: a figure beside the local unit is converted where that is
 * exact, a local word for a choice becomes the scheme's. What is beside another unit stays, to be asked about.
 */
export function localCell(
  item: Item,
  { items }: Mapping,
  scheme: Scheme,
  { value, unit }: { readonly value: FilledCell; readonly unit: string },
): { readonly value: FilledCell; readonly unit: string } {
  const bound = items[item.id]!
  // Without a unit beside it, it is asked whether it is the local one.
  if (bound.unit !== undefined && unit.trim() === '') return { value, unit: bound.unit }
  const isLocalUnit = bound.unit !== undefined && foldedText(unit) === foldedText(bound.unit)
  const isPlain = value.kind === 'text' || (value.kind === 'number' && value.suffix === undefined)
  if (!isPlain || value.isPercent === true || value.isScaled === true || item.type === 'rate') return { value, unit }
  if (bound.unit !== undefined && !isLocalUnit) return { value, unit }
  const one: Mapping = { yardstick: 'mapping/1', items: { [item.id]: bound } }
  const read = applyMapping(one, scheme, { ...NOBODY, items: { [bound.name]: value.text } })
  const text = read.ok ? read.value.items[item.id] : undefined
  if (typeof text !== 'string') return { value, unit }
  // A figure in words, or with a unit of its own, is not converted: it is read beside the unit that was found.
  if (isLocalUnit && Exact.parse(value.text.trim()) === undefined) return { value, unit }
  return { value: { ...value, text }, unit: isLocalUnit ? (item.unit ?? '') : unit }
}
