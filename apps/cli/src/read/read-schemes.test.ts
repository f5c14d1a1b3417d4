import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderWith, smallScheme, smallSubmission, yardstick } from '../io.testing.ts'

const [satisfaction, order] = smallScheme.indicators
const scheme = {
  ...smallScheme,
  declarations: 'optional',
  indicators: [{ ...satisfaction, declared: { atLeast: '80%' } }, order],
}
const declaration = (department: string, value: string, period = '2024') => ({
  yardstick: 'declaration/1',
  scheme: { id: 'small' },
  subject: { department },
  period,
  targets: { satisfaction: { comparator: '>=', value } },
})
const submission = (department: string) => JSON.stringify({ ...smallSubmission, subject: { department } })

test('a batch holds each submission to the declaration of its own subject and period; who has none to the scheme', async () => {
  const cwd = folderWith({ 's.json': scheme, 'd1.json': declaration('甲局', '81%') })
  mkdirSync(join(cwd, 'declared'))
  writeFileSync(join(cwd, 'declared/甲局.json'), JSON.stringify(declaration('甲局', '81%')))
  const two = [declaration('乙局', '85%'), declaration('乙局', '80%', '2023')]
  writeFileSync(join(cwd, 'declared/乙局.ndjson'), two.map((each) => JSON.stringify(each)).join('\n'))
  writeFileSync(join(cwd, 'all.ndjson'), ['甲局', '乙局', '丙局'].map(submission).join('\n'))
  const totals = async (declarations: string) => {
    const argv = ['batch', 's.json', 'all.ndjson', '-o', 'out.ndjson', '--declaration', declarations]
    expect((await yardstick(argv, { cwd })).code).toBe(0)
    const lines = readFileSync(join(cwd, 'out.ndjson'), 'utf8').trim().split('\n')
    return lines.map((line) => (JSON.parse(line) as { total: string }).total)
  }
  // 81 % of 81 %, of 85 %, of 90 %.
  expect(await totals('declared')).toEqual(['10', '9.72', '9.4'])
  // One counts for all.
  expect(await totals('d1.json')).toEqual(['10', '10', '10'])
})

test.each([
  ['there are two of one subject and period', [declaration('甲局', '81%'), declaration('甲局', '85%')], '有两份'],
  ['one is below what the scheme allows', [declaration('甲局', '81%'), declaration('乙局', '60%')], '80%'],
])('declarations are refused where %s', async (_, declarations, words) => {
  const cwd = folderWith({ 's.json': scheme, 'd.json': declarations })
  writeFileSync(join(cwd, 'all.ndjson'), submission('甲局'))
  const argv = ['batch', 's.json', 'all.ndjson', '-o', 'out.ndjson', '--declaration', 'd.json']
  const { code, stdout, stderr } = await yardstick(argv, { cwd })
  expect(code).not.toBe(0)
  expect(stdout + stderr).toContain(words)
})
