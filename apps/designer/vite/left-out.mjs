/**
 * Parts of libraries that nothing of ours reaches, by the name they are imported under: they would be loaded first and
 * never run. Should one be reached after all, it throws.
 */
const unreached = {
  // Paths into facts by the rules engine's own means; we always give it a path resolver.
  'jsonpath-plus': 'export function JSONPath() { throw new Error("left out: jsonpath-plus") }',
  // The checks of the component library's forms, of which only the outline is read by its fields.
  '@rc-component/async-validator':
    'export default function Validator() { throw new Error("left out: async-validator") }',
}

/** @returns {import('vite').Plugin} */
export function leftOut() {
  return {
    name: 'yardstick-left-out',
    apply: 'build',
    enforce: 'pre',
    resolveId: (name) => (Object.hasOwn(unreached, name) ? `\0left-out:${name}` : null),
    load(id) {
      const name = id.startsWith('\0left-out:') ? id.slice('\0left-out:'.length) : ''
      return Object.hasOwn(unreached, name)
        ? { code: unreached[/** @type {keyof typeof unreached} */ (name)], moduleSideEffects: false }
        : null
    },
  }
}
