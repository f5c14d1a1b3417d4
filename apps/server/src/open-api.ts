import swagger from '@fastify/swagger'
import { schemas } from '@yardstick/model'
import type { FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import { isOpen, SESSION_COOKIE } from './access/guard.ts'
import { type App, answers } from './routing.ts'

/**
 * The description of the API, made from the routes' own schemas: `/api/openapi.json`. The documents of the model stand in
 * it whole, under their own names; what takes or gives one refers to it.
 */
export async function openApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Yardstick 标尺',
        version: '0.1.0',
        description:
          'Documents go in and out whole. What is refused is answered with `{ issues: [...] }`, each with code, place, expected and found; the words to the codes are in packages/model.',
      },
      components: { securitySchemes },
    },
    transform: ({ schema, url, route }) => ({ schema: described(schema, url, route.method), url }),
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_: FastifyRequest, reply: FastifyReply) => {
    reply.header('content-type', 'application/json; charset=utf-8')
    return { ...app.swagger(), components: { schemas: { ...schemas, refusal }, securitySchemes } }
  })
}

const issue = {
  type: 'object',
  required: ['code', 'severity', 'pointer', 'where', 'expected', 'found'],
  properties: {
    code: { type: 'string' },
    severity: { enum: ['error', 'warning', 'hint'] },
    pointer: { type: 'string' },
    where: { type: 'array', items: { type: 'string' } },
    expected: {},
    found: {},
  },
}

const refusal = {
  type: 'object',
  required: ['issues'],
  properties: { issues: { type: 'array', minItems: 1, items: issue } },
}

const securitySchemes = { session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE } } as const

const refused = {
  description: 'Refused',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/refusal' } } },
}

/** The parts of an upload, which no validator sees: they are read as they come. */
const upload = {
  type: 'object',
  required: ['entry', 'file'],
  properties: { entry: { type: 'string' }, note: { type: 'string' }, file: {} },
}

function described(schema: FastifySchema, url: string, method: string | readonly string[]): FastifySchema {
  const { body, consumes, response = answers(method === 'DELETE' ? 204 : 200) } = schema
  const sent = consumes?.includes('multipart/form-data') === true ? upload : body
  return {
    ...schema,
    ...(sent === undefined ? {} : { body: withReferences(sent) }),
    response: { ...(withReferences(response) as object), default: refused },
    security: isOpen(url) ? [] : [{ session: [] }],
  }
}

/** What is a document of the model (`documentBody`) is told by its title. */
function withReferences(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withReferences)
  if (typeof schema !== 'object' || schema === null) return schema
  const { title } = schema as { title?: unknown }
  if (typeof title === 'string' && Object.hasOwn(schemas, title)) return { $ref: `#/components/schemas/${title}` }
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withReferences(value)]))
}
