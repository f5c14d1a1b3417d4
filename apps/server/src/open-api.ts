import swagger from '@fastify/swagger'
import { type DocumentKind, schemas } from '@yardstick/model'
import type { FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import type { App } from './routing.ts'

/**
 * The description of the API, made from the routes' own schemas: `/api/openapi.json`. The documents of the model stand in
 * it whole, under their own names; a route that takes one refers to it.
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
    },
    transform: ({ schema, url }) => ({ schema: withReferences(schema), url }),
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_: FastifyRequest, reply: FastifyReply) => {
    reply.header('content-type', 'application/json; charset=utf-8')
    return { ...app.swagger(), components: { schemas } }
  })
}

/** A body that is a document of the model (`documentBody`) is told by its name. */
function withReferences(schema: FastifySchema): FastifySchema {
  const { title } = (schema.body ?? {}) as { title?: string }
  if (title === undefined || !Object.hasOwn(schemas, title)) return schema
  return { ...schema, body: { $ref: `#/components/schemas/${title as DocumentKind}` } }
}
