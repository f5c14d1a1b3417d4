/**
 * What could not be loaded is loaded again. Vite's helper notes a style sheet as loaded also where the network was away,
 * so that a part asked for again would come without its looks; and it tells the page's window, which a worker does not
 * have, whose error would then hide what was wrong.
 *
 * @returns {import('vite').Plugin}
 */
export function loadAgain() {
  return {
    name: 'yardstick-load-again',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /vite\/preload-helper\.js$/ },
      handler(code) {
        let changed = code
        for (const [asWritten, instead] of changes) {
          const next = changed.replace(asWritten, instead)
          if (next === changed) this.error(`Vite loads ahead in another way: ${asWritten}`)
          changed = next
        }
        return { code: changed, map: null }
      },
    },
  }
}

/** @type {[RegExp, string][]} */
const changes = [
  [/\(err\) => \{\s*seen\[href\] = void 0;/, '(err) => { delete seen[href];'],
  [/if \(e\.type === "error"\) rej\(/, 'if (e.type === "error") link.remove(), rej('],
  [/window\.dispatchEvent/, 'globalThis.dispatchEvent'],
]
