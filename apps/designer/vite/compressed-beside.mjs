import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Below it the way to the server costs more than the bytes. */
const WORTH = 1024

/**
 * Every file of the built page once more, compressed beside it (`shell.js`, `shell.js.gz`), so that serving costs nothing:
 * over an office network it is the size of the first load that is waited for.
 *
 * @returns {import('vite').Plugin}
 */
export function compressedBeside() {
  return {
    name: 'yardstick-compressed-beside',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      if (dir === undefined) return
      for (const name of Object.keys(bundle)) {
        if (!/\.(js|css|html|json|svg|ttf)$/.test(name)) continue
        const content = readFileSync(join(dir, name))
        if (content.length > WORTH) writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}
