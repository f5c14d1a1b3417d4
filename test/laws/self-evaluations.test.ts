import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile, evaluate } from '@yardstick/engine'
import {
  type SelfEvaluation,
  type SelfEvaluationInput,
  selfEvaluation,
  selfEvaluationDocument,
  selfEvaluationWorkbook,
} from '@yardstick/exchange/render/self-evaluation'
import { writeDocument } from '@yardstick/exchange/write/docx'
import { writeWorkbook } from '@yardstick/exchange/write/xlsx'
import { type Language, type Result, validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { faultsOf, textOf } from '../../packages/exchange/src/write/office-file.testing.ts'

/**
 * The statutory self-evaluation forms of the seeds, filled in from their data and compared with the printed ones; what
 * has no data is empty and named.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('项目支出绩效自评表', () => {
  test('of the archives project is the printed one', async () => {
    const { form } = await made('seeds/nanchang-2021-archives-project')
    expect([form.title, form.period]).toEqual(['项目支出绩效自评表', '（2021年度）'])
    const rows = shown(form)
    expect(rows).toContainEqual(['年度资金总额', '', '126.3', '126.3', '10', '100%', '10'])
    // 二级指标, 三级指标, 年度指标值, 实际完成值, 分值, 得分, 偏差原因: as printed, but for the level the text was given.
    expect(rows.slice(-8)).toEqual([
      ['产出指标（50分）', '数量指标', '档案管理数量', '=10万', '100000', '15', '15', ''],
      ['质量指标', '档案遗失率', '0%', '0%', '15', '15', ''],
      ['时效指标', '档案工作完成及时率', '2021年12月31日', '2021年12月31日', '10', '10', ''],
      ['成本指标', '成本控制率', '=126.3万元', '126.3万元', '10', '10', ''],
      [
        '效益指标（30分）',
        '社会效益指标',
        '提高群众档案安全性',
        '提高',
        '达成年度指标（80%）',
        '15',
        '12',
        '未完善档案管理及调用制度，档案管理工作有待提升',
      ],
      ['可持续影响指标', '档案管理制度可持续性', '=100%', '100%', '15', '15', ''],
      ['满意度指标（10分）', '服务对象满意度指标', '群众满意度', '>=95%', '100%', '10', '10', ''],
      ['总分', '100', '97', ''],
    ])
    expect(form.empty).toContain('年度资金总额：年初预算数')
    expect(form.empty).toContain('预期目标')
  })

  test('gives no reason for a deviation that nobody wrote', async () => {
    const { form, input } = await made('national/project-selfeval')
    const field = '新增助餐点：偏差原因分析及改进措施'
    expect(form.empty).toContain(field)
    const deviations = { 'output.quantity.sites': '两处场地未落实' }
    const written = selfEvaluation({ ...input, texts: { deviations, expected: '建 40 个助餐点', achieved: '' } })
    expect(written.empty).not.toContain(field)
    expect(written.empty).not.toContain('预期目标')
    expect(written.empty).toContain('实际完成情况')
    expect(
      shown(written)
        .find((row) => row.includes('新增助餐点'))
        ?.at(-1),
    ).toBe('两处场地未落实')
  })
})

describe('部门整体支出绩效自评表', () => {
  test('of Zhengning has the printed figures and the total of its rows', async () => {
    const { form } = await made('seeds/zhengning-2023')
    const rows = shown(form)
    expect(rows).toContainEqual(['全年支出', '1241.99', '1745.81', '1745.81', '100%', '10', '8'])
    expect(rows).toContainEqual(['其中：基本支出', '', '553.53', '553.53', '100%', '—', '—'])
    expect(rows).toContainEqual(['项目支出', '', '1192.27', '1192.27', '100%', '—', '—'])
    expect(rows).toContainEqual(['财务管理', '财务管理制度健全性', '达90%以上', '95%', '2', '2', ''])
    expect(rows).toContainEqual(['“三公经费”控制率', '≤', '', '2', '2', ''])
    expect(rows).toContainEqual(['总分', '100', '95', ''])
    expect(form.empty).toContain('其他需要说明的问题')
  })
})

test("a bureau's own scheme fills in the amounts its 预算执行率 is reckoned from, its units' added up", async () => {
  const { form } = await made('departments/health')
  expect(form.empty).not.toContain('全年支出：全年预算数')
  expect(form.empty).not.toContain('全年支出：实际支出数')
  expect(form.empty).toContain('全年支出：年初预算数')
  const { input } = await made('departments/health')
  const { 全年预算数: _, 实际支出: __, ...items } = input.submission.items
  const units = [
    { name: '一院', items: { 全年预算数: '1000', 实际支出: '950' } },
    { name: '二院', items: { 全年预算数: '600', 实际支出: '590' } },
  ]
  const ofUnits = selfEvaluation({ ...input, submission: { ...input.submission, items, units } })
  expect(shown(ofUnits)).toContainEqual(['全年支出', '', '1600', '1540', '96.25%', '', ''])
})

const folders = [
  'seeds/nanchang-2021-archives-project',
  'seeds/nanchang-2021-sysops-project',
  'seeds/zhengning-2023',
  'seeds/yangquan-2021',
  'national/project-selfeval',
  'national/department-overall',
  'departments/education',
  'departments/transport',
]

test.each(folders)('[X5] %s makes sound files in both languages', async (folder) => {
  for (const language of ['zh', 'en'] as const) {
    const { form } = await made(folder, language)
    expect(overlaps(form)).toEqual([])
    const document = await writeDocument(selfEvaluationDocument(form))
    expect(faultsOf(document)).toEqual([])
    expect(textOf(document)).toContain(form.title)
    expect(faultsOf(await writeWorkbook(selfEvaluationWorkbook(form)))).toEqual([])
  }
})

test('a result that is not final is said to be none', async () => {
  const { input } = await made('national/project-selfeval')
  const { evaluation } = input
  const provisional = selfEvaluation({ ...input, evaluation: { ...evaluation, state: 'provisional' } })
  expect(provisional.notes).toEqual(['本表得分为暂定：部分数据尚待核实。'])
  const blocked = selfEvaluation({ ...input, evaluation: { ...evaluation, state: 'blocked', total: null } })
  expect(blocked.notes).toEqual(['本表尚无总分：所需数据还有空缺。'])
  expect(shown(blocked).at(-1)).toEqual(['总分', '100', '未出总分', ''])
})

/** Texts and figures as they read, without what a merged cell covers. */
function shown({ table }: SelfEvaluation): string[][] {
  return table.rows.map((row) =>
    row.flatMap((cell) => {
      if (cell === null) return []
      const { content } = cell
      if ('text' in content) return [content.text]
      if ('date' in content) return [content.date]
      return [content.percent === undefined ? content.number : `${Number(content.number) * 100}%`]
    }),
  )
}

/** Positions that two cells claim, or none. */
function overlaps({ table }: SelfEvaluation): string[] {
  const claims = new Map<string, number>()
  const claim = (row: number, column: number) => {
    const key = `${row},${column}`
    claims.set(key, (claims.get(key) ?? 0) + 1)
  }
  const blockAt = new Map(table.merges.map((block) => [`${block.row},${block.column}`, block]))
  for (const [row, line] of table.rows.entries()) {
    for (const [column, cell] of line.entries()) {
      if (cell === null) continue
      const { rowSpan, columnSpan } = blockAt.get(`${row},${column}`) ?? { rowSpan: 1, columnSpan: 1 }
      for (let down = 0; down < rowSpan; down++)
        for (let right = 0; right < columnSpan; right++) claim(row + down, column + right)
    }
  }
  const all = table.rows.flatMap((_, row) => table.columns.map((_, column) => `${row},${column}`))
  return [...all.filter((key) => claims.get(key) !== 1), ...[...claims.keys()].filter((key) => !all.includes(key))]
}

async function made(
  folder: string,
  language: Language = 'zh',
): Promise<{ form: SelfEvaluation; input: SelfEvaluationInput }> {
  const path = (name: string) => join(root, 'rules', folder, name)
  const json = (name: string) => JSON.parse(readFileSync(path(name), 'utf8'))
  const has = existsSync(path('declaration.json'))
  const declaration = has ? { declaration: good(validate('declaration', json('declaration.json'))) } : {}
  const compiled = good(compile(good(validate('scheme', json('scheme.json'))), { sha256, ...declaration }))
  const submission = good(validate('submission', json('submission.json')))
  const evaluation = await evaluate(compiled, submission, { sha256, language })
  const input = { scheme: compiled.scheme, evaluation, submission }
  return { form: selfEvaluation(input), input }
}

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}
