import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'

/**
 * The door to Ajv. It makes code at run time, which a page under a strict content policy may not; there the build puts
 * the source of `standalone.ts` in the place of this one file. Both export the same names and find the same errors.
 */
export type { ErrorObject }

/** `first` ends at the first error, for documents whose errors would not fit into memory. */
export type ErrorsWanted = 'all' | 'first'

const options = {
  discriminator: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  verbose: true,
  // Optimising the generated code takes longer than it saves: a command checks two documents and ends.
  code: { optimize: false },
} as const
const ajvs = { all: new Ajv2020({ ...options, allErrors: true }), first: new Ajv2020(options) }
for (const ajv of Object.values(ajvs)) ajv.addKeyword({ keyword: 'x-decimal', schemaType: 'boolean' })

const compiled = { all: new Map<object, ValidateFunction>(), first: new Map<object, ValidateFunction>() }

/** The check of one of our schemas, made when it is first asked for. */
export function compileSchema(schema: object, wanted: ErrorsWanted): ValidateFunction {
  let check = compiled[wanted].get(schema)
  if (check === undefined) {
    check = ajvs[wanted].compile(schema)
    compiled[wanted].set(schema, check)
  }
  return check
}
