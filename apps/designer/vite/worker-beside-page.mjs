import { fileURLToPath } from 'node:url'

/** The engine's, the one that makes and reads workbooks, and the reader of tables: where each begins, and the module that starts it. */
const workers = [
  { name: 'worker', at: 'evaluation/worker.ts', startedIn: /\/src\/evaluation\/engine\.ts$/ },
  { name: 'clerk-worker', at: 'parts/workbook/clerk-worker.ts', startedIn: /\/src\/parts\/workbook\/clerk-desk\.ts$/ },
  {
    name: 'reader-worker',
    at: 'importing/reader/reader-worker.ts',
    startedIn: /\/src\/importing\/reader\/reading-desk\.ts$/,
  },
]

/**
 * The workers as parts of the page's own build, so that what both read (the model, formulas, wording, the checks of
 * documents) is loaded once. Built apart, as Vite does by itself, a worker brings a copy of all of it. While somebody
 * works on the page nothing is different.
 *
 * @returns {import('vite').Plugin}
 */
export function workerBesidePage() {
  /** @type {Map<string, string>} */
  const chunks = new Map()
  return {
    name: 'yardstick-worker-beside-page',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      for (const { name, at } of workers) {
        const id = fileURLToPath(new URL(`../src/${at}`, import.meta.url))
        chunks.set(name, this.emitFile({ type: 'chunk', id, name }))
      }
    },
    transform: {
      filter: { id: workers.map(({ startedIn }) => startedIn) },
      handler(code, id) {
        const { name } = /** @type {{ name: string }} */ (workers.find(({ startedIn }) => startedIn.test(id)))
        const asWritten = `new URL('./${name}.ts', import.meta.url)`
        if (!code.includes(asWritten)) this.error('the worker is started in another way')
        return { code: code.replace(asWritten, `new URL('${name}.js', document.baseURI)`), map: null }
      },
    },
    generateBundle() {
      for (const [name, chunk] of chunks) {
        // The polyfill is a file of its own, before every module.
        const source = `import './polyfill.js'\nimport './${this.getFileName(chunk)}'\n`
        this.emitFile({ type: 'asset', fileName: `${name}.js`, source })
      }
    },
  }
}
