import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './io.testing.ts'

const bin = join(root, 'apps/cli/bin/yardstick.js')
const seed = join(root, 'rules/seeds/nanchang-2021-sysops-project')
const files = [join(seed, 'scheme.json'), join(seed, 'submission.json')]

/** A real process; `readBytes` closes its stdout after that many. */
function start(argv: readonly string[], { env = {}, readBytes = Number.POSITIVE_INFINITY } = {}) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, [bin, ...argv], { env: { PATH: process.env['PATH'], ...env } })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
      if (stdout.length >= readBytes) child.stdout.destroy()
    })
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

test('speaks the language of the locale', async () => {
  const zh = await start(['score', ...files], { env: { LANG: 'zh_CN.UTF-8' } })
  const en = await start(['score', ...files], { env: { LANG: 'C.UTF-8' } })
  expect(zh).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('总分 96 分') })
  expect(en).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('Total 96 of 100') })
})

test('exit codes reach the caller', async () => {
  expect((await start(['audit', join(root, 'rules/seeds/zhengning-2023/sheet.json'), '--json'])).code).toBe(1)
  expect((await start(['audit'])).code).toBe(2)
})

test('a reader who has seen enough ends it quietly', async () => {
  expect(await start(['score', ...files, '--json', '--trace'], { readBytes: 1 })).toMatchObject({ code: 0, stderr: '' })
})

test('what needs no server loads nothing of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-loaded-'))
  await start(['check', files[0]!], { env: { NODE_V8_COVERAGE: folder } })
  const loaded = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  rmSync(folder, { recursive: true })
  expect(loaded.join()).toContain('packages/model/dist')
  expect(loaded.join()).not.toContain('apps/server/')
})
