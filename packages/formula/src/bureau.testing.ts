import { CivilDate, Exact, type Issue, issue, missing, present, type Reading, RecordList } from '@yardstick/model'
import { checkFormula } from './check.ts'
import type { Formula } from './formula.ts'
import { parseFormula } from './parse.ts'
import { itemInfo, type NameInfo, scopeOf } from './scope.ts'

/** The items of a small bureau, with one name for every type and state, and the readings that go with them. */
const fields = [
  { id: '名称', type: 'text' },
  { id: '金额', type: 'money', unit: '万元' },
  { id: '状态', type: 'choice', choices: ['完成', '未完成'] },
  { id: '达标率', type: 'rate' },
  { id: '完工日', type: 'date' },
  { id: '完成率', type: 'rate' },
  { id: '数量', type: 'count', range: { min: '1' } },
] as const

const infos: NameInfo[] = [
  itemInfo({ id: '实际支出', type: 'money', unit: '万元' }),
  itemInfo({ id: '预算数', type: 'money', unit: '元', range: { min: '1' } }),
  itemInfo({ id: '计划数', type: 'number' }),
  itemInfo({ id: '实际数', type: 'number', range: { min: '0' } }),
  itemInfo({ id: '人数', type: 'count', unit: '人', range: { min: '1' } }),
  itemInfo({ id: '万人数', type: 'count', unit: '万人', range: { min: '1' } }),
  itemInfo({ id: '天数', type: 'count', unit: '天' }),
  itemInfo({ id: '完成率', type: 'rate', unit: '%', label: '任务完成率' }),
  itemInfo({ id: '满意度', type: 'number', unit: '%' }),
  itemInfo({ id: '等级', type: 'choice', choices: ['优', '良', '中'] }),
  itemInfo({ id: '上年等级', type: 'choice', choices: ['优', '良', '中'] }),
  itemInfo({ id: '已公开', type: 'boolean' }),
  itemInfo({ id: '完成日', type: 'date' }),
  itemInfo({ id: '期限', type: 'date' }),
  itemInfo({ id: '备注', type: 'text' }),
  itemInfo({ id: '“三公经费”控制率', type: 'rate' }),
  itemInfo({ id: '2025年预算', type: 'money', unit: '万元' }),
  itemInfo({ id: '预算执行率（%）', type: 'rate' }),
  itemInfo({ id: '投诉-处理率', type: 'rate' }),
  itemInfo({ id: '非税收入', type: 'money', unit: '万元' }),
  itemInfo({ id: '或有负债', type: 'money', unit: '万元' }),
  itemInfo({ id: '空缺数', type: 'number' }),
  itemInfo({ id: '空缺条件', type: 'boolean' }),
  itemInfo({ id: '不适用数', type: 'number' }),
  itemInfo({ id: '不适用条件', type: 'boolean' }),
  itemInfo({ id: '待核数', type: 'number' }),
  itemInfo({ id: '待核条件', type: 'boolean' }),
  itemInfo({ id: '错误数', type: 'number' }),
  itemInfo({ id: '错误条件', type: 'boolean' }),
  ...[
    '项目',
    '空清单',
    '缺项清单',
    '不适用清单',
    '半适用清单',
    '待核清单',
    '待核空清单',
    '空缺清单',
    '不适用的清单',
  ].map((id) =>
    itemInfo({
      id,
      type: 'list',
      fields: fields.map(
        (each) => ({ ...each, ...('choices' in each ? { choices: [...each.choices] } : {}) }) as never,
      ),
    }),
  ),
]
export const bureau = scopeOf(infos)

const number = (text: string) => present(Exact.of(text))
const day = (text: string) => present(CivilDate.parse(text)!)
const notApplicable = (name: string): Reading => ({ state: 'not-applicable', names: [name] })
const provisional = (reading: Reading): Reading => ({ ...reading, provisional: true }) as Reading
const list = (...rows: [string, Reading][][]) => present(new RecordList(rows.map((row) => new Map(row))))
const upstream = issue('FORMULA_DIVISION_BY_ZERO', { where: ['上游'] })

const readings = new Map<string, Reading>([
  ['实际支出', number('145.6')],
  ['预算数', number('1456000')],
  ['计划数', number('0')],
  ['实际数', number('8')],
  ['人数', number('4')],
  ['万人数', number('0.0002')],
  ['天数', number('30')],
  ['完成率', number('0.95')],
  ['满意度', number('91')],
  ['等级', present('优')],
  ['上年等级', present('良')],
  ['已公开', present(true)],
  ['完成日', day('2021-12-30')],
  ['期限', day('2021-12-31')],
  ['备注', present('say "hi"')],
  ['“三公经费”控制率', number('1.02')],
  ['2025年预算', number('150')],
  ['预算执行率（%）', number('0.9')],
  ['投诉-处理率', number('1')],
  ['非税收入', number('12')],
  ['或有负债', number('3')],
  ['不适用数', notApplicable('不适用数')],
  ['不适用条件', notApplicable('不适用条件')],
  ['待核数', provisional(number('5'))],
  ['待核条件', provisional(present(false))],
  ['错误数', { state: 'error', issue: upstream }],
  ['错误条件', { state: 'error', issue: upstream }],
  [
    '项目',
    list(
      [
        ['名称', present('一')],
        ['金额', number('10')],
        ['状态', present('完成')],
        ['达标率', number('1')],
        ['完工日', day('2021-06-30')],
        ['数量', number('2')],
      ],
      [
        ['名称', present('二')],
        ['金额', number('20.5')],
        ['状态', present('未完成')],
        ['达标率', number('0.8')],
        ['完工日', day('2021-12-31')],
        ['数量', number('4')],
      ],
      [
        ['名称', present('三')],
        ['金额', number('30')],
        ['状态', present('完成')],
        ['达标率', number('0.9')],
        ['完工日', day('2022-01-05')],
        ['数量', number('1')],
      ],
    ),
  ],
  ['空清单', list()],
  [
    '缺项清单',
    list(
      [
        ['金额', number('10')],
        ['状态', present('完成')],
      ],
      [['状态', present('未完成')]],
    ),
  ],
  [
    '不适用清单',
    list(
      [
        ['金额', notApplicable('金额')],
        ['状态', present('完成')],
      ],
      [
        ['金额', notApplicable('金额')],
        ['状态', notApplicable('状态')],
      ],
    ),
  ],
  [
    '半适用清单',
    list(
      [
        ['金额', number('10')],
        ['状态', present('完成')],
      ],
      [
        ['金额', notApplicable('金额')],
        ['状态', present('完成')],
      ],
      [
        ['金额', number('5')],
        ['状态', notApplicable('状态')],
      ],
    ),
  ],
  ['待核清单', provisional(list([['金额', number('10')]]))],
  ['待核空清单', provisional(list())],
  ['不适用的清单', notApplicable('不适用的清单')],
])

export const read = (name: string): Reading => readings.get(name) ?? missing(name)

/** A formula over the bureau's items; issues of severity error fail the test that asked for it. */
export function formulaOf(text: string, scope = bureau): Formula {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.issues.map((each) => each.code).join()}`)
  const { formula, issues } = checkFormula(parsed.value, scope)
  if (formula === undefined) throw new Error(`${text}: ${issues.map((each) => each.code).join()}`)
  return formula
}

/** "CODE `the marked text`" of each issue, in order, so that a row shows what is underlined. */
export function told(issues: readonly Issue[], text: string): string[] {
  return issues.map(({ code, span }) => `${code} \`${span === undefined ? '' : text.slice(span.from, span.to)}\``)
}

/** A reading in one word: "8.2", "true", "2021-12-31", "missing 空缺数", "error CODE", "5 待核". */
export function word(reading: Reading): string {
  switch (reading.state) {
    case 'present': {
      const { value } = reading
      const text = value instanceof Exact ? value.toText() : value instanceof CivilDate ? value.text : String(value)
      return reading.provisional ? `${text} 待核` : text
    }
    case 'error':
      return reading.issue === upstream ? 'error upstream' : `error ${reading.issue.code}`
    default:
      return `${reading.state} ${reading.names.join(' ')}`
  }
}
