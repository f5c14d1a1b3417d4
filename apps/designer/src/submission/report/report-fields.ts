import type { ReportSection, ReportTexts } from '@yardstick/model'

/** Sections that a person writes, in the order of the report. */
export const sections = [
  'summary',
  'background',
  'goals',
  'purpose',
  'basis',
  'method',
  'process',
  'conclusion',
  'experience',
  'problems',
  'advice',
  'other',
] as const satisfies readonly ReportSection[]

export const coverFields = ['title', 'evaluator', 'date'] as const
export const formFields = ['expected', 'achieved', 'other'] as const

/** Where a text stands: on the cover, in a section, in the self-evaluation form, or beside an indicator of that. */
export type Field =
  | (typeof coverFields)[number]
  | ReportSection
  | `form.${(typeof formFields)[number]}`
  | `deviation.${string}`

/** The texts that are there, field by field; an empty one is none. */
export type Fields = { readonly [F in Field]?: string }

export function fieldsOf({ title, evaluator, date, sections: written = {}, form = {} }: ReportTexts): Fields {
  const { deviations = {}, ...own } = form
  const all: [string, string | undefined][] = [
    ...Object.entries({ title, evaluator, date, ...written }),
    ...Object.entries(own).map(([key, text]): [string, string] => [`form.${key}`, text]),
    ...Object.entries(deviations).map(([id, text]): [string, string] => [`deviation.${id}`, text]),
  ]
  return Object.fromEntries(all.filter(([, text]) => text !== undefined && text !== ''))
}

/** The way back. What is written on the cover is one line each, but for a title, which has two. */
export function textsOf(fields: Fields): ReportTexts {
  const has = (field: Field) => (fields[field] ?? '').trim() !== ''
  const pick = (names: readonly Field[], key: (name: Field) => string = (name) => name) =>
    Object.fromEntries(names.filter(has).map((name) => [key(name), fields[name]!]))
  const written = pick(sections)
  const deviations = pick(
    (Object.keys(fields) as Field[]).filter((name) => name.startsWith('deviation.')),
    (name) => name.slice('deviation.'.length),
  )
  const form = {
    ...pick(
      formFields.map((name) => `form.${name}` as const),
      (name) => name.slice('form.'.length),
    ),
    ...(isEmpty(deviations) ? {} : { deviations }),
  }
  return {
    yardstick: 'report-texts/1',
    ...pick(coverFields),
    ...(isEmpty(written) ? {} : { sections: written }),
    ...(isEmpty(form) ? {} : { form }),
  }
}

/**
 * What waits once a text is written into a field: nothing of it where the same is there already, unless another text for it
 * is on its way there.
 */
export function written(mine: Fields, field: Field, text: string, there: { base: Fields; sent: Fields }): Fields {
  const { [field]: _, ...rest } = mine
  const isThere = text === (there.base[field] ?? '') && there.sent[field] === undefined
  return isThere ? rest : { ...rest, [field]: text }
}

/** Where somebody else wrote the same since. */
export interface TextClash {
  readonly field: Field
  readonly mine: string
  readonly theirs: string
}

/**
 * What is written here put onto what is there now. Where both wrote in the same field something else, nobody's word is
 * taken for the other's: that is a clash, and the field is left as it is there.
 */
export function mergeFields(
  base: Fields,
  mine: Fields,
  theirs: Fields,
): { readonly mine: Fields; readonly clashes: readonly TextClash[] } {
  const text = (fields: Fields, field: Field) => fields[field] ?? ''
  const kept: { [F in Field]?: string } = {}
  const clashes: TextClash[] = []
  for (const field of Object.keys(mine) as Field[]) {
    const [was, own, other] = [text(base, field), text(mine, field), text(theirs, field)]
    if (own === other) continue
    if (other === was) kept[field] = own
    else clashes.push({ field, mine: own, theirs: other })
  }
  return { mine: kept, clashes }
}

/** Clashes that nobody has decided, beside what is there by now; where that says the same nothing is left to decide. */
export function stillOpen(clashes: readonly TextClash[], there: Fields): TextClash[] {
  return clashes
    .map(({ field, mine }) => ({ field, mine, theirs: there[field] ?? '' }))
    .filter(({ mine, theirs }) => mine !== theirs)
}

export function isEmpty(fields: object): boolean {
  return Object.keys(fields).length === 0
}
