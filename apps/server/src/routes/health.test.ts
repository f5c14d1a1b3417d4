import { schemas } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { stores, testServer } from '../server.testing.ts'

describe.each(stores)('on %s, the server', (kind) => {
  const server = testServer(kind)

  it('says that it works, to anybody', async () => {
    const answer = await server().nobody('GET', '/api/health')
    expect(answer).toMatchObject({ status: 200, body: { store: kind } })
  })

  it('describes itself', async () => {
    const answer = await server().nobody('GET', '/api/openapi.json')
    expect(answer.body).toMatchObject({ openapi: '3.1.0' })
    expect(Object.keys(answer.body.paths)).toContain('/api/health')
    expect(answer.body.components.schemas.scheme).toEqual(schemas.scheme)
    const draft = answer.body.paths['/api/schemes/{id}/draft']
    const document = { 'application/json': { schema: { $ref: '#/components/schemas/scheme' } } }
    expect(draft.put).toMatchObject({ requestBody: { content: document }, security: [{ session: [] }] })
    expect(draft.put.parameters).toContainEqual(
      expect.objectContaining({ in: 'header', name: 'if-match', required: true }),
    )
    expect(draft.get.responses[200].content['application/json'].schema.properties.scheme).toEqual(
      document['application/json'].schema,
    )
    expect(draft.get.responses.default.content['application/json'].schema.$ref).toBe('#/components/schemas/refusal')
    const { content } = answer.body.paths['/api/submissions/{id}/evidence'].post.requestBody
    expect(Object.keys(content)).toEqual(['multipart/form-data'])
  })

  it('says of an address that there is nothing', async () => {
    expect(await server().nobody('GET', '/api/nothing')).toMatchObject({ status: 404, codes: ['REQUEST_NOT_FOUND'] })
  })
})
