import { fileURLToPath } from 'node:url'
import fastify from 'fastify'
import type { App } from '../../apps/server/src/routing.ts'
import { securityHeaders, servePages } from '../../apps/server/src/web.ts'

const built = fileURLToPath(new URL('../../apps/designer/dist/web', import.meta.url))

/**
 * The page alone, as any server of files gives it, under the headers it is delivered with: data stay in the browser.
 * `YARDSTICK_WEB` names a page built elsewhere, to test that one.
 */
export async function servePage(): Promise<{ address: string; stop: () => void }> {
  const server = fastify({ forceCloseConnections: true })
  server.addHook('onRequest', async (_, reply) => void reply.headers(securityHeaders))
  // The page asks whether there is a server behind it: there is none, which is no fault.
  server.get('/api/session', (_, reply) => void reply.code(204).send())
  await servePages(server as unknown as App, process.env['YARDSTICK_WEB'] ?? built)
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  return { address: `${address}/`, stop: () => void server.close() }
}
