import type { Entry, InputValue, Layer, LayerName, Submission, UnitEntries } from '../schema/submission.ts'

/**
 * Layers are written one by one: each entry names a place in the submission and its layer, and gives what is to stand
 * there, or nothing, which takes the layer away. A layer stands once under a name; what it was before is in the history.
 */
export interface LayerEntry {
  readonly of: 'items' | 'judgements'
  /** Of the item or indicator. */
  readonly id: string
  /** A subordinate unit's, by its name; without it the subject's own. */
  readonly unit?: string | undefined
  readonly layer: LayerName
  readonly value?: InputValue | undefined
  readonly state?: Layer['state'] | undefined
  readonly why?: string | undefined
}

/** One line of the history. */
export interface LayerChange {
  readonly of: LayerEntry['of']
  readonly id: string
  readonly unit?: string
  readonly layer: LayerName
  readonly before: Layer | null
  readonly after: Layer | null
}

/** Bottom to top, as they stand in an entry. */
const layerOrder: readonly LayerName[] = ['reported', 'verified', 'judged', 'overridden']

/**
 * The submission with these layers written, in order, each with who wrote it and when; and what changed by it. An entry
 * that says what is there already changes nothing.
 */
export function writeLayers(
  submission: Submission,
  entries: readonly LayerEntry[],
  stamp: { readonly who: string; readonly when: string },
): { submission: Submission; changes: LayerChange[] } {
  const after = withOwnMaps(submission)
  const changes = entries.flatMap((entry): LayerChange[] => {
    const { of, id, unit, layer: name, value, state, why } = entry
    const place = placeOf(after, entry)
    const layers = layersOf(own(place[of], id))
    const before = layers.find(({ layer }) => layer === name) ?? null
    const isGone = value === undefined && state === undefined
    const said = { layer: name, ...(value === undefined ? {} : { value }), ...(state === undefined ? {} : { state }) }
    const next: Layer | null = isGone ? null : { ...said, ...stamp, ...(why === undefined ? {} : { why }) }
    if (isSame(before, next)) return []
    put(place, of, id, [...layers.filter(({ layer }) => layer !== name), ...(next === null ? [] : [next])])
    return [{ of, id, ...(unit === undefined ? {} : { unit }), layer: name, before, after: next }]
  })
  return { submission: withoutEmptyUnits(after), changes }
}

/**
 * What can be seen from a layer: the stack up to it. A document is checked so for each layer that is written, since a
 * check looks at the top of a stack only, and a wrong value under it would come to light when the top is taken away.
 */
export function upToLayer(submission: Submission, name: LayerName): Submission {
  const highest = layerOrder.indexOf(name)
  const cut = (entries: Readonly<Record<string, Entry>>) =>
    Object.fromEntries(
      Object.entries(entries).flatMap(([id, entry]) => {
        const layers = layersOf(entry).filter(({ layer }) => layerOrder.indexOf(layer) <= highest)
        return layers.length === 0 ? [] : [[id, { layers }]]
      }),
    )
  const cutAll = <T extends Pick<UnitEntries, 'items' | 'judgements'>>(each: T): T => ({
    ...each,
    items: cut(each.items),
    ...(each.judgements === undefined ? {} : { judgements: cut(each.judgements) }),
  })
  const { units } = submission
  return { ...cutAll(submission), ...(units === undefined ? {} : { units: units.map(cutAll) }) }
}

/** The layers of an entry, from the bottom up; a bare value is one reported layer. */
export function layersOf(entry: Entry | undefined): readonly Layer[] {
  if (entry === undefined) return []
  if (typeof entry === 'object' && entry !== null && 'layers' in entry) return entry.layers as Layer[]
  return [{ layer: 'reported', value: entry as InputValue }]
}

function placeOf(submission: Submission, { unit: name }: LayerEntry): Pick<UnitEntries, 'items' | 'judgements'> {
  if (name === undefined) return submission
  submission.units ??= []
  let unit = submission.units.find((each) => each.name === name)
  if (unit === undefined) {
    unit = { name, items: {} }
    submission.units.push(unit)
  }
  return unit
}

function put(
  place: Pick<UnitEntries, 'items' | 'judgements'>,
  of: LayerEntry['of'],
  id: string,
  layers: readonly Layer[],
): void {
  place[of] ??= {}
  const entries = place[of]
  const rank = ({ layer }: Layer) => layerOrder.indexOf(layer)
  if (layers.length === 0) delete entries[id]
  else entries[id] = { layers: [...layers].sort((a, b) => rank(a) - rank(b)) }
  if (of === 'judgements' && Object.keys(entries).length === 0) delete place.judgements
}

function withoutEmptyUnits(submission: Submission): Submission {
  const { units, ...rest } = submission
  const kept = units?.filter(({ name: _, ...entries }) => Object.values(entries).some((each) => !isEmpty(each)))
  return kept === undefined || kept.length === 0 ? rest : { ...rest, units: kept }
}

const isEmpty = (map: object): boolean => Object.keys(map).length === 0

function own(entries: Readonly<Record<string, Entry>> | undefined, id: string): Entry | undefined {
  return entries !== undefined && Object.hasOwn(entries, id) ? entries[id] : undefined
}

/** A copy whose maps of entries may be written to; the entries in them are shared. */
function withOwnMaps(submission: Submission): Submission {
  const copied = <T extends Pick<UnitEntries, 'items' | 'judgements'>>(each: T): T => ({
    ...each,
    items: { ...each.items },
    ...(each.judgements === undefined ? {} : { judgements: { ...each.judgements } }),
  })
  const { units } = submission
  return { ...copied(submission), ...(units === undefined ? {} : { units: units.map(copied) }) }
}

/** Said by whomever: the same value, state and reason is no change. */
function isSame(a: Layer | null, b: Layer | null): boolean {
  if (a === null || b === null) return a === b
  const said = ({ value, state, why }: Layer) => JSON.stringify([value ?? null, state ?? null, why ?? null])
  return said(a) === said(b)
}
