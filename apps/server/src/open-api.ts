import swagger from '@fastify/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './routing.ts'

/** The description of the API, made from the routes' own schemas: `/api/openapi.json`. */
export async function openApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Yardstick 标尺',
        version: '0.1.0',
        description:
          'Documents go in and out whole (their schemas: packages/model). What is refused is answered with `{ issues: [...] }`, each with code, place, expected, found.',
      },
      tags: [],
    },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_: FastifyRequest, reply: FastifyReply) => {
    reply.header('content-type', 'application/json; charset=utf-8')
    return app.swagger()
  })
}
