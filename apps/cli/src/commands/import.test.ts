import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { leaves, type Scheme, validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { folderWith, yardstick } from '../io.testing.ts'

const TABLE = `某项目支出绩效评价指标体系
一级指标,二级指标,分值,目标值,评分标准
产出,培训人次,40,≥50人次,按实际完成数与目标值的比例计分
,合格率,30,≥95%,"每降低1%扣1分，扣完为止"
效益,满意度,30,≥90%,"每低1个百分点扣0.5分，扣完为止"
合计,,100,,
`

const written = (cwd: string, file: string): Scheme => {
  const read = validate('scheme', JSON.parse(readFileSync(join(cwd, file), 'utf8')))
  if (!read.ok) throw new Error(read.issues[0]!.code)
  return read.value
}

describe('import', () => {
  test('writes a scheme that says what is still open, and asks it', async () => {
    const cwd = folderWith({ 'a.csv': TABLE })
    const ran = await yardstick(['import', 'a.csv', '-o', 's.json'], { cwd })
    expect([ran.code, ran.stderr]).toEqual([1, ''])
    expect(ran.stdout).toBe(`某项目支出绩效评价指标体系
读到 5 个指标，其中末级 3 个，满分 100
计分方法：读自评分标准 3 个，按目标值 0 个，由人工评分 0 个
· 第 1 行是标题，没有用：某项目支出绩效评价指标体系
· 第 6 行是合计，没有用：合计 100

1 个问题待回答
 1  2 处：“每降低1%扣1分”：不足一步的怎么扣？（如实际为 93.5%）
      prorata  按比例折算，得 28.5 分
      whole    满一步才扣，得 29 分（暂按此）
      started  不足一步按一步扣，得 28 分
      编号 step-count
      · 产出/合格率#step-count：每降低1%扣1分，扣完为止（满一步才扣）
      · 效益/满意度#step-count：每低1个百分点扣0.5分，扣完为止（满一步才扣）

已写入 s.json；待回答的问题暂按建议计分，所在指标标明待核
回答：写成 {"编号": "回答"} 的 JSON，用 --answers 给出；--answers-template 可写出一份
`)
    const scheme = written(cwd, 's.json')
    expect(leaves(scheme).map(({ node }) => node.scoringBasis)).toEqual([undefined, 'assumed', 'assumed'])
  })

  test('ends with 0 once everything is answered', async () => {
    const cwd = folderWith({
      'a.csv': TABLE,
      'answers.json': { 'step-count': 'prorata', '产出/合格率#step-count': 'started' },
    })
    const ran = await yardstick(['import', 'a.csv', '-o', 's.json', '--answers', 'answers.json', '--lang', 'en'], {
      cwd,
    })
    expect(ran.code).toBe(0)
    expect(ran.stdout).toContain('No open questions, 1 answered')
    const scheme = written(cwd, 's.json')
    expect(scheme).toMatchObject({ name: '某项目支出绩效评价指标体系', stepCount: 'prorata' })
    expect(leaves(scheme)[1]!.node.scoring).toMatchObject({ count: 'started' })
  })

  test('prints questions as data, and writes an answers file to fill in', async () => {
    const cwd = folderWith({ 'a.csv': TABLE })
    const argv = ['import', 'a.csv', '-o', 's.json', '--json', '--answers-template', 'answers.json']
    const ran = await yardstick(argv, { cwd })
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.stdout)).toMatchObject({
      out: 's.json',
      indicators: 5,
      leaves: 3,
      told: [
        { kind: 'row-left-out', row: 0 },
        { kind: 'row-left-out', row: 5, as: 'total' },
      ],
      questions: [
        {
          id: 'step-count',
          kind: 'step-count',
          answers: [{ value: 'prorata', label: '按比例折算' }, { value: 'whole' }, { value: 'started' }],
          rows: [{ id: '产出/合格率#step-count', row: 3, where: ['产出', '合格率'] }, { row: 4 }],
        },
      ],
    })
    expect(Object.keys(JSON.parse(readFileSync(join(cwd, 'answers.json'), 'utf8')))).toEqual(['step-count'])
  })

  test.each<[string, string[], number, string]>([
    ['a file that is not there', ['none.xlsx', '-o', 's.json'], 2, '没有这个文件'],
    ['a sheet that is not there', ['a.csv', '-o', 's.json', '--sheet', '二'], 2, '没有工作表 二'],
    ['no place to write to', ['a.csv'], 2, '缺少 --out'],
    ['answers that are none', ['a.csv', '-o', 's.json', '--answers', 'wrong.json'], 1, 'SHAPE_TYPE'],
    ['a file without a table', ['empty.csv', '-o', 's.json'], 1, 'FILE_TABLES_NONE'],
  ])('refuses %s and leaves nothing behind', async (_, argv, code, said) => {
    const cwd = folderWith({ 'a.csv': TABLE, 'wrong.json': { 'step-count': 1 }, 'empty.csv': '\n' })
    const ran = await yardstick(['import', ...argv], { cwd })
    expect([ran.code, ran.stdout]).toEqual([code, ''])
    expect(ran.stderr).toContain(said)
    expect(existsSync(join(cwd, 's.json'))).toBe(false)
    expect(readdirSync(cwd).some((file) => file.endsWith('.part'))).toBe(false)
  })

  test('tells answers that answered nothing', async () => {
    const cwd = folderWith({ 'a.csv': TABLE, 'answers.json': { stepcount: 'whole' } })
    const ran = await yardstick(['import', 'a.csv', '-o', 's.json', '--answers', 'answers.json'], { cwd })
    expect(ran.stdout).toContain('这些回答没有用上：stepcount')
  })
})

describe('read-rule', () => {
  test('shows what was understood and what is asked', async () => {
    const text = '达到目标值得满分，每降低1%扣1分，扣完为止'
    const ran = await yardstick(['read-rule', text, '--points', '10', '--target', '≥95%'])
    expect([ran.code, ran.stderr]).toEqual([1, ''])
    expect(ran.stdout).toContain('部分读懂\n  达到目标值得满分，每降低1%扣1分，扣完为止\n')
    expect(ran.stdout).toContain('编号 step-count')
  })

  test('ends with 0 where nothing is open, and gives the reading as data', async () => {
    const cwd = folderWith({ 'answers.json': { 'step-count': 'prorata' } })
    const text = '每降低1%扣1分，扣完为止'
    const argv = ['read-rule', text, '--points', '10', '--target', '≥95%', '--answers', 'answers.json', '--json']
    const ran = await yardstick(argv, { cwd })
    expect(ran.code).toBe(0)
    expect(JSON.parse(ran.stdout)).toMatchObject({
      status: 'full',
      scoring: { method: 'steps', below: { size: '1%', deduct: '1' }, count: 'prorata' },
      questions: [],
    })
  })

  test('says wrong use with 2', async () => {
    expect(await yardstick(['read-rule', '得满分', '--points', '十'])).toMatchObject({ code: 2, stdout: '' })
    expect(await yardstick(['read-rule', '得满分'])).toMatchObject({ code: 2, stdout: '' })
  })
})
