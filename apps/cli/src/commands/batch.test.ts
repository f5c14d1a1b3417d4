import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { folderWith, root, smallScheme, smallSubmission, yardstick } from '../io.testing.ts'

const of = (department: string, rate: string) =>
  JSON.stringify({ ...smallSubmission, subject: { department }, items: { 满意度: rate } })

async function batch(data: string, ...options: string[]) {
  const cwd = folderWith({ 's.json': smallScheme, 'data.ndjson': data })
  const ran = await yardstick(['batch', 's.json', 'data.ndjson', '-o', 'out.ndjson', ...options], { cwd })
  const out = join(cwd, 'out.ndjson')
  const text = existsSync(out) ? readFileSync(out, 'utf8') : ''
  const lines = text.split('\n').filter((line) => line !== '')
  return { ...ran, cwd, lines: lines.map((line) => JSON.parse(line)) }
}

test('one evaluation a line, in the order of the input', async () => {
  const ran = await batch(`${of('甲', '90%')}\n${of('乙', '45%')}\n${of('丙', '81%')}\n`)
  expect(ran).toMatchObject({ code: 0, stdout: '' })
  expect(ran.lines.map((line) => [line.submission.subject.department, line.total, line.grade])).toEqual([
    ['甲', '10', '优'],
    ['乙', '7', '差'],
    ['丙', '9.4', '优'],
  ])
  expect(ran.lines.every((line) => validate('evaluation', line).ok)).toBe(true)
  expect(ran.stderr).toMatch(/^3 份，用时 .* 秒：已定 3\n平均 8.8 分；等级：优 2，差 1\n已写入 out.ndjson\n$/)
  expect(existsSync(join(ran.cwd, 'out.ndjson.part'))).toBe(false)
})

test('a line nobody can read becomes its issues and the rest goes on', async () => {
  const ran = await batch(`${of('甲', '90%')}\n{"half":\n\n[]\n${of('乙', '90%')}`)
  expect(ran.code).toBe(1)
  expect(ran.lines).toMatchObject([
    { total: '10' },
    { line: 2, issues: [{ code: 'JSON_SYNTAX' }] },
    { line: 4, issues: [{ code: 'SHAPE_TYPE' }] },
    { total: '10' },
  ])
  expect(ran.stderr).toContain('已定 2，不是填报数据 2')
})

test('a submission without a total counts, and the batch ends with 1', async () => {
  const ran = await batch(JSON.stringify({ ...smallSubmission, items: {} }))
  expect(ran).toMatchObject({ code: 1, lines: [{ state: 'blocked', total: null }] })
  expect(ran.stderr).toContain('暂无总分 1')
})

test('--trace adds sentences and traces', async () => {
  const [plain] = (await batch(of('甲', '81%'))).lines
  const [traced] = (await batch(of('甲', '81%'), '--trace')).lines
  expect(plain.indicators[0]).toMatchObject({ score: '5.4', sentence: '' })
  expect(traced.indicators[0]).toMatchObject({ score: '5.4', trace: { completion: '0.9' } })
})

test('--json prints the figures of the summary', async () => {
  const ran = await batch(`${of('甲', '90%')}\nx\n`, '--json')
  expect(ran.stderr).toBe('')
  expect(JSON.parse(ran.stdout)).toEqual({
    submissions: 2,
    final: 1,
    provisional: 0,
    blocked: 0,
    refused: 1,
    errors: 0,
    warnings: 0,
    mean: '10',
    grades: { 优: 1, 差: 0 },
  })
})

test('an empty file gives an empty file', async () => {
  expect(await batch('')).toMatchObject({ code: 0, stderr: expect.stringContaining('0 份') })
})

describe('wrong use', () => {
  const cwd = folderWith({ 's.json': smallScheme, 'data.ndjson': of('甲', '90%') })

  test.each([
    ['data.csv', 'out.ndjson', '没有这个文件'],
    ['data.ndjson', 'data.ndjson', '不能写到所读的文件上'],
    ['data.ndjson', 'nowhere/out.ndjson', '没有这个'],
  ])('%s → %s', async (data, out, words) => {
    const ran = await yardstick(['batch', 's.json', data, '-o', out], { cwd })
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(words) })
  })
})

test('where the scheme reads a group, the file is its own group', async () => {
  const folder = join(root, 'rules/departments/health')
  const names = ['submission', 'group/county-2', 'group/county-3', 'group/district-4', 'group/district-5']
  const members = names.map((name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')))
  const cwd = folderWith({ 'data.ndjson': members.map((each) => JSON.stringify(each)).join('\n') })
  const argv = ['batch', join(folder, 'scheme.json'), 'data.ndjson', '-o', 'out.ndjson']
  expect((await yardstick(argv, { cwd })).code).toBe(0)
  const [first] = readFileSync(join(cwd, 'out.ndjson'), 'utf8').split('\n')
  const alone = await yardstick(
    ['score', join(folder, 'scheme.json'), join(folder, 'submission.json'), '--json', '--group', 'data.ndjson'],
    { cwd },
  )
  expect(JSON.parse(first!).total).toBe(JSON.parse(alone.stdout).total)
})
