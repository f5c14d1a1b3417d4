import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderWith, root, smallScheme, yardstick } from '../io.testing.ts'

const bin = join(root, 'apps/cli/bin/yardstick.js')

/** A process of its own, which can be killed. */
function start(argv: readonly string[], cwd: string): { child: ChildProcess; ended: Promise<number | null> } {
  const env = { PATH: process.env['PATH'], LANG: 'zh_CN.UTF-8' }
  const child = spawn(process.execPath, [bin, ...argv], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr!.resume()
  return { child, ended: new Promise((resolve) => child.on('close', resolve)) }
}

const COUNT = 12_000
/** Whole runs of real processes, beside whatever else the machine does. */
const PATIENCE_MS = 240_000

/** So many submissions that they take some seconds with their traces. */
const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const items = { 满意度: `${(at % 1000) / 10}%` }
    const submission = { yardstick: 'submission/1', subject: { department: `单位${at}` }, period: '2024', items }
    return at % 997 === 3 ? '{"half":' : JSON.stringify({ ...submission, judgements: { order: (at % 9) / 2 } })
  }).join('\n')

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

test(
  'a run that is killed goes on where it was sure of its results, and they are the same to the byte',
  async () => {
    const cwd = folderWith({ 's.json': smallScheme, 'data.ndjson': lines(COUNT) })
    const argv = ['batch', 's.json', 'data.ndjson', '-o', 'out.ndjson', '--trace', '--threads']
    const whole = start(['batch', 's.json', 'data.ndjson', '-o', 'whole.ndjson', '--trace', '--threads', '2'], cwd)
    expect(await whole.ended).toBe(1)
    const journal = join(cwd, 'out.ndjson.journal')
    const { child, ended } = start([...argv, '1'], cwd)
    // Its first note, whole.
    const notes = () => (existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').length - 1 : 0)
    await until(() => child.exitCode !== null || notes() >= 2)
    expect(child.exitCode).toBe(null)
    child.kill('SIGKILL')
    await ended
    expect(existsSync(join(cwd, 'out.ndjson'))).toBe(false)
    // As a power cut may leave it: a note that was cut short, and results behind the last one.
    writeFileSync(journal, `${readFileSync(journal, 'utf8')}{"offset":1`)
    const ran = await yardstick([...argv, '1'], { cwd })
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('接着上次中断处')
    expect(ran.stderr).toMatch(new RegExp(`^${COUNT} 份`, 'm'))
    expect(readFileSync(join(cwd, 'out.ndjson')).equals(readFileSync(join(cwd, 'whole.ndjson')))).toBe(true)
    expect(existsSync(journal)).toBe(false)
    expect(existsSync(join(cwd, 'out.ndjson.part'))).toBe(false)
  },
  PATIENCE_MS,
)

test(
  'Ctrl+C brings what is on the way to its end, and says how to go on',
  async () => {
    const cwd = folderWith({ 's.json': smallScheme, 'data.ndjson': lines(COUNT) })
    const argv = ['batch', 's.json', 'data.ndjson', '-o', 'out.ndjson', '--trace', '--threads', '1']
    const { child, ended } = start(argv, cwd)
    let said = ''
    child.stderr!.on('data', (chunk) => (said += chunk))
    await until(() => existsSync(join(cwd, 'out.ndjson.part')) && statSync(join(cwd, 'out.ndjson.part')).size > 0)
    child.kill('SIGINT')
    expect(await ended).toBe(1)
    expect(said).toContain('再运行同一命令，从那里接着算')
    const noted = readFileSync(join(cwd, 'out.ndjson.journal'), 'utf8').trim().split('\n').at(-1)
    expect(JSON.parse(noted!).length).toBe(statSync(join(cwd, 'out.ndjson.part')).size)
    const ran = await yardstick([...argv, '--restart'], { cwd })
    expect(ran.stderr).not.toContain('接着')
    expect(readFileSync(join(cwd, 'out.ndjson'), 'utf8').trim().split('\n').length).toBe(COUNT)
  },
  PATIENCE_MS,
)

test.each([
  ['other data', (cwd: string) => writeFileSync(join(cwd, 'data.csv'), '满意度（%）,秩序\n90,4\n')],
  [
    'another scheme',
    (cwd: string) => writeFileSync(join(cwd, 's.json'), JSON.stringify({ ...smallScheme, version: '2' })),
  ],
])('with %s a run begins anew', async (_, change) => {
  const cwd = folderWith({ 's.json': smallScheme, 'data.csv': '满意度（%）,秩序\n81,4\n' })
  const argv = ['batch', 's.json', 'data.csv', '-o', 'out.csv']
  change(cwd)
  const commit = { offset: 9, row: 1, length: 3, figures: { grades: [], sum: '0' } }
  writeFileSync(join(cwd, 'out.csv.part'), 'old')
  writeFileSync(join(cwd, 'out.csv.journal'), `{"yardstick":"batch-journal/1","key":"x"}\n${JSON.stringify(commit)}\n`)
  const ran = await yardstick(argv, { cwd })
  expect(ran).toMatchObject({ code: 0 })
  expect(readFileSync(join(cwd, 'out.csv'), 'utf8')).toMatch(/^\u{FEFF}行号/u)
  expect(existsSync(join(cwd, 'out.csv.journal'))).toBe(false)
})
