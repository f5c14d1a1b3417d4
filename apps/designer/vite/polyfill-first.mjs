import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transformWithOxc } from 'vite'

const source = fileURLToPath(new URL('../src/polyfill.ts', import.meta.url))

/**
 * The polyfill as a plain script before the page's modules: as one of them it might run after a chunk that needs it.
 *
 * @returns {import('vite').Plugin}
 */
export function polyfillFirst() {
  return {
    name: 'yardstick-polyfill-first',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'polyfill.js', source: await script() })
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        if (request.url?.split('?')[0] !== '/polyfill.js') return next()
        response.setHeader('content-type', 'text/javascript; charset=utf-8')
        response.end(await script())
      })
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: './polyfill.js' }, injectTo: 'head-prepend' }],
  }
}

/** In brackets of its own, so that its functions do not become the page's. */
async function script() {
  const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source, { target: 'es2015', sourcemap: false })
  return `(() => {\n${code}\n})()\n`
}
