import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeDocument } from '@yardstick/exchange/write/docx'
import { expect, test } from 'vitest'
import { folderWith, yardstick } from '../io.testing.ts'

const SHEET = `一级指标,二级指标,分值,得分
产出,数量,40,45
,质量,20,20
效益,满意度,40,36
总分,,100,95
`

const found = (stdout: string) =>
  (JSON.parse(stdout) as { code: string; where: string[] }[]).map(({ code, where }) => [code, where])

test('a score sheet in CSV is audited as one in JSON is', async () => {
  const cwd = folderWith({ 'a.csv': SHEET })
  const ran = await yardstick(['audit', 'a.csv', '--json'], { cwd })
  expect([ran.code, ran.stderr]).toEqual([1, ''])
  expect(found(ran.stdout)).toContainEqual(['AUDIT_SCORE_ABOVE_POINTS', ['产出', '数量']])
})

test('of several sheets in a Word file each finding says which', async () => {
  const cwd = folderWith({})
  const cell = (text: string) => ({ content: { text }, look: 'text' as const })
  const rows = SHEET.trim()
    .split('\n')
    .map((line) => line.split(',').map(cell))
  const table = { columns: [10, 10, 10, 10], rows, merges: [], headerRows: 1 }
  const blocks = ['甲局自评表', '乙局自评表'].flatMap((text) => [
    { kind: 'heading' as const, level: 1 as const, text },
    { kind: 'table' as const, table },
  ])
  const document = {
    title: '自评',
    language: 'zh' as const,
    foot: [],
    toFill: [],
    parts: [{ shape: 'portrait' as const, blocks }],
  }
  writeFileSync(join(cwd, '自评.docx'), await writeDocument(document))
  const ran = await yardstick(['audit', '自评.docx', '--json'], { cwd })
  expect([ran.code, ran.stderr]).toEqual([1, ''])
  const above = found(ran.stdout).filter(([code]) => code === 'AUDIT_SCORE_ABOVE_POINTS')
  expect(above.map(([, where]) => where)).toEqual([
    ['甲局自评表', '产出', '数量'],
    ['乙局自评表', '产出', '数量'],
  ])
})

test('[FILE_SCORES_NONE] a file without a score sheet is a finding', async () => {
  const cwd = folderWith({ 'a.csv': '指标,分值\n产出,60\n' })
  const ran = await yardstick(['audit', 'a.csv', '--json'], { cwd })
  expect([ran.code, found(ran.stdout).map(([code]) => code)]).toEqual([1, ['FILE_SCORES_NONE']])
})
