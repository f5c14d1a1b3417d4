import canonicalizeJson from 'canonicalize'
import { canonicalDecimal } from './exact.ts'
import type { Json } from './json.ts'

/** RFC 8785 text of a document, the bytes that are hashed and signed. Lone surrogates throw. */
export function canonicalText(document: unknown): string {
  const text = canonicalizeJson(document)
  if (text === undefined) throw new TypeError('canonicalText: not a JSON document')
  return text
}

/** SHA-256 of bytes as hex; given by the app, since packages touch neither Node nor the DOM. */
export type Sha256 = (text: string) => string

/** The content hash of a document: SHA-256 of its canonical text. */
export function hashDocument(document: unknown, sha256: Sha256): string {
  return sha256(canonicalText(document))
}

/**
 * A copy with every decimal in canonical text ("7.50" → "7.5"), so that equal designs have equal hashes. It follows the
 * document's schema, which marks decimals with `x-decimal`.
 */
export function canonicalDocument(schema: object, document: Json): Json {
  return canonicalValue(schema as SchemaNode, document, schema as SchemaNode)
}

interface SchemaNode {
  'x-decimal'?: true
  $ref?: string
  $defs?: { [name: string]: SchemaNode }
  properties?: { [name: string]: SchemaNode }
  additionalProperties?: SchemaNode | boolean
  items?: SchemaNode
  oneOf?: SchemaNode[]
  discriminator?: { propertyName: string }
  const?: Json
  if?: { type?: string; required?: string[] }
  then?: SchemaNode
  else?: SchemaNode
}

function canonicalValue(schema: SchemaNode, value: Json, root: SchemaNode): Json {
  const own = resolve(schema, value, root)
  if (typeof value === 'string') return own['x-decimal'] ? canonicalDecimal(value) : value
  if (Array.isArray(value)) {
    const { items } = own
    return items === undefined ? structuredCopy(value) : value.map((each) => canonicalValue(items, each, root))
  }
  if (typeof value !== 'object' || value === null) return value
  const copy: { [key: string]: Json } = {}
  for (const [key, each] of Object.entries(value)) {
    const member =
      own.properties?.[key] ?? (typeof own.additionalProperties === 'object' ? own.additionalProperties : undefined)
    copy[key] = member === undefined ? structuredCopy(each) : canonicalValue(member, each, root)
  }
  return copy
}

/** Follows references and the alternatives of `primitives.ts` down to the schema that applies to this value. */
function resolve(schema: SchemaNode, value: Json, root: SchemaNode): SchemaNode {
  if (schema.$ref !== undefined) {
    return resolve(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}, value, root)
  }
  if (schema.if !== undefined) {
    return resolve((holds(schema.if, value) ? schema.then : schema.else) ?? {}, value, root)
  }
  if (schema.oneOf !== undefined && schema.discriminator !== undefined && isObject(value)) {
    const tag = schema.discriminator.propertyName
    const variant = schema.oneOf.find((each) => each.properties?.[tag]?.const === value[tag])
    return resolve(variant ?? {}, value, root)
  }
  return schema
}

function holds(condition: { type?: string; required?: string[] }, value: Json): boolean {
  if (condition.type !== undefined && condition.type !== jsonType(value)) return false
  return (condition.required ?? []).every((key) => isObject(value) && Object.hasOwn(value, key))
}

function jsonType(value: Json): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function structuredCopy(value: Json): Json {
  if (Array.isArray(value)) return value.map(structuredCopy)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, structuredCopy(each)]))
}
