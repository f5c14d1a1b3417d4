import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'

/** What a path is answered with: a file, or whatever a hostile server does. */
export type Answers = Record<string, Buffer | string | ((request: IncomingMessage, response: ServerResponse) => void)>

/** A static file server on this computer, for the tests of one `describe`; its folder's address. */
export function fileServer(answers: Answers): () => string {
  const server = createServer((request, response) => {
    const answer = answers[decodeURIComponent(request.url ?? '')]
    if (typeof answer === 'function') return answer(request, response)
    response.statusCode = answer === undefined ? 404 : 200
    response.end(answer)
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/templates/`
}
