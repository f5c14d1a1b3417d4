import fc from 'fast-check'
import type { Schema } from './operations.testing.ts'

/** What means something on the server that is asked: texts for fields, documents for bodies that are one. */
export interface Known {
  readonly texts: readonly string[]
  readonly documents: Readonly<Record<string, unknown>>
}

/**
 * Values that are nearly what a schema asks for: mostly right, so that they come past the first gate, now and then wrong in
 * one place.
 */
export function fromSchema(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const texts = oddTexts(known.texts)
  const of = (at: Schema): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 120, arbitrary: right(at) }, { weight: 1, arbitrary: anything(texts) })

  function right(at: Schema): fc.Arbitrary<unknown> {
    if (at.$ref !== undefined) return mutated(known.documents[at.$ref.split('/').at(-1) ?? ''] ?? {}, texts)
    if (at.const !== undefined) return fc.constant(at.const)
    if (at.enum !== undefined) return fc.constantFrom(...at.enum)
    const choices = at.anyOf ?? at.oneOf
    if (choices !== undefined) return fc.oneof(...choices.map(of))
    const type = Array.isArray(at.type) ? (at.type as string[])[0] : at.type
    if (type === 'object' || at.properties !== undefined) return members(at)
    if (type === 'array') return fc.array(of(at.items ?? {}), { maxLength: 3 })
    if (type === 'string') return fitting(at, texts)
    if (type === 'number' || type === 'integer')
      return fc.oneof({ weight: 12, arbitrary: fc.integer({ min: -2, max: 9 }) }, { weight: 1, arbitrary: fc.double() })
    if (type === 'boolean') return fc.boolean()
    return type === 'null' ? fc.constant(null) : anything(texts)
  }

  function fitting({ pattern = '' }: Schema, texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
    const fit = known.texts.filter((text) => new RegExp(pattern, 'u').test(text))
    return fit.length === 0
      ? texts
      : fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...fit) }, { weight: 1, arbitrary: texts })
  }

  function members({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
    const each = Object.fromEntries(
      Object.entries(properties).map(([name, at]) => [
        name,
        of(Object.hasOwn(known.documents, name) ? { $ref: name } : at),
      ]),
    )
    return fc
      .tuple(
        fc.record(each, { requiredKeys: required.filter((name) => name in each) }),
        fc.oneof(
          { weight: 40, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.tuple(texts, anything(texts)) },
        ),
      )
      .map(([record, more]) => (more === undefined ? { ...record } : { ...record, [more[0]]: more[1] }))
  }
  return of(schema)
}

/** A document with something else in one or two of its places, or nothing. */
function mutated(document: unknown, texts: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const change = fc.tuple(fc.nat(), fc.option(anything(texts), { nil: undefined }))
  return fc.array(change, { maxLength: 2 }).map((changes) => {
    const copy = structuredClone(document)
    for (const [at, value] of changes) {
      const places = placesIn(copy)
      const [holder, key] = places[at % Math.max(places.length, 1)] ?? []
      if (holder !== undefined && key !== undefined) holder[key] = value
    }
    return copy
  })
}

function placesIn(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [
    [holder, key] as [Record<string, unknown>, string],
    ...placesIn(holder[key]),
  ])
}

/** What people, programs and attackers write into a field. */
export function oddTexts(seeds: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...seeds) },
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    { weight: 3, arbitrary: fc.constantFrom(...odd) },
  )
}

const odd: readonly string[] = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e309',
    '999999999',
    '9999999999999999999',
    '9'.repeat(30),
    'NaN',
    'null',
    'true',
    '[]',
    '{}',
  ],
  ...['%', '%%', '%00', '%ff', '_', '\\', "'", "''; drop table account; --", '$1', '{{7*7}}', '<script>', '=1+1', '@x'],
  ...[
    '../../etc/passwd',
    '..%2f..%2f',
    '/',
    '//',
    '.',
    '..',
    'C:\\x',
    'con',
    '\u0000',
    '\u0001',
    '\n',
    '\u202e',
    '\ud800',
  ],
  ...['__proto__', 'constructor', 'toString', 'length', 'a'.repeat(5_000), '汉'.repeat(1_000), 'İ', '\ufeff', '\u0301'],
  ...['2025', '2025-02-30', '+275760-09-14T00:00:00Z', '100%', '95%', '1/0', '0/0', '(((((', 'sum(', '预算数'],
]

const anything = (texts: fc.Arbitrary<string>): fc.Arbitrary<unknown> =>
  fc.oneof(
    texts,
    fc.anything({
      maxDepth: 2,
      maxKeys: 3,
      withNullPrototype: false,
      values: [fc.integer(), fc.double(), texts, fc.boolean(), fc.constant(null)],
    }),
  )
