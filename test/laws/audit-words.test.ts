import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { auditWords } from '../../apps/designer/src/management/audit-log/words.ts'

/** Every action that the server writes into its log is read there in words. */

const server = fileURLToPath(new URL('../../apps/server/src', import.meta.url))

function actions(): string[] {
  const found = new Set<string>()
  for (const entry of readdirSync(server, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.ts') || /\.(test|testing)\.ts$/.test(entry.name)) continue
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    for (const [, action] of text.matchAll(/\b(?:log\(|action: )'([a-z]+\.[a-z-]+)'/g)) found.add(action!)
  }
  return [...found].sort()
}

it('[W6] every action of the audit log has its words', () => {
  expect(actions().length).toBeGreaterThan(30)
  expect(actions().filter((action) => auditWords.zh.actions[action] === undefined)).toEqual([])
  expect(actions().filter((action) => auditWords.en.actions[action] === undefined)).toEqual([])
})
