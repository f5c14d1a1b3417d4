import { Exact } from '../exact.ts'
import { type Issue, issue, type Result } from '../issue.ts'
import { pointer } from '../json.ts'
import type { Item } from '../schema/item.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { Mapping } from '../schema/sharing.ts'
import type { Entry, InputValue, Submission, UnitEntries } from '../schema/submission.ts'
import { itemById } from '../scheme.ts'
import { conversion, unitOf } from '../unit.ts'

/**
 * A submission under local names 名称对照 as the scheme reads it: names of items become the scheme's, figures are converted
 * exactly from the local unit, and local words for choices become the scheme's, in every layer, and in every subordinate
 * unit. What the mapping does not name passes as it is; one local figure may fill several items.
 *
 * submission  not changed
 * issues      MAPPING_UNIT, MAPPING_INEXACT, MAPPING_TWICE; pointers lead into the submission
 */
export function applyMapping(mapping: Mapping, scheme: Scheme, submission: Submission): Result<Submission> {
  const issues: Issue[] = []
  const items = itemById(scheme)
  const targets = new Map<string, Bound[]>()
  for (const [id, bound] of Object.entries(mapping.items)) {
    const item = items.get(id)
    if (item === undefined) continue
    targets.set(bound.name, [...(targets.get(bound.name) ?? []), { item, bound }])
  }
  const mapped = <E extends Pick<UnitEntries, 'items' | 'evidence'>>(entries: E, at: string): E => {
    const values = rename(entries.items, targets, `${at}/items`, issues, (entry, target, place) =>
      mappedEntry(entry, target, place, issues),
    )
    if (entries.evidence === undefined) return { ...entries, items: values }
    const evidence = rename(entries.evidence, targets, `${at}/evidence`, issues, (files) => files)
    return { ...entries, items: values, evidence }
  }
  const units = submission.units?.map((unit, index) => mapped(unit, `/units/${index}`))
  const value = { ...mapped(submission, ''), ...(units === undefined ? {} : { units }) }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value }
}

interface Bound {
  readonly item: Item
  readonly bound: Mapping['items'][string]
}

function rename<T>(
  entries: { readonly [name: string]: T },
  targets: ReadonlyMap<string, readonly Bound[]>,
  at: string,
  issues: Issue[],
  map: (entry: T, target: Bound, place: string) => T,
): { [name: string]: T } {
  const found = new Map<string, T>()
  const put = (name: string, entry: T, place: string) => {
    if (found.has(name))
      issues.push(issue('MAPPING_TWICE', { pointer: place, where: [name], expected: name, found: name }))
    found.set(name, entry)
  }
  for (const [name, entry] of Object.entries(entries)) {
    const place = at + pointer(name)
    const bound = targets.get(name)
    if (bound === undefined) put(name, entry, place)
    else for (const target of bound) put(target.item.id, map(entry, target, place), place)
  }
  return Object.fromEntries(found)
}

function mappedEntry(entry: Entry, target: Bound, place: string, issues: Issue[]): Entry {
  if (typeof entry !== 'object' || entry === null || !('layers' in entry)) {
    return mappedValue(entry, target, place, issues)
  }
  const layers = entry.layers.map((layer, index) =>
    layer.value === undefined
      ? layer
      : { ...layer, value: mappedValue(layer.value, target, `${place}/layers/${index}/value`, issues) },
  )
  return { ...entry, layers }
}

function mappedValue(value: InputValue, { item, bound }: Bound, place: string, issues: Issue[]): InputValue {
  if (typeof value === 'string' && bound.choices !== undefined && Object.hasOwn(bound.choices, value.trim())) {
    return bound.choices[value.trim()]!
  }
  const number = bound.unit === undefined ? undefined : numberOf(value)
  if (bound.unit === undefined || number === undefined) return value
  const at = { pointer: place, where: [item.label ?? item.id] }
  const factor = factorFrom(bound.unit, item)
  if (factor === undefined) {
    issues.push(issue('MAPPING_UNIT', { ...at, expected: item.unit ?? null, found: bound.unit }))
    return value
  }
  if (factor.equals(Exact.one)) return value
  const converted = number.times(factor)
  const digits = converted.decimalDigits
  if (digits !== undefined && digits <= MOST_DIGITS) return converted.toText()
  issues.push(
    issue('MAPPING_INEXACT', { ...at, expected: item.unit ?? null, found: `${number.toText()} ${bound.unit}` }),
  )
  return value
}

/** As decimal text may have. */
const MOST_DIGITS = 30

/** The figure of a rate is the ratio itself, whatever unit it is shown in. */
function factorFrom(unit: string, item: Item): Exact | undefined {
  if (item.type === 'rate') return unitOf(unit).kind === unitOf('%').kind ? unitOf(unit).factor : undefined
  return item.unit === undefined ? undefined : conversion(unit, item.unit)
}

/** A figure in the local unit; one that brings its own sign (95%) is no such figure. */
function numberOf(value: InputValue): Exact | undefined {
  if (typeof value === 'number') return Exact.fromNumber(value)
  if (typeof value !== 'string' || value.trim().endsWith('%')) return undefined
  return Exact.parse(value.trim())
}
