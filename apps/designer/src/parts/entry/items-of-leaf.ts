import { namesIn, parseFormula } from '@yardstick/formula'
import { formulas, type Item, indicatorById, itemById, measureById, references, type Scheme } from '@yardstick/model'

/** The data items an indicator comes down to, through measures and shared conditions, in the order of the items' list. */
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
    const isInside = (pointer: string) => pointer === at || pointer.startsWith(`${at}/`)
    for (const { kind, name, pointer } of all) {
      if (!isInside(pointer)) continue
      if (kind === 'condition') within(`/conditions/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`)
      else if (kind === 'name') addName(name)
    }
    for (const { text, pointer } of texts) if (isInside(pointer)) namesOf(text).forEach(addName)
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
  all: references(scheme),
  texts: formulas(scheme),
})

function namesOf(formula: string): string[] {
  const parsed = parseFormula(formula)
  return parsed.ok ? namesIn(parsed.value) : []
}
