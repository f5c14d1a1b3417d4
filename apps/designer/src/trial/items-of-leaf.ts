import { namesIn, parseFormula } from '@yardstick/formula'
import { formulas, type Item, indicatorById, itemById, measureById, references, type Scheme } from '@yardstick/model'

/** The data items an indicator comes down to, through measures and shared conditions, in the order of the items' list. */
export function itemsOfLeaf(scheme: Scheme, id: string): Item[] {
  const place = indicatorById(scheme).get(id)
  if (place === undefined) return []
  const found = new Set<string>()
  const measures = measureById(scheme)
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
  const all = references(scheme)
  const texts = formulas(scheme)
  within(place.pointer)
  // Rules that act on the indicator decide its score too.
  scheme.rules?.forEach(({ event: { params } }, index) => {
    if ('indicator' in params && params.indicator === id) within(`/rules/${index}`)
  })
  const items = itemById(scheme)
  return [...items.values()].filter((item) => found.has(item.id))
}

function namesOf(formula: string): string[] {
  const parsed = parseFormula(formula)
  return parsed.ok ? namesIn(parsed.value) : []
}
