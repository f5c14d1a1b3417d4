import { fileURLToPath } from 'node:url'
import { standaloneValidators } from '@yardstick/model/standalone'

/** The documents that the designer reads: the checks of the others would be loaded and never run. */
const kinds = /** @type {const} */ (['scheme', 'declaration', 'submission', 'score-sheet', 'key'])

/**
 * The page's content policy forbids code made at run time, and that is what Ajv does. So the one module of
 * `@yardstick/model` that knows Ajv is replaced by checks made now; Ajv does not get into the bundle. Workers are bundles
 * of their own and need a plugin of their own: `worker: { plugins: () => [aheadOfTimeValidators()] }`.
 *
 * @returns {import('vite').Plugin}
 */
export function aheadOfTimeValidators() {
  const door = fileURLToPath(new URL('compile.js', import.meta.resolve('@yardstick/model/standalone')))
  let replaced = false
  return {
    name: 'yardstick:ahead-of-time-validators',
    enforce: 'pre',
    load: {
      filter: { id: /\/ajv\/compile\.js(\?|$)/ },
      handler(id) {
        if (!samePath(id, door)) return null
        replaced = true
        return { code: standaloneValidators(kinds), map: null, moduleSideEffects: false }
      },
    },
    transform: {
      filter: { id: /\/designer\/src\//, code: /\bvalidate\(/ },
      handler(code) {
        for (const [call, kind] of code.matchAll(/\bvalidate\(\s*(?:['"]([a-z-]+)['"])?/g)) {
          if (!kinds.some((each) => each === kind)) this.error(`no check is made ahead for ${call}…`)
        }
      },
    },
    generateBundle(_options, bundle) {
      // Should the door ever move, the build ends here and not in a browser.
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        const leaked = chunk.moduleIds.find((id) => /\/node_modules\/ajv\//.test(id))
        if (leaked !== undefined) this.error(`${leaked} is in ${chunk.fileName}; replaced: ${replaced}`)
      }
    },
  }
}

/** @param {string} id @param {string} path */
function samePath(id, path) {
  return id.split('?')[0] === path.replaceAll('\\', '/')
}
