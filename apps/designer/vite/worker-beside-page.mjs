import { fileURLToPath } from 'node:url'

const worker = fileURLToPath(new URL('../src/evaluation/worker.ts', import.meta.url))
const asWritten = "new URL('./worker.ts', import.meta.url)"

/**
 * The engine's worker as a part of the page's own build, so that what both read (the model, formulas, wording, the checks
 * of documents) is loaded once. Built apart, as Vite does by itself, the worker brings a copy of all of it. While somebody
 * works on the page nothing is different.
 *
 * @returns {import('vite').Plugin}
 */
export function workerBesidePage() {
  /** @type {string} */
  let chunk
  return {
    name: 'yardstick-worker-beside-page',
    apply: 'build',
    enforce: 'pre',
    // What the worker and its parts load later they load by themselves: there is no document to put links into.
    config: () => ({
      build: {
        modulePreload: {
          resolveDependencies: (_name, needed, { hostId }) =>
            /(^|\/)(worker|further-answers)-[^/]*$/.test(hostId) ? [] : needed,
        },
      },
    }),
    buildStart() {
      chunk = this.emitFile({ type: 'chunk', id: worker, name: 'worker' })
    },
    transform: {
      filter: { id: /\/src\/evaluation\/engine\.ts$/ },
      handler(code) {
        if (!code.includes(asWritten)) this.error('the worker is started in another way')
        return { code: code.replace(asWritten, "new URL('worker.js', document.baseURI)"), map: null }
      },
    },
    generateBundle() {
      // The polyfill is a file of its own, before every module.
      const source = `import './polyfill.js'\nimport './${this.getFileName(chunk)}'\n`
      this.emitFile({ type: 'asset', fileName: 'worker.js', source })
    },
  }
}
