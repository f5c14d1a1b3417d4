import type { App } from './routing.ts'

/** A JSON Schema as the description of the API holds it. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
}

/** One route of the API, as `/api/openapi.json` tells of it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With the names of its parameters in braces: /api/schemes/{id}. */
  readonly path: string
  readonly params: readonly string[]
  /** An object of the texts behind the question mark. */
  readonly query: Schema
  readonly body: Schema | undefined
  /** The statuses of what is carried out. */
  readonly answers: readonly number[]
}

/** All routes but the description itself. */
export async function operationsOf(app: App): Promise<Operation[]> {
  const { body } = await app.inject({ url: '/api/openapi.json', headers: { host: 'localhost' } })
  const { paths } = JSON.parse(body) as Described
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
      method: method.toUpperCase() as Operation['method'],
      path,
      params: parameters.filter((each) => each.in === 'path').map(({ name }) => name),
      query: queryOf(parameters),
      body: requestBody?.content['application/json']?.schema,
      answers: Object.keys(responses)
        .filter((status) => status !== 'default')
        .map(Number),
    })),
  )
}

function queryOf(parameters: readonly Parameter[]): Schema {
  const asked = parameters.filter((each) => each.in === 'query')
  return {
    type: 'object',
    properties: Object.fromEntries(asked.map(({ name, schema }) => [name, schema])),
    required: asked.filter(({ required }) => required === true).map(({ name }) => name),
  }
}

interface Described {
  readonly paths: Record<string, Record<string, DescribedOperation>>
}

interface Parameter {
  readonly in: string
  readonly name: string
  readonly required?: boolean
  readonly schema: Schema
}

interface DescribedOperation {
  readonly parameters?: readonly Parameter[]
  readonly responses: Record<string, unknown>
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> }
}
