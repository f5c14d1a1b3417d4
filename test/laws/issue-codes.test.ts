import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { catalogue } from '@yardstick/model'
import { expect, it } from 'vitest'

/**
 * A code nobody raises in a test is a wording nobody has seen. The catalogue's own test names all of them and does not
 * count; a golden case that expects a code does.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const SKIPPED = new Set(['node_modules', 'dist', '.git'])
const SOURCES = /(\.test\.ts|\.testing\.ts)$/
const OWN = /catalogue\.test\.ts$|issue-codes\.test\.ts$/

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) yield* filesUnder(path)
    else if (entry.isFile()) yield path
  }
}

function* witnesses(): Generator<string> {
  for (const folder of ['packages', 'apps', 'test']) {
    for (const path of filesUnder(join(root, folder))) if (SOURCES.test(path) && !OWN.test(path)) yield path
  }
  for (const path of filesUnder(join(root, 'test'))) if (path.endsWith('.json')) yield path
}

it('[I1] every issue code is raised by some test or golden case', () => {
  const unseen = new Set<string>(Object.keys(catalogue))
  for (const path of witnesses()) {
    const text = readFileSync(path, 'utf8')
    for (const code of unseen) if (new RegExp(`\\b${code}\\b`).test(text)) unseen.delete(code)
  }
  expect([...unseen]).toEqual([])
})
