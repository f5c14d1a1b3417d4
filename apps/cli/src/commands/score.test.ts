import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { folderWith, root, smallScheme, smallSubmission, yardstick } from '../io.testing.ts'
import { textWidth } from '../text-width.ts'

const sysops = 'rules/seeds/nanchang-2021-sysops-project'
const files = (folder: string) => [`${folder}/scheme.json`, `${folder}/submission.json`]

/** The whole output, for people to look at. `npm test -- -u apps/cli` writes them anew; look at what changes. */
describe('as printed', () => {
  test.each([
    ['sysops.zh.txt', [...files(sysops), '--lang', 'zh']],
    ['sysops.en.txt', [...files(sysops), '--lang', 'en']],
  ])('%s', async (golden, argv) => {
    const { stdout } = await yardstick(['score', ...argv])
    await expect(stdout).toMatchFileSnapshot(`../golden/${golden}`)
  })
})

describe('the table', () => {
  test.each([
    ['a pipe', undefined, 100],
    ['a wide terminal', 200, 120],
    ['a terminal of 110', 110, 110],
    ['a narrow one', 60, 60],
    ['a very narrow one', 44, 44],
  ])('for %s fits into its columns', async (_, columns, width) => {
    const { stdout } = await yardstick(
      ['score', ...files('rules/seeds/shaoguan-2019')],
      columns === undefined ? {} : { columns, env: { NO_COLOR: '1' } },
    )
    const lines = stdout.split('\n').filter((line) => !line.includes('.json'))
    expect(lines.filter((line) => textWidth(line) > width)).toEqual([])
    expect(stdout).toContain('━'.repeat(width))
  })

  test('is coloured on a terminal only', async () => {
    const argv = ['score', ...files(sysops)]
    expect((await yardstick(argv)).stdout).not.toContain('\u001B')
    expect((await yardstick(argv, { columns: 100 })).stdout).toContain('\u001B[33m')
    expect((await yardstick(argv, { columns: 100, env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001B')
    expect((await yardstick(argv, { columns: 100, env: { TERM: 'dumb' } })).stdout).not.toContain('\u001B')
    expect((await yardstick(argv, { env: { FORCE_COLOR: '1' } })).stdout).toContain('\u001B')
  })

  test('without a total says what is missing and ends with 1', async () => {
    const cwd = folderWith({ 's.json': smallScheme, 'u.json': { ...smallSubmission, items: {} } })
    const ran = await yardstick(['score', 's.json', 'u.json'], { cwd })
    expect(ran.code).toBe(1)
    expect(ran.stdout).toContain('尚缺 1 项，补齐后才有总分\n  满意度\n')
    expect(ran.stdout).toMatch(/总分 +10 +空缺/)
  })

  test('shows the lines that make up a total that is more than a sum', async () => {
    const rule = {
      id: 'late',
      name: '迟报',
      conditions: { all: [{ fact: '满意度', operator: 'lessThan', value: '90%' }] },
      event: { type: 'deduct', params: { points: '0.5', reason: '迟报扣分' } },
    }
    const cwd = folderWith({ 's.json': { ...smallScheme, rules: [rule] }, 'u.json': smallSubmission })
    const { stdout } = await yardstick(['score', 's.json', 'u.json'], { cwd })
    expect(stdout).toContain('总分的构成\n   9.4  指标得分合计\n  −0.5  迟报扣分\n   8.9  总分\n')
  })
})

test('--trace prints what each score rests on', async () => {
  const { stdout } = await yardstick(['score', ...files(sysops), '--trace'])
  const section = (name: string) => stdout.slice(stdout.indexOf(`\n${name}  `)).split('\n\n')[0]
  const arrival = section('过程指标 / 资金管理 / 资金到位率')
  expect(arrival).toContain('  原文      资金到位率=（实际到位资金/预算资金）*100%')
  expect(arrival).toMatch(/ {2}数据 {6}实际到位资金 = 145.6 ?万元（填报，来源：财务核查）\n {12}预算资金 = /)
  expect(arrival).toContain('  公式      （145.6 ÷ 145.6）× 100% = 100%')
  expect(arrival).toContain('  分段      第 3 段，共 3 段；[100%, +∞)，定值')
  const satisfaction = section('满意度指标 / 服务对象满意度指标 / 参保人员满意度')
  expect(satisfaction).toContain('参保人员满意度 = 91%（核实 江西信达管理咨询有限公司，来源：问卷调查）')
  expect(satisfaction).toContain('低于 95%，偏离 4 个百分点，每步 1%，计 4 步 × 1 分 = 扣 4 分')
  const basis = section('决策指标 / 项目立项 / 立项依据充分性')
  expect(basis).toMatch(/ {2}分项 {6}√ 项目立项符合.*\n.*1 分\n {12}√ 项目未与/)
})

describe('--json', () => {
  test('prints an Evaluation without traces, with --trace the traces too', async () => {
    const plain = JSON.parse((await yardstick(['score', ...files(sysops), '--json'])).stdout)
    expect(validate('evaluation', plain).ok).toBe(true)
    expect(plain).toMatchObject({ total: '96', grade: '优', state: 'final' })
    expect(plain.indicators[2]).toMatchObject({
      id: 'decision.initiation.basis',
      path: ['决策指标', '项目立项', '立项依据充分性'],
      points: '2',
      score: '2',
      state: 'present',
    })
    expect(plain.indicators[2]).not.toHaveProperty('trace')
    const traced = JSON.parse((await yardstick(['score', ...files(sysops), '--json', '--trace'])).stdout)
    expect(traced.indicators[2].trace.parts).toHaveLength(2)
  })

  test('keeps the findings in the data and stderr empty', async () => {
    const ran = await yardstick(['score', ...files('rules/seeds/zhengning-2023'), '--json'])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(ran.stdout).findings).toMatchObject([{ code: 'EVALUATION_CLAIM', expected: '95', found: '98' }])
  })
})

describe('--expect', () => {
  test('agrees with its own result', async () => {
    const { stdout } = await yardstick(['score', ...files(sysops), '--json', '--lang', 'en'])
    const cwd = folderWith({ 'evaluation.json': stdout })
    const paths = files(sysops).map((file) => join(root, file))
    const ran = await yardstick(['score', ...paths, '--expect', 'evaluation.json'], { cwd })
    expect(ran.code).toBe(0)
    expect(ran.stdout).toContain('应得结果  evaluation.json\n')
    expect(ran.stdout).toContain('一致：总分、等级和 35 项得分都相同\n')
  })

  test('lists what differs and ends with 1', async () => {
    const evaluation = JSON.parse((await yardstick(['score', ...files(sysops), '--json'])).stdout)
    const indicators = evaluation.indicators.map((each: { id: string }) =>
      each.id === 'satisfaction.served.insured' ? { ...each, score: '5' } : each,
    )
    const cwd = folderWith({ 'evaluation.json': { ...evaluation, total: '95', indicators } })
    const paths = files(sysops).map((file) => join(root, file))
    const ran = await yardstick(['score', ...paths, '--expect', 'evaluation.json'], { cwd })
    expect(ran.code).toBe(1)
    expect(ran.stdout).toContain('不一致：2 处不同\n  总分：应为 95，现算得 96\n')
    expect(ran.stdout).toContain('  满意度指标 / 服务对象满意度指标 / 参保人员满意度：应为 5，现算得 6\n')
    const asJson = await yardstick(['score', ...paths, '--expect', 'evaluation.json', '--json'], { cwd })
    expect(asJson).toMatchObject({ code: 1, stderr: expect.stringContaining('应为 95，现算得 96') })
    expect(JSON.parse(asJson.stdout).total).toBe('96')
  })
})

describe('--group', () => {
  const health = 'rules/departments/health'
  const argv = ['score', ...files(health), '--json', '--group']

  test('takes a folder, an array, ndjson or GroupFacts, with the same result', async () => {
    const names = ['county-2', 'county-3', 'district-4', 'district-5']
    const members = names.map((name) => JSON.parse(readFileSync(join(root, health, `group/${name}.json`), 'utf8')))
    const cwd = folderWith({
      'array.json': members,
      'lines.ndjson': members.map((each) => JSON.stringify(each)).join('\n'),
    })
    const { stdout } = await yardstick([...argv, `${health}/group`])
    expect(JSON.parse(stdout).group).toMatch(/^[0-9a-f]{64}$/)
    for (const file of ['array.json', 'lines.ndjson']) {
      expect((await yardstick([...argv, join(cwd, file)])).stdout).toBe(stdout)
    }
  })

  test('refuses facts of another scheme', async () => {
    const facts = { yardstick: 'group/1', scheme: { id: 'other', hash: '0' }, members: [] }
    const cwd = folderWith({ 'group.json': facts })
    const ran = await yardstick([...argv, join(cwd, 'group.json')])
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('另一指标体系或另一版本') })
  })

  test('tells which member is wrong', async () => {
    const cwd = folderWith({ 'group.json': [{ yardstick: 'submission/1' }] })
    const ran = await yardstick([...argv, join(cwd, 'group.json')])
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.stdout)[0]).toMatchObject({ code: 'SHAPE_REQUIRED' })
  })
})

test('--declaration binds the targets, and what is wrong with it is told of its file', async () => {
  const folder = 'rules/national/project-selfeval'
  const argv = ['score', ...files(folder), '--json']
  const bound = await yardstick([...argv, '--declaration', `${folder}/declaration.json`])
  expect(JSON.parse(bound.stdout).declaration).toMatch(/^[0-9a-f]{64}$/)
  const wrong = await yardstick([...argv, '--declaration', `${folder}/submission.json`])
  expect(wrong.code).toBe(1)
  expect(JSON.parse(wrong.stdout)[0]).toMatchObject({ file: `${folder}/submission.json`, code: 'DOCUMENT_KIND' })
})

describe('files', () => {
  const seed = files(sysops).map((file) => join(root, file))

  test('--xlsx, --docx and --form are written beside the table, and what is to be filled in is told', async () => {
    const cwd = folderWith({})
    const ran = await yardstick(['score', ...seed, '--xlsx', 'a.xlsx', '--docx', 'a.docx', '--form', 'form.docx'], {
      cwd,
    })
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('总分 96 分') })
    expect(ran.stderr).toMatch(
      /^已写入 a\.xlsx\n已写入 a\.docx；待填写 \d+ 处：评价机构、报告日期、.*等\n已写入 form\.docx；/,
    )
    for (const file of ['a.xlsx', 'a.docx', 'form.docx']) {
      expect(readFileSync(join(cwd, file)).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
      expect(existsSync(join(cwd, `${file}.part`))).toBe(false)
    }
  })

  test('--texts puts what people wrote into report and form, and is told of what is wrong with it', async () => {
    const texts = {
      yardstick: 'report-texts/1',
      evaluator: '江西信达管理咨询有限公司',
      sections: { advice: '加强运维考核。' },
      form: { expected: '系统全年稳定运行' },
    }
    const wrong = { ...texts, form: { deviations: { 'satisfaction.served.insurd': '问卷偏少' } } }
    const cwd = folderWith({ 'texts.json': texts, 'wrong.json': wrong })
    const files = ['--docx', 'a.docx', '--form', 'form.docx', '--texts']
    const without = await yardstick(['score', ...seed, ...files.slice(0, -1)], { cwd })
    const open = (ran: { stderr: string }) =>
      [...ran.stderr.matchAll(/待填写 (\d+) 处：(.*)/g)].map((found) => found[1])
    const ran = await yardstick(['score', ...seed, ...files, 'texts.json'], { cwd })
    expect(ran.code).toBe(0)
    expect(ran.stderr).toContain('a.docx；待填写 7 处：报告日期、')
    // Who evaluated and the advice are there; of the form the goal.
    expect(open(without).map((count, at) => Number(count) - Number(open(ran)[at]))).toEqual([2, 1])
    const refused = await yardstick(['score', ...seed, ...files, 'wrong.json'], { cwd })
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('satisfaction.served.insured') })
  })

  test('with --json the data stay alone on stdout, in English too', async () => {
    const cwd = folderWith({})
    const ran = await yardstick(['score', ...seed, '--form', 'form.xlsx', '--json', '--lang', 'en'], { cwd })
    expect(JSON.parse(ran.stdout).total).toBe('96')
    expect(ran.stderr).toMatch(/^written to form\.xlsx; still to be filled in: \d+ \(.* and more\)\n$/)
  })

  test('a result without a total is written too, and ends with 1', async () => {
    const cwd = folderWith({ 's.json': smallScheme, 'u.json': { ...smallSubmission, items: {} } })
    const ran = await yardstick(['score', 's.json', 'u.json', '--docx', 'a.docx'], { cwd })
    expect(ran.code).toBe(1)
    expect(existsSync(join(cwd, 'a.docx'))).toBe(true)
  })

  test('a file that is read is not written over', async () => {
    const cwd = folderWith({ 's.json': smallScheme, 'u.xlsx': smallSubmission })
    const ran = await yardstick(['score', 's.json', 'u.xlsx', '--xlsx', './u.xlsx'], { cwd })
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('已用作输入') })
    expect(readFileSync(join(cwd, 'u.xlsx'), 'utf8')).toContain('submission/1')
  })
})
