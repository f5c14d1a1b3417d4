import { Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { edit } from '../schema/edit.ts'
import { type DocumentKind, schemas } from '../validate.ts'
import { type SchemaNode, shareRepeats } from './share-repeats.ts'

/**
 * The checks of documents and of edits as the source of a module, for places where no code may be made at run time. It
 * stands in for `compile.ts`, exports what that exports and imports nothing.
 *
 * kinds   the documents that are read there, since each costs bytes; edits are always with them
 *
 * Ajv's own output is 336 KB compressed. An eighth of that is left because equal parts of schemas share a function, errors
 * are made by one function instead of in a thousand places, and one set of checks serves `all` and `first`.
 */
export function standaloneValidators(kinds = Object.keys(schemas) as readonly DocumentKind[]): string {
  const roots = [...kinds.map((kind) => schemas[kind]), edit] as unknown as SchemaNode[]
  const { documents, parts } = shareRepeats(roots)
  // The schemas use nothing that only the 2020 dialect has, and the code of the older one keeps fewer accounts.
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    verbose: true,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true, optimize: 2 },
  })
  ajv.addKeyword({ keyword: 'x-decimal', schemaType: 'boolean' })
  for (const schema of [...parts, ...documents]) ajv.addSchema(schema)
  const ids = documents.map((schema) => String(schema['$id']))
  const made = standaloneCode.default(ajv, Object.fromEntries(ids.map((id, index) => [`check${index}`, id])))
  const checks = roots.map((schema, index) => {
    return `${JSON.stringify(ids[index])}: { validate: check${index}, tries: ${JSON.stringify(schema).includes('"anyOf"')} }`
  })
  return `${RUNTIME}${shortened(made)}\nconst checks = { ${checks.join(', ')} }\n`
}

/** What Ajv's code does in each place, as calls; a new Ajv that writes otherwise is noticed here. */
function shortened(made: string): string {
  const short = made
    .replace('"use strict";', '')
    .replaceAll(/export const (check\d+)/g, 'const $1')
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', 'lengthOf')
    .replaceAll(ERROR, (_all, _error, path = 'instancePath', keyword, params, schema, data = 'data') => {
      const worded = WORDED_BY_SCHEMA.has(keyword) ? schema : 'undefined'
      return `vErrors = fail(vErrors, ${path}, "${keyword}", ${params}, ${worded}, ${data});errors++;`
    })
    .replaceAll(JOINED, 'vErrors = joined(vErrors, $1.errors);')
    .replaceAll(ANCESTORS_GIVEN, '$1}')
    .replaceAll('instancePath="", parentData, parentDataProperty, rootData=data', 'instancePath=""')
  if (/parentData|rootData|require\(|^import|schemaPath:|\.concat\(/m.test(short))
    throw new Error('Ajv writes its code in another way')
  return short
}

/** An error that is kept; those of an `if` are empty, only counted, and stay as they are. */
const ERROR = new RegExp(
  [
    String.raw`const (err\d+) = \{instancePath(?::(.*?))?,schemaPath:.*?,keyword:"(\w+)",params:(.*?),schema:.*?,`,
    String.raw`parentSchema:(.*?),data(?::(.*?))?(?:,propertyName:.*?)?\};`,
    String.raw`if\(vErrors === null\)\{vErrors = \[\1\];\}\s*else\s*\{vErrors\.push\(\1\);\}errors\+\+;`,
  ].join(''),
  'g',
)
const JOINED = /vErrors = vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\);/g

/** Errors whose words read the schema (`wordShape`); for the others their schemas need not be there at all. */
const WORDED_BY_SCHEMA: ReadonlySet<string> = new Set(['additionalProperties', 'discriminator', 'pattern'])
/** What no check of ours reads: where in the document it stands, handed on with every call. */
const ANCESTORS_GIVEN = /(\{instancePath(?::[^{}]*?)?),parentData[^{}]*?,rootData\}/g

/** `tries`: the schema has alternatives that are tried; an error in one may come to nothing, so none ends the check. */
const RUNTIME = `
let endsAtFirst = false
class FirstError { constructor(error) { this.error = error } }
function fail(errors, instancePath, keyword, params, parentSchema, data) {
  const error = { instancePath, keyword, params, parentSchema, data }
  if (endsAtFirst) throw new FirstError(error)
  if (errors === null) return [error]
  errors.push(error)
  return errors
}
function joined(errors, more) {
  if (errors === null) return more
  for (const error of more) errors.push(error)
  return errors
}
function lengthOf(text) {
  let length = 0
  for (const _ of text) length++
  return length
}
export function compileSchema(schema, wanted) {
  const made = checks[schema.$id]
  if (made === undefined) throw new Error('no check was made ahead for ' + schema.$id)
  if (wanted === 'all' || made.tries) return made.validate
  const check = (document) => {
    check.errors = null
    endsAtFirst = true
    try {
      return made.validate(document)
    } catch (found) {
      if (!(found instanceof FirstError)) throw found
      check.errors = [found.error]
      return false
    } finally {
      endsAtFirst = false
    }
  }
  return check
}
`
