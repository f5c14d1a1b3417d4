#!/usr/bin/env node
// Serves the built designer on loopback, with the headers under which it is tested: no code from elsewhere, no code made
// at run time. The data stay in the browser.
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'

const built = fileURLToPath(new URL('./dist/web', import.meta.url))
const headers = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    // The component library writes its styles at run time.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/**
 * port     0 takes a free one
 * folder   where the built page is
 * returns  the address, and how to stop
 */
export function serve({ port = 0, folder = built } = {}) {
  const files = sirv(folder, {
    // Looked up anew each time: the page may be built again while it is served.
    dev: true,
    etag: true,
    // Compressed ahead by the build.
    gzip: true,
    setHeaders(response, path) {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      // Names of built files change with their content; the page itself is asked for each time.
      const isNamedByContent = path.startsWith('/assets/')
      response.setHeader('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const server = createServer((request, response) => {
    // The page asks whether there is a server behind it: there is none, which is no fault.
    if (request.url === '/api/session') return response.writeHead(204, headers).end()
    files(request, response, () => response.writeHead(404, headers).end('404'))
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address())
      resolve({ address: `http://127.0.0.1:${taken}/`, stop: () => server.close() })
    })
  })
}
