import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSheets } from '@yardstick/exchange/read/xlsx'
import { writeTable } from '@yardstick/exchange/write/xlsx'
import { describe, expect, test } from 'vitest'
import { folderWith, smallScheme, yardstick } from '../io.testing.ts'

const scheme = { ...smallScheme, year: 2024 }

/** One run over a table; the rows of the results, heads first. */
async function batch(data: string | Uint8Array, options: readonly string[] = [], of: unknown = scheme) {
  const cwd = folderWith({ 's.json': of, 'data.csv': data })
  const ran = await yardstick(['batch', 's.json', 'data.csv', '-o', 'out.csv', ...options], { cwd })
  const out = join(cwd, 'out.csv')
  const text = existsSync(out) ? readFileSync(out, 'utf8') : ''
  return {
    ...ran,
    cwd,
    text,
    rows: text
      .split('\r\n')
      .slice(0, -1)
      .map((row) => row.split(',')),
  }
}

const HEADS = ['行号', '部门', '状态', '总分', '等级', '满意度', '秩序', '问题']

test('one row of results for each row, in the order of the table', async () => {
  const ran = await batch('部门,满意度（%）,秩序\n甲局,90,4\n乙局,81,3.5\n')
  expect(ran).toMatchObject({ code: 0, stdout: '' })
  expect(ran.text.startsWith('\u{FEFF}行号')).toBe(true)
  expect(ran.rows.slice(1)).toEqual([
    ['2', '甲局', '已定', '10', '优', '6', '4', ''],
    ['3', '乙局', '已定', '8.9', '差', '5.4', '3.5', ''],
  ])
  expect(ran.rows[0]!.map((head) => head.replace('\u{FEFF}', ''))).toEqual(HEADS)
  expect(ran.stderr).toMatch(/^2 份，用时 .* 秒：已定 2\n/)
})

test('a row with a cell in doubt is not scored, says why, and the rest goes on', async () => {
  const ran = await batch('部门,满意度,秩序\n甲局,90%,4\n乙局,0.81,3\n丙局,90%,好\n,,\n丁局,90%,4\n')
  expect(ran.code).toBe(1)
  expect(ran.rows.slice(1).map((row) => row.slice(0, 5))).toEqual([
    ['2', '甲局', '已定', '10', '优'],
    ['3', '乙局', '未计分', '', ''],
    ['4', '丙局', '未计分', '', ''],
    ['6', '丁局', '已定', '10', '优'],
  ])
  expect(ran.rows[2]!.at(-1)).toContain('没有百分号的 0.81')
  expect(ran.rows[3]!.at(-1)).toContain('秩序')
  expect(ran.stderr).toContain('不是填报数据 2')
})

test('what has no total says what it waits for, and what is wrong', async () => {
  const ran = await batch('部门,满意度（%）,秩序\n甲局,,4\n乙局,空缺：未调查,4\n丙局,180,4\n丁局,90,5\n')
  expect(ran.rows.slice(1).map((row) => [row[2], row[5], row.at(-1)!.replace(/；请.*/, '')])).toEqual([
    ['暂无总分', '空缺', '缺少：满意度'],
    ['暂无总分', '空缺', '缺少：满意度'],
    ['暂无总分', '有误', expect.stringContaining('180%')],
    ['暂无总分', '6', expect.stringContaining('5')],
  ])
})

test('what is to be verified makes a row provisional', async () => {
  const ran = await batch('部门,满意度,秩序\n甲局,81%（待核：样本少）,4\n')
  expect(ran.rows[1]).toEqual(['2', '甲局', '暂定', '9.4', '优', '5.4', '4', ''])
})

test('how many scores were left to the reference is said', async () => {
  const data = '部门,满意度（%）,秩序\n甲局,90,4\n乙局,81.23456,3.5\n'
  const ran = await batch(data, ['--json'])
  expect(JSON.parse(ran.stdout)).toMatchObject({ submissions: 2, fast: { leaves: 4, byReference: 1 } })
  const { stderr } = await batch(data)
  expect(stderr).toContain('快速计分拿不准的 1 个指标得分（25.0%）由逐项精确计算给出')
})

describe('bytes', () => {
  const rows = ['2,甲局,已定,10,优,6,4,', '3,乙,已定,9.4,优,5.4,4,']
  const gb = (text: string) => {
    const table: Record<string, number[]> = { 部: [0xb2, 0xbf], 门: [0xc3, 0xc5], 满: [0xc2, 0xfa], 意: [0xd2, 0xe2] }
    Object.assign(table, { 度: [0xb6, 0xc8], 秩: [0xd6, 0xc8], 序: [0xd0, 0xf2], 甲: [0xbc, 0xd7], 局: [0xbe, 0xd6] })
    Object.assign(table, { 乙: [0xd2, 0xd2], 㐀: [0x81, 0x39, 0xee, 0x39] })
    return Uint8Array.from([...text].flatMap((sign) => table[sign] ?? [sign.charCodeAt(0)]))
  }

  test.each<[string, string | Uint8Array]>([
    ['UTF-8', '部门,满意度(%),秩序\n甲局,90,4\n乙,81,4\n'],
    ['a byte order mark and line breaks of Windows', '\u{FEFF}部门,满意度(%),秩序\r\n甲局,90,4\r\n乙,81,4'],
    ['GB 18030', gb('部门,满意度(%),秩序\n甲局,90,4\n乙,81,4\n')],
    ['cells in quotes', '"部门","满意度(%)",秩序\n"甲局","90",4\n"乙","81","4"\n'],
    ['tabs', '部门\t满意度(%)\t秩序\n甲局\t90\t4\n乙\t81\t4\n'],
    ['titles above the heads', '部门,满意度(%),秩序\n甲局,90,4\n乙,81,4\n'],
  ])('%s', async (_, data) => {
    expect((await batch(data)).text.split('\r\n').slice(1, -1)).toEqual(rows)
  })

  test('signs of four bytes in GB 18030', async () => {
    const ran = await batch(gb('部门,满意度(%),秩序\n㐀,90,4\n'))
    expect(ran.rows[1]![1]).toBe('㐀')
  })

  test('a wrong byte in UTF-8 is a matter of its row', async () => {
    const bytes = Buffer.from('部门,满意度(%),秩序\n甲局,90,4\n乙,81,4\n丙局,90,4\n')
    bytes[bytes.indexOf('乙,')] = 0xff
    const ran = await batch(bytes)
    expect(ran.rows.slice(1).map((row) => row[2])).toEqual(['已定', '未计分', '已定'])
  })

  test('cells that go over are guarded against being formulas', async () => {
    const ran = await batch('部门,满意度(%),秩序\n=1+1,90,4\n"a,""b""",90,4\n@x,90,4\n-5,90,4\n')
    expect(
      ran.text
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.replace(/,已定.*/, '')),
    ).toEqual(["2,'=1+1", '3,"a,""b"""', "4,'@x", '5,-5'])
  })
})

describe('the heads', () => {
  test('that are unknown are told once, with the nearest, and what no column is of', async () => {
    const ran = await batch('部门,满意度（%）,天气,秩许\n甲局,90,晴,4\n')
    expect(ran.stderr).toContain('列“天气”不在指标体系中')
    expect(ran.stderr).toContain('是否为“秩序”')
    expect(ran.stderr).toContain('全部按空缺计：秩序')
    expect(ran.rows[1]!.at(-1)).toBe('缺少：秩序')
  })

  test('that stand twice keep the table from being read', async () => {
    const ran = await batch('满意度,满意度（%）,秩序\n90%,90,4\n')
    expect(ran).toMatchObject({ code: 1, text: '' })
    expect(ran.stderr).toContain('TABLE_HEAD_TWICE')
  })

  test('may be missing: then it is no table, unless it is said to be one', async () => {
    const data = 'a,b\n1,2\n'
    expect((await batch(data)).stdout).toContain('找不到它的标记')
    expect((await batch(data, ['--table'])).stderr).toContain('TABLE_HEADS_NONE')
  })
})

test('a table may become ndjson, and its documents are those of the reference', async () => {
  const cwd = folderWith({ 's.json': scheme, 'data.csv': '部门,满意度（%）,秩序\n甲局,81,4\n乙局,x,4\n' })
  expect((await yardstick(['batch', 's.json', 'data.csv', '-o', 'out.ndjson'], { cwd })).code).toBe(1)
  const lines = readFileSync(join(cwd, 'out.ndjson'), 'utf8').trim().split('\n')
  const [first, second] = lines.map((line) => JSON.parse(line))
  expect(first).toMatchObject({ total: '9.4', submission: { subject: { department: '甲局' }, period: '2024' } })
  expect(second).toMatchObject({ line: 3, issues: [{ code: 'TABLE_CELL', where: ['满意度（%）'] }] })
})

test('ndjson may become a table', async () => {
  const submission = {
    yardstick: 'submission/1',
    subject: { department: '甲局', project: '某项目' },
    period: '2024',
    items: { 满意度: '81%' },
    judgements: { order: 4 },
  }
  const cwd = folderWith({ 's.json': scheme, 'data.ndjson': `${JSON.stringify(submission)}\n{"half":\n` })
  expect((await yardstick(['batch', 's.json', 'data.ndjson', '-o', 'out.csv'], { cwd })).code).toBe(1)
  const rows = readFileSync(join(cwd, 'out.csv'), 'utf8').split('\r\n')
  expect(rows[0]).toBe('\u{FEFF}行号,部门,单位,项目,评价周期,状态,总分,等级,满意度,秩序,问题')
  expect(rows[1]).toBe('1,甲局,,某项目,2024,已定,9.4,优,5.4,4,')
  expect(rows[2]).toMatch(/^2,,,,,未计分,,,,,/)
})

describe('workbooks', () => {
  async function workbook(heads: readonly string[], rows: readonly (readonly (string | number)[])[]) {
    async function* each() {
      yield* rows
    }
    const pieces: Uint8Array[] = []
    for await (const piece of writeTable(each(), { name: '表', heads })) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  test('in and out: figures as figures, texts as text, and the same results as of a CSV', async () => {
    const heads = ['部门', '满意度（%）', '秩序']
    const rows = [['甲局', 90, 4], ['=1+1', 81, 3.5], [], ['丙局', 'x', 4]]
    const cwd = folderWith({ 's.json': scheme, 'data.xlsx': await workbook(heads, rows) })
    const ran = await yardstick(['batch', 's.json', 'data.xlsx', '-o', 'out.xlsx'], { cwd })
    expect(ran.stderr).toContain('3 份')
    const sheets = await readSheets(readFileSync(join(cwd, 'out.xlsx')))
    const found = sheets.ok ? sheets.value[0]!.rows.map((row) => row.map(({ text }) => text)) : []
    await yardstick(['batch', 's.json', 'data.xlsx', '-o', 'out.csv'], { cwd })
    const csv = readFileSync(join(cwd, 'out.csv'), 'utf8').replaceAll("'=", '=').split('\r\n').slice(1, -1)
    expect(found.slice(1, 3).map((row) => [...row, ''].join(','))).toEqual(csv.slice(0, 2))
    expect(found.map((row) => row[0])).toEqual(['行号', '2', '3', '5'])
    expect(sheets.ok && sheets.value[0]!.rows[2]!.map(({ kind }) => kind).join()).toBe(
      'number,text,text,number,text,number,number',
    )
    expect(existsSync(join(cwd, 'out.xlsx.part'))).toBe(false)
  })

  test('that are filled forms are read back as they are', async () => {
    const cwd = folderWith({ 's.json': scheme })
    await yardstick(['template', 's.json', '-o', 'form.xlsx', '--department', '甲局'], { cwd })
    await yardstick(['template', 's.json', '-o', 'form.csv', '--department', '甲局'], { cwd })
    for (const form of ['form.xlsx', 'form.csv']) {
      const ran = await yardstick(['batch', 's.json', form], { cwd })
      expect(ran.stderr).toContain('以上只是试读')
    }
  })

  test('made as a table to fill in are read as one', async () => {
    const cwd = folderWith({ 's.json': scheme })
    for (const file of ['t.csv', 't.xlsx']) {
      await yardstick(['template', 's.json', '-o', file, '--table'], { cwd })
      const ran = await yardstick(['batch', 's.json', file, '-o', 'out.csv'], { cwd })
      expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('0 份') })
    }
    expect(readFileSync(join(cwd, 't.csv'), 'utf8')).toBe('\u{FEFF}部门,评价年度,满意度（%）,秩序\r\n')
  })

  test('that are broken are refused', async () => {
    const whole = await workbook(['满意度', '秩序'], [['90%', 4]])
    const cwd = folderWith({ 's.json': scheme, 'data.xlsx': whole.subarray(0, 700) })
    expect(await yardstick(['batch', 's.json', 'data.xlsx', '-o', 'out.csv'], { cwd })).toMatchObject({ code: 1 })
  })
})

test('where the scheme reads a group, the rows of a table are their own group, on any number of threads', async () => {
  const [leaf] = smallScheme.indicators
  const ranked = {
    ...scheme,
    indicators: [
      { ...leaf, scoring: { method: 'rank', within: '类别', rule: { by: 'best' } } },
      smallScheme.indicators[1],
    ],
  }
  const count = 3_000
  // Long enough for several pieces.
  const note = 'x'.repeat(200)
  const rows = Array.from(
    { length: count },
    (_, at) => `单位${at},${at % 2 === 0 ? '甲类' : '乙类'},${(at % 700) / 10}%,4,${note}`,
  )
  const data = `部门,类别,满意度,秩序,备注\n${rows.join('\n')}\n`
  const [one, two] = [await batch(data, ['--threads', '1'], ranked), await batch(data, ['--threads', '2'], ranked)]
  expect(one.stderr).toContain('先通读一遍')
  expect(one.text === two.text).toBe(true)
  // The best of 甲类 has 69.8 %, of 乙类 69.9 %.
  const scores = [698, 699, 349].map((at) => one.rows[1 + at]!.slice(1, 7).join())
  expect(scores).toEqual(['单位698,甲类,已定,10,优,6', '单位699,乙类,已定,10,优,6', '单位349,乙类,已定,7,差,3'])
})
