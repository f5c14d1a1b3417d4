import { fileURLToPath } from 'node:url'

const loadPart = fileURLToPath(new URL('../src/parts/load-part.ts', import.meta.url))

/**
 * Parts of the page are loaded by a function of ours instead of Vite's, so that what could not be loaded is loaded again,
 * in the page and in its workers. Vite hands over the files a part needs; here the part itself is one of them, also where
 * it needs no other.
 *
 * @returns {import('vite').Plugin}
 */
export function loadAgain() {
  let isAsked = false
  return {
    name: 'yardstick-load-again',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      build: {
        modulePreload: {
          resolveDependencies: (part, needed, { hostType }) =>
            hostType === 'html' || needed.includes(part) ? needed : [part, ...needed],
        },
      },
    }),
    load: {
      filter: { id: /vite\/preload-helper\.js$/ },
      handler() {
        isAsked = true
        return `export { loadPart as __vitePreload } from ${JSON.stringify(loadPart)}`
      },
    },
    buildEnd(error) {
      if (error === undefined && !isAsked) this.error('Vite loads parts in another way')
    },
  }
}
