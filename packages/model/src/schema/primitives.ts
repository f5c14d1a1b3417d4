import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox'

/**
 * The words that every document schema is written in. The schemas are plain JSON Schema 2020-12 and the one source of
 * the document types; alternatives are told apart by a tag or by the presence of a key, never by trial, so that a wrong
 * document gets the message of the one alternative it meant.
 */

/** An object without unknown keys. */
export function closed<P extends TProperties>(properties: P, description?: string): TObject<P> {
  return Type.Object(properties, { additionalProperties: false, ...(description === undefined ? {} : { description }) })
}

/** One of several objects, told apart by the constant under `key`. */
export function tagged<const S extends readonly TObject[]>(key: string, variants: S) {
  return Type.Unsafe<Static<S[number]>>({
    type: 'object',
    required: [key],
    discriminator: { propertyName: key },
    oneOf: variants,
  })
}

/** One of several objects, told apart by which key is there; the last schema stands for "none of these keys". */
export function byPresence<T>(cases: readonly (readonly [key: string, schema: TSchema])[], otherwise: TSchema) {
  const chain = cases.reduceRight<object>(
    (rest, [key, schema]) => ({ if: { required: [key] }, then: schema, else: rest }),
    otherwise,
  )
  return Type.Unsafe<T>({ type: 'object', ...chain })
}

/** A reference to a named part of the same document schema. */
export function ref<T>(name: string) {
  return Type.Unsafe<T>({ $ref: `#/$defs/${name}` })
}

export function choice<const T extends string>(...values: T[]) {
  return Type.Unsafe<T>({ type: 'string', enum: values })
}

/** A map from free names to values. */
export function map<S extends TSchema>(values: S) {
  return Type.Unsafe<{ [name: string]: Static<S> }>({
    type: 'object',
    additionalProperties: values,
    propertyNames: { type: 'string', minLength: 1, maxLength: 200 },
  })
}

export const optional = Type.Optional

/** Decimal text, at most 30 digits before and after the point: "7.5". */
export const decimal = Type.String({ pattern: '^-?\\d{1,30}(\\.\\d{1,30})?$', 'x-decimal': true })

/** Decimal text ≥ 0, for points. */
export const points = Type.String({ pattern: '^\\d{1,30}(\\.\\d{1,30})?$', 'x-decimal': true })

/** Decimal text that may be a percentage: "95%" is 0.95. */
export const quantity = Type.String({ pattern: '^-?\\d{1,30}(\\.\\d{1,30})?%?$', 'x-decimal': true })

/** Points given ("2"), or a share of the indicator's points ("40%"). */
export const score = Type.String({ pattern: '^\\d{1,30}(\\.\\d{1,30})?%?$', 'x-decimal': true })

/** Decimal text > 0, for the width of a step; nothing is divided by 0. */
export const positive = Type.String({ pattern: '^(?=.*[1-9])\\d{1,30}(\\.\\d{1,30})?$', 'x-decimal': true })

/** The same, also as a percentage. */
export const positiveQuantity = Type.String({ pattern: '^(?=.*[1-9])\\d{1,30}(\\.\\d{1,30})?%?$', 'x-decimal': true })

export const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** SHA-256, hex. */
export const hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** Ids and names become keys of maps (a submission's items); keys with a meaning of their own are refused there. */
const NO_KEYWORD = '(?!(?:__proto__|constructor|prototype)$)'

/** A stable word: letters of any script, digits, and . - _ inside. */
export const id = Type.String({ pattern: `^${NO_KEYWORD}[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,119}$` })

/** A letter of a name of one line. */
const IN_NAME = '[^\\u0000-\\u001f\\u007f\\[\\]]'

/**
 * A readable name of one line. Of one that is too long only so much is looked at as says so: a repetition without an end
 * overflows the stack of the pattern on megabytes, now and then.
 */
export const name = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: `^${NO_KEYWORD}(?:${IN_NAME}{1,200}$|${IN_NAME}{201})`,
})

/** A line of text that is the key of a map. */
export const key = Type.String({ minLength: 1, maxLength: 200, pattern: `^${NO_KEYWORD}` })

export const text = Type.String({ maxLength: 20_000 })
export const line = Type.String({ minLength: 1, maxLength: 2_000 })
export const formula = Type.String({ minLength: 1, maxLength: 4_000 })
export const digits = Type.Integer({ minimum: 0, maximum: 12 })

/** A whole document: its body with the head that JSON Schema wants and the named parts its references lead to. */
export function documentSchema<P extends TProperties>(
  kind: string,
  title: string,
  body: TObject<P>,
  definitions: { [name: string]: TSchema } = {},
): TObject<P> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:yardstick:${kind}`,
    title,
    ...body,
    $defs: definitions,
  } as TObject<P>
}
