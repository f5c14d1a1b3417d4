import { conflictSides, diff, wordDifference } from '@yardstick/engine'
import type { Json, Language, MergedPart, Scheme } from '@yardstick/model'

/** What two versions of a scheme differ in, in sentences, by the thing they are about: `indicator a`. */
export function sentencesByThing(before: Scheme, after: Scheme, language: Language): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>()
  for (const each of diff(before, after)) {
    const key = thingKey(each.of, each.of === 'scheme' ? '' : each.id)
    const list = found.get(key) ?? []
    list.push(wordDifference(each, language))
    found.set(key, list)
  }
  return found
}

export function thingKey(of: MergedPart, id: string): string {
  return of === 'scheme' ? 'scheme ' : `${of} ${id}`
}

export interface ShownField {
  readonly label: string
  readonly values: readonly string[]
}

/** A field of a thing with its values, as a reader knows them. `nameOf` gives indicators their names. */
export function showFieldValues(
  of: MergedPart,
  field: string,
  values: readonly Json[],
  language: Language,
  nameOf: (id: string) => string | undefined,
): ShownField {
  const words = sideTexts[language]
  if (of === 'indicator' && field === 'parent') {
    return {
      label: words.place,
      values: values.map((id) => (id === null ? words.top : (nameOf(String(id)) ?? String(id)))),
    }
  }
  const isOrder = values.some((value) => Array.isArray(value)) && (field === 'children' || of === 'scheme')
  const show = (value: Json) => {
    if (value === null) return words.none
    return conflictSides(
      {
        kind: isOrder ? 'order' : 'field',
        of,
        id: '',
        name: '',
        where: [''],
        pointer: '',
        field,
        base: null,
        mine: value,
        theirs: null,
      },
      language,
    ).mine
  }
  const { about } = conflictSides(
    {
      kind: 'field',
      of: 'scheme',
      id: '',
      name: '',
      where: [],
      pointer: '',
      field,
      base: null,
      mine: null,
      theirs: null,
    },
    language,
  )
  return { label: field === 'children' ? words.order : about, values: values.map(show) }
}

/** The thing as a whole: there or not. */
export function showWhole(values: readonly Json[], language: Language): ShownField {
  const words = sideTexts[language]
  return { label: words.whole, values: values.map((value) => (value === null ? words.absent : words.present(value))) }
}

const sideTexts = {
  zh: {
    place: '上级指标',
    top: '最上级',
    none: '空',
    order: '下级次序',
    whole: '整项',
    absent: '没有',
    present: (value: Json) => `有${pointsOf(value, (points) => `（${points} 分）`)}`,
  },
  en: {
    place: 'parent',
    top: 'the top',
    none: 'nothing',
    order: 'order of children',
    whole: 'as a whole',
    absent: 'not there',
    present: (value: Json) => `there${pointsOf(value, (points) => ` (${points} points)`)}`,
  },
}

function pointsOf(value: Json, say: (points: string) => string): string {
  const points = (value as { readonly points?: Json } | null)?.points
  return typeof points === 'string' ? say(points) : ''
}
