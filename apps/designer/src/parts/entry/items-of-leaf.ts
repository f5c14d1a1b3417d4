import { namesIn, parseFormula } from '@yardstick/formula'
import { formulas, type Item, indicatorById, itemById, measureById, references, type Scheme } from '@yardstick/model'

/**
 * The data items an indicator comes down to, through measures and shared conditions, also those of which the evidence alone
 * counts, in the order of the items' list.
 */
export function itemsOfLeaf(scheme: Scheme, id: string): Item[] {
  const { places, measures, items, all, texts } = readingOf(scheme)
  const place = places.get(id)
  if (place === undefined) return []
  const found = new Set<string>()
  const addName = (name: string) => {
    if (found.has(name)) return
    found.add(name)
    const measure = measures.get(name)
    if (measure !== undefined) namesOf(measure.formula).forEach(addName)
  }
  const seen = new Set<string>()
  const within = (at: string) => {
    if (seen.has(at)) return
    seen.add(at)
    for (const { kind, name } of inside(all, at)) {
      if (kind === 'condition') within(`/conditions/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`)
      else if (kind === 'name' || kind === 'evidence') addName(name)
    }
    for (const { text } of inside(texts, at)) namesOf(text).forEach(addName)
  }
  within(place.pointer)
  // Rules that act on the indicator decide its score too.
  scheme.rules?.forEach(({ event: { params } }, index) => {
    if ('indicator' in params && params.indicator === id) within(`/rules/${index}`)
  })
  return [...items.values()].filter((item) => found.has(item.id))
}

const readings = new WeakMap<Scheme, ReturnType<typeof read>>()

/** Each state of a scheme is read once: whoever goes from leaf to leaf asks for many. */
function readingOf(scheme: Scheme) {
  const reading = readings.get(scheme) ?? read(scheme)
  readings.set(scheme, reading)
  return reading
}

const read = (scheme: Scheme) => ({
  places: indicatorById(scheme),
  measures: measureById(scheme),
  items: itemById(scheme),
  all: byPointer(references(scheme)),
  texts: byPointer(formulas(scheme)),
})

interface Pointed {
  readonly pointer: string
}

/** In the order in which all that lies inside of something stands together. */
function byPointer<T extends Pointed>(places: readonly T[]): readonly T[] {
  return [...places].sort((a, b) => (a.pointer < b.pointer ? -1 : a.pointer > b.pointer ? 1 : 0))
}

/** What stands at a pointer or inside of it, without looking through all the rest. */
function inside<T extends Pointed>(sorted: readonly T[], at: string): T[] {
  // What is inside begins with "at/"; "0" is the sign behind "/".
  const own = sorted.slice(firstFrom(sorted, at), firstFrom(sorted, `${at}\u0000`))
  return own.concat(sorted.slice(firstFrom(sorted, `${at}/`), firstFrom(sorted, `${at}0`)))
}

function firstFrom(sorted: readonly Pointed[], pointer: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.pointer < pointer) low = middle + 1
    else high = middle
  }
  return low
}

function namesOf(formula: string): string[] {
  const parsed = parseFormula(formula)
  return parsed.ok ? namesIn(parsed.value) : []
}
