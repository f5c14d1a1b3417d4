import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSheets } from '@yardstick/exchange/read/xlsx'
import { entryWorkbook } from '@yardstick/exchange/render/entry-workbook'
import { writeWorkbook } from '@yardstick/exchange/write/xlsx'
import { hashDocument, type Submission, validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { folderWith, root, smallScheme, smallSubmission, yardstick } from '../io.testing.ts'
import { sha256 } from '../read/sha256.ts'

const health = join(root, 'rules/departments/health')
const scheme = (() => {
  const read = validate('scheme', smallScheme)
  if (!read.ok) throw new Error(read.issues[0]!.code)
  return read.value
})()

/** The workbook of a department with a value typed into its one row; a text stays text. */
async function filled(department: string, value: { number: string; percent?: number } | { text: string }, more = {}) {
  const made = entryWorkbook({
    scheme,
    schemeHash: hashDocument(scheme, sha256),
    subject: { department },
    period: '2024',
    language: 'zh',
    ...more,
  })
  const sheets = made.sheets.map((sheet, index) => {
    if (index !== 1) return sheet
    const rows = sheet.rows.map((row) =>
      row[0] !== null && row[0] !== undefined && 'text' in row[0].content && row[0].content.text === '满意度'
        ? row.map((cell, column) => (column === 4 ? { content: value, look: 'input' as const } : cell))
        : row,
    )
    return { ...sheet, rows }
  })
  return writeWorkbook({ ...made, sheets })
}

describe('template', () => {
  test('makes the workbook of a department, with what it has reported and last year beside it', async () => {
    const cwd = folderWith({ 's.json': smallScheme, 'u.json': smallSubmission })
    const argv = ['template', 's.json', '--for', 'u.json', '--last', 'u.json', '-o', 'a.xlsx', '--self-score']
    expect(await yardstick(argv, { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: '已写入 a.xlsx：某局，1 个数据项\n',
    })
    const sheets = await readSheets(readFileSync(join(cwd, 'a.xlsx')))
    expect(sheets.ok && sheets.value.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['填报说明', false],
      ['数据填报', false],
      ['自评', false],
      ['yardstick', true],
    ])
    expect(existsSync(join(cwd, 'a.xlsx.part'))).toBe(false)
  })

  test.each([
    ['for whom is not said', [], 2, '不知为谁生成'],
    ['there is no period', ['--department', '甲局'], 2, '没有评价周期'],
    ['department and period are given', ['--department', '甲局', '--period', '2024'], 0, '甲局，1 个数据项'],
  ] as const)('%s', async (_, options, code, words) => {
    const cwd = folderWith({ 's.json': smallScheme })
    const ran = await yardstick(['template', 's.json', '-o', 'a.xlsx', ...options], { cwd })
    expect(ran).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(words) })
  })
})

describe('batch reads filled workbooks back', () => {
  test('the table of a dry run; nothing is written', async () => {
    const cwd = folderWith({
      's.json': smallScheme,
      '1 甲局.xlsx': await filled('甲局', { number: '0.9', percent: 2 }),
      '2 乙局.xlsx': await filled('乙局', { number: '85' }),
      '3 某局.xlsx': await filled('某局', { text: '８２％' }),
      '4 某局.xlsx': await filled('某局', { number: '0.5', percent: 2 }),
      '5 丙局.xlsx': await filled('丙局', { text: '较高' }, { schemeHash: 'another' }),
      '6 坏.xlsx': 'PK and nothing more',
      'u.json': smallSubmission,
    })
    mkdirSync(join(cwd, 'in'))
    for (const name of ['1 甲局', '2 乙局', '3 某局', '4 某局', '5 丙局', '6 坏'])
      copyFileSync(join(cwd, `${name}.xlsx`), join(cwd, 'in', `${name}.xlsx`))
    for (const language of ['zh', 'en']) {
      const ran = await yardstick(['batch', 's.json', 'in', '--present', 'u.json', '--lang', language], { cwd })
      expect(ran.code).toBe(1)
      await expect(ran.stdout).toMatchFileSnapshot(`../golden/returned.${language}.txt`)
      expect(ran.stderr).toContain(language === 'zh' ? '什么也没有写' : 'nothing was written')
    }
  })

  test('what is sure is applied, and the same files then change nothing', async () => {
    const cwd = folderWith({ 's.json': smallScheme, 'u.json': smallSubmission })
    mkdirSync(join(cwd, 'in'))
    writeFileSync(join(cwd, 'in/甲局.xlsx'), await filled('甲局', { number: '0.9', percent: 2 }))
    writeFileSync(join(cwd, 'in/某局.xlsx'), await filled('某局', { text: '82%' }))
    const argv = ['batch', 's.json', 'in', '--present', 'u.json', '--apply', 'all.ndjson', '-o', 'scores.ndjson']
    const ran = await yardstick(argv, { cwd })
    expect(ran.code).toBe(0)
    const all = lines(join(cwd, 'all.ndjson')) as Submission[]
    expect(all.map(({ subject, items }) => [subject.department, items['满意度']])).toMatchObject([
      ['某局', { layers: [{ layer: 'reported', value: '82%', who: '某局' }] }],
      ['甲局', { layers: [{ layer: 'reported', value: '90%', who: '甲局' }] }],
    ])
    expect(lines(join(cwd, 'scores.ndjson')).length).toBe(2)
    const again = await yardstick(['batch', 's.json', 'in', '--present', 'all.ndjson', '--json'], { cwd })
    const kinds = (JSON.parse(again.stdout) as { changes: { kind: string }[] }[]).flatMap(({ changes }) => changes)
    expect(kinds.map(({ kind }) => kind)).toEqual(['same', 'same'])
  })

  test('a submission in JSON and the whole workbook of a real scheme come back as they went out', async () => {
    const cwd = folderWith({ 'u.json': JSON.parse(readFileSync(join(health, 'submission.json'), 'utf8')) })
    const argv = ['template', join(health, 'scheme.json'), '--for', 'u.json', '-o', 'a.xlsx']
    expect((await yardstick(argv, { cwd })).code).toBe(0)
    for (const file of ['a.xlsx', 'u.json']) {
      const back = ['batch', join(health, 'scheme.json'), file, '--present', 'u.json']
      const ran = await yardstick(back, { cwd })
      expect(ran).toMatchObject({ code: 0, stdout: expect.stringMatching(/示例一县卫生健康局 +0 +0 +43 +0/) })
    }
  })

  test.each([
    ['nowhere.xlsx', '没有这个文件'],
    ['empty', '文件夹里没有填报表'],
  ])('%s', async (data, words) => {
    const cwd = folderWith({ 's.json': smallScheme })
    mkdirSync(join(cwd, 'empty'))
    expect(await yardstick(['batch', 's.json', data], { cwd })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(words),
    })
  })
})

const lines = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
