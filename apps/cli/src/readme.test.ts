import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, yardstick } from './io.testing.ts'

const commands = readFileSync(join(root, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('npx yardstick '))

test.each(commands)('the front page runs: %s', async (line) => {
  const ran = await yardstick(line.split(/\s+/).slice(2))
  expect(ran.code, ran.stderr).not.toBe(2)
  expect(ran.stdout.length).toBeGreaterThan(100)
})
