import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderWith, root, smallScheme, smallSubmission, yardstick } from '../io.testing.ts'
import { textWidth } from '../text-width.ts'

const health = join(root, 'rules/departments/health')

/** 糖尿病 counts double and 家庭医生签约 half as much; 优 begins at 91. */
function changed() {
  const scheme = JSON.parse(readFileSync(join(health, 'scheme.json'), 'utf8'))
  const points: { readonly [id: string]: string } = {
    service: '25',
    'service.contracts': '2',
    'public-health': '32',
    'public-health.diabetes': '6',
  }
  const changedNode = (node: { id: string; children?: never[] }): object => ({
    ...node,
    ...(points[node.id] === undefined ? {} : { points: points[node.id] }),
    ...(node.children === undefined ? {} : { children: node.children.map(changedNode) }),
  })
  const [best, ...others] = scheme.grades
  const grades = [{ ...best, from: '91' }, ...others]
  return { ...scheme, version: '1.1.0', grades, indicators: scheme.indicators.map(changedNode) }
}

/** The whole output, for people to look at. `npm test -- -u apps/cli` writes them anew; look at what changes. */
test.each(['zh', 'en'])('as printed in %s', async (language) => {
  const cwd = folderWith({ 'new.json': changed() })
  const argv = ['impact', join(health, 'scheme.json'), 'new.json', join(health, 'group'), '--lang', language]
  const { code, stdout, stderr } = await yardstick(argv, { cwd })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  await expect(stdout).toMatchFileSnapshot(`../golden/impact.${language}.txt`)
})

const heavier = {
  ...smallScheme,
  version: '2',
  indicators: [
    { ...smallScheme.indicators[0], points: '8' },
    { ...smallScheme.indicators[1], points: '2' },
  ],
}
const submissions = [
  { ...smallSubmission, judgements: { order: 2 } },
  { ...smallSubmission, subject: { department: '乙局' }, items: { 满意度: '90%' }, judgements: { order: 2 } },
  { ...smallSubmission, subject: { department: '丙局' }, items: {}, judgements: { order: 1 } },
]

test('says whose total, grade and rank change, and through what', async () => {
  const cwd = folderWith({ 'old.json': smallScheme, 'new.json': heavier, 'all.json': submissions })
  const { stdout } = await yardstick(['impact', 'old.json', 'new.json', 'all.json'], { cwd })
  expect(stdout).toContain(
    '小方案 1 → 小方案 2\n3 份填报数据：总分变化 2 份，等级变化 2 份，名次变化 0 份\n等级：差 → 优 2 份\n',
  )
  expect(stdout).toMatch(/某局 +7\.4 → 9\.2 +\+1\.8 +差 → 优 +2\n {4}· 满意度：5\.4 → 7\.2（\+1\.8）\n/)
  expect(stdout).toMatch(/乙局 +8 → 10 +\+2 +差 → 优 +1\n/)
  // 丙局 has no total in either.
  expect(stdout).toMatch(/丙局 +无|其余 1 份不变/)
})

test('--json prints all of it; ndjson is read as an array is', async () => {
  const lines = submissions.map((each) => JSON.stringify(each)).join('\n')
  const cwd = folderWith({ 'old.json': smallScheme, 'new.json': heavier, 'a.json': submissions, 'a.ndjson': lines })
  const { stdout } = await yardstick(['impact', 'old.json', 'new.json', 'a.json', '--json'], { cwd })
  expect(JSON.parse(stdout)).toMatchObject({ subjects: 3, changed: { score: 2, grade: 2, rank: 0, state: 0 } })
  expect((await yardstick(['impact', 'old.json', 'new.json', 'a.ndjson', '--json'], { cwd })).stdout).toBe(stdout)
})

test('nothing changes between a scheme and itself', async () => {
  const cwd = folderWith({ 'old.json': smallScheme, 'all.json': submissions })
  const { code, stdout } = await yardstick(['impact', 'old.json', 'old.json', 'all.json', '--lang', 'en'], { cwd })
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/nothing changes\n$/) })
})

test('ranks are kept apart within an attribute', async () => {
  const grouped = submissions.map((each, at) => ({
    ...each,
    subject: { ...each.subject, attributes: { 类别: `${at}` } },
  }))
  const cwd = folderWith({ 'old.json': smallScheme, 'new.json': heavier, 'all.json': grouped })
  const argv = ['impact', 'old.json', 'new.json', 'all.json', '--within', '类别', '--json']
  const { rows } = JSON.parse((await yardstick(argv, { cwd })).stdout)
  expect(rows.slice(0, 2).map((row: { after: { rank: number } }) => row.after.rank)).toEqual([1, 1])
})

test('what is no submission is refused with its place', async () => {
  const cwd = folderWith({ 'old.json': smallScheme, 'all.json': [smallSubmission, { yardstick: 'submission/1' }] })
  const ran = await yardstick(['impact', 'old.json', 'old.json', 'all.json', '--json'], { cwd })
  expect(ran.code).toBe(1)
  expect(JSON.parse(ran.stdout)[0]).toMatchObject({ file: 'all.json', code: 'SHAPE_REQUIRED', pointer: '/1' })
})

test.each([undefined, 60, 44])('fits into a terminal of %s columns', async (columns) => {
  const cwd = folderWith({ 'new.json': changed() })
  const argv = ['impact', join(health, 'scheme.json'), 'new.json', join(health, 'group')]
  const { stdout } = await yardstick(argv, {
    cwd,
    ...(columns === undefined ? {} : { columns, env: { NO_COLOR: '1' } }),
  })
  expect(stdout.split('\n').filter((line) => textWidth(line) > Math.max(columns ?? 100, 60))).toEqual([])
})
