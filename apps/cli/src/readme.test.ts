import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderWith, root, yardstick } from './io.testing.ts'

const commandsOf = (text: string) => text.split('\n').filter((line) => line.startsWith('npx yardstick '))
const examples = readFileSync(join(root, 'README.md'), 'utf8').split('```sh').slice(1)
const blocks = examples.map((block) => commandsOf(block.split('```')[0]!))
/** What one command writes the next one reads: they are run one after another, where nothing else is. */
const isChain = (commands: readonly string[]) => commands.some((line) => / -o /.test(line))

test.each(blocks.filter((block) => !isChain(block)).flat())('the front page runs: %s', async (line) => {
  const ran = await yardstick(line.split(/\s+/).slice(2))
  expect(ran.code, ran.stderr).not.toBe(2)
  expect(ran.stdout.length).toBeGreaterThan(100)
})

test.each(blocks.filter(isChain))('the front page runs on to its end, from: %s', async (...lines) => {
  const folder = folderWith({})
  symlinkSync(join(root, 'rules'), join(folder, 'rules'))
  const env = { HOME: folder, YARDSTICK_PASSPHRASE: '青山绿水之间 五十六' }
  for (const line of lines) {
    const ran = await yardstick(line.split(/\s+/).slice(2), { cwd: folder, env })
    expect(ran.code, `${line}\n${ran.stdout}${ran.stderr}`).toBe(0)
  }
})
