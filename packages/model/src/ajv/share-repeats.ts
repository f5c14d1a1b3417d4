/**
 * Many schemas → the same schemas with every part that occurs more than once told once, under an id of its own. Code made
 * from them is a tenth as long. What they accept and which errors they find does not change; only `$ref`s are added.
 */
export interface SchemaNode {
  readonly [keyword: string]: unknown
}

export interface Shared {
  /** The schemas in the order they came in, without `$defs`. */
  readonly documents: readonly SchemaNode[]
  readonly parts: readonly SchemaNode[]
}

/** Below this length of JSON a call costs more than it saves. */
const WORTH_SHARING = 25

/** Definitions of one name must be equal in all schemas; anything else is a fault of ours. */
export function shareRepeats(schemas: readonly SchemaNode[]): Shared {
  const definitions = definitionsOf(schemas)
  const count = new Map<string, number>()
  const counting = (part: SchemaNode): SchemaNode => {
    const text = JSON.stringify(part)
    const times = (count.get(text) ?? 0) + 1
    count.set(text, times)
    if (times === 1) eachPart(part, counting)
    return part
  }
  for (const schema of [...schemas, ...definitions.values()]) eachPart(schema, counting)

  const parts: SchemaNode[] = []
  const idByText = new Map<string, string>()
  const sharing = (part: SchemaNode): SchemaNode => {
    if (typeof part['$ref'] === 'string') return { ...part, $ref: definitionId(part['$ref']) }
    const text = JSON.stringify(part)
    // A constant may be the tag of an alternative, which has to stand in its place.
    const isShared = (count.get(text) ?? 0) > 1 && text.length >= WORTH_SHARING && part['const'] === undefined
    if (!isShared) return eachPart(part, sharing)
    let id = idByText.get(text)
    if (id === undefined) {
      id = `part:${idByText.size}`
      idByText.set(text, id)
      parts.push({ $id: id, ...eachPart(part, sharing) })
    }
    return { $ref: id }
  }
  for (const [name, schema] of definitions) {
    parts.push({ $id: definitionId(`#/$defs/${name}`), ...eachPart(schema, sharing) })
  }
  const documents = schemas.map((schema) => {
    const shared = eachPart(schema, sharing)
    return typeof shared['$ref'] === 'string' ? { ...shared, $ref: definitionId(shared['$ref']) } : shared
  })
  return { documents, parts }
}

function definitionsOf(schemas: readonly SchemaNode[]): Map<string, SchemaNode> {
  const definitions = new Map<string, SchemaNode>()
  for (const schema of schemas) {
    for (const [name, definition] of Object.entries((schema['$defs'] ?? {}) as Record<string, SchemaNode>)) {
      const known = definitions.get(name)
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(definition)) {
        throw new Error(`two definitions named ${name}`)
      }
      definitions.set(name, definition)
    }
  }
  return definitions
}

function definitionId(reference: string): string {
  return reference.replace('#/$defs/', 'definition:')
}

/** The schema with each part replaced; alternatives stay in their place, where their tag is looked for. */
function eachPart(schema: SchemaNode, replace: (part: SchemaNode) => SchemaNode): SchemaNode {
  const result: Record<string, unknown> = {}
  for (const [keyword, value] of Object.entries(schema)) {
    if (WORDS.includes(keyword)) continue
    if (keyword === 'properties') {
      const properties = Object.entries(value as Record<string, SchemaNode>)
      result[keyword] = Object.fromEntries(properties.map(([name, part]) => [name, replace(part)]))
    } else if (keyword === 'oneOf' || keyword === 'anyOf') {
      result[keyword] = (value as SchemaNode[]).map((part) => eachPart(part, replace))
    } else if (WITH_ONE_PART.includes(keyword) && typeof value === 'object') {
      result[keyword] = replace(value as SchemaNode)
    } else result[keyword] = value
  }
  return result
}

const WORDS = ['$schema', '$defs', 'title', 'description']
const WITH_ONE_PART = ['items', 'additionalProperties', 'propertyNames', 'if', 'then', 'else']
