import { describe, expect, test } from 'vitest'
import { bureau, formulaOf, read, told, word } from './bureau.testing.ts'
import { checkFormula, type Declared } from './check.ts'
import { evaluateFormula } from './evaluate.ts'
import { parseFormula } from './parse.ts'
import { scopeOf } from './scope.ts'

const check = (text: string) => {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(told(parsed.issues, text).join())
  return checkFormula(parsed.value, bureau)
}

describe('type and unit of the result', () => {
  test.each([
    ['1', 'number'],
    ['95%', 'rate'],
    ['"优"', 'text'],
    ['是', 'boolean'],
    ['等级', 'text'],
    ['完成日', 'date'],
    ['DATE(2021,12,31)', 'date'],
    ['项目', 'list'],
    // a rate is a ratio without unit, in whatever unit its item is shown
    ['完成率', 'rate'],
    ['满意度', 'number %'],
    ['完成率 - 满意度', 'rate'],
    ['1 - 完成率', 'rate'],
    ['(完成率 + “三公经费”控制率) / 2', 'rate'],
    ['完成率 * 10', 'number'],
    ['10 * 完成率', 'number'],
    ['完成率 * 50%', 'rate'],
    ['满意度 / 满意度', 'rate'],
    ['满意度 * 2', 'number %'],
    // + − take the first unit there is; literals and names without unit adopt it
    ['实际支出 + 预算数', 'number 万元'],
    ['1 + 预算数', 'number 元'],
    ['实际数 + 实际支出', 'number 万元'],
    ['-实际支出', 'number 万元'],
    // ÷ of one kind is a ratio, × by a number keeps the unit
    ['实际支出 / 预算数', 'rate'],
    ['实际支出 / 预算数 * 100%', 'rate'],
    ['实际支出 / 预算数 * 100', 'number'],
    ['1 - 10 * 实际支出 / 预算数', 'number'],
    ['2 * 实际支出', 'number 万元'],
    ['实际支出 * 计划数', 'number 万元'],
    ['实际支出 / 2', 'number 万元'],
    ['实际支出 * 完成率', 'number 万元'],
    ['实际支出 * 满意度', 'number 万元'],
    // across kinds a unit is derived, and cancels
    ['实际支出 / 人数', 'number 万元/人'],
    ['实际支出 / 人数 / 天数', 'number 万元/人/天'],
    ['实际支出 / (人数 * 天数)', 'number 万元/人/天'],
    ['人数 * 天数', 'number 人·天'],
    ['实际支出 / 人数 * 人数', 'number 万元'],
    ['实际支出 / 人数 * 万人数', 'number 万元'],
    ['实际支出 / 人数 / 预算数', 'number 1/人'],
    ['实际支出 / 人数 - 预算数 / 万人数', 'number 万元/人'],
    ['人数 ^ 2', 'number 人·人'],
    ['人数 ^ 2 / 人数', 'number 人'],
    ['完成率 ^ 2', 'rate'],
    ['满意度 ^ 2', 'rate'],
    ['100 / 人数', 'number'],
    ['实际数 / 人数', 'number'],
    ['实际数 / 计划数', 'number'],
    // functions
    ['SUM(实际支出, 预算数, 3)', 'number 万元'],
    ['MAX(0, 预算数)', 'number 元'],
    ['MIN(完成日, 期限)', 'date'],
    ['MAX(完成日, "2021-01-01")', 'date'],
    ['AVERAGE(项目.达标率)', 'rate'],
    ['SUM(项目.金额, 预算数)', 'number 万元'],
    ['SUM(预算数, 项目.金额)', 'number 元'],
    ['COUNT(项目)', 'number'],
    ['COUNT(项目.名称, 等级)', 'number'],
    ['COUNTIF(项目, 金额 > 10)', 'number'],
    ['SUMIF(项目, 状态 = "完成", 金额)', 'number 万元'],
    ['SUMIF(项目, 状态 = "完成", 金额) / SUM(项目.金额)', 'rate'],
    ['ROUND(实际支出 / 预算数, 4)', 'rate'],
    ['ABS(实际支出 - 预算数)', 'number 万元'],
    ['DAYS(完成日, 期限)', 'number 天'],
    ['DAYS(完成日, "2021-12-31") / 天数', 'rate'],
    ['IF(已公开, 实际支出, 预算数)', 'number 万元'],
    ['IF(已公开, 0, 预算数)', 'number 元'],
    ['IF(已公开, 期限, "2021-12-31")', 'date'],
    ['COALESCE(完成率, 0)', 'rate'],
    ['COALESCE(备注, "无")', 'text'],
    // conditions
    ['实际支出 >= 预算数 且 非 已公开', 'boolean'],
    ['等级 = "优" 或 等级 = 上年等级', 'boolean'],
    ['完成日 <= "2021-12-31"', 'boolean'],
    ['"2021-12-31" >= 完成日', 'boolean'],
    ['(已公开 = 是) = 否', 'boolean'],
  ])('%s is %s', (text, expected) => {
    const { result } = formulaOf(text)
    expect([result.type, result.unit].filter((each) => each !== undefined).join(' ')).toBe(expected)
  })
})

describe('as a measure declares it', () => {
  const checkAs = (text: string, type: Declared['type'], unit?: string) => {
    const parsed = parseFormula(text)
    if (!parsed.ok) throw new Error(text)
    const { formula, issues } = checkFormula(parsed.value, bureau, unit === undefined ? { type } : { type, unit })
    if (formula === undefined) return told(issues, text).join()
    const { result } = formula
    return [word(evaluateFormula(formula, read)), result.type, result.unit]
      .filter((each) => each !== undefined)
      .join(' ')
  }

  test.each([
    ['实际支出', 'money', '元', '1456000 number 元'],
    ['实际支出 - 预算数', 'money', '亿元', '0 number 亿元'],
    ['实际支出', 'money', undefined, '145.6 number 万元'],
    ['实际数', 'money', '元', '8 number 元'],
    ['满意度', 'rate', undefined, '0.91 rate'],
    ['满意度', 'rate', '%', '0.91 rate'],
    ['完成率', 'number', '%', '95 number %'],
    ['实际支出 / 人数', 'money', '元/万人', '3640000000 number 元/万人'],
    ['实际数 / 人数', 'rate', undefined, '2 rate'],
    // a derived unit may have a name of its own
    ['实际支出 / 人数', 'number', '个', '36.4 number 个'],
    ['"2021-12-31"', 'date', undefined, '2021-12-31 date'],
    ['等级', 'choice', undefined, '优 text'],
    ['已公开', 'boolean', undefined, 'true boolean'],
    // … or not
    ['实际支出', 'rate', undefined, 'FORMULA_UNITS `实际支出`'],
    ['实际支出', 'count', '人', 'FORMULA_UNITS `实际支出`'],
    ['实际支出 / 人数', 'money', '元', 'FORMULA_UNITS `实际支出 / 人数`'],
    ['1 + 完成率', 'money', '万元', 'FORMULA_UNITS `1 + 完成率`'],
    ['等级', 'number', undefined, 'FORMULA_TYPE `等级`'],
    ['实际数', 'boolean', undefined, 'FORMULA_TYPE `实际数`'],
    ['项目.金额', 'money', '万元', 'FORMULA_TYPE `项目.金额`'],
    ['"年底"', 'date', undefined, 'FORMULA_DATE `"年底"`'],
  ] as const)('%s as %s %s: %s', (text, type, unit, expected) => {
    expect(checkAs(text, type, unit)).toBe(expected)
  })
})

describe('issues', () => {
  test.each([
    // names
    ['实际支岀 + 1', 'FORMULA_UNKNOWN_NAME `实际支岀`'],
    [
      'constructor + __proto__ + toString',
      'FORMULA_UNKNOWN_NAME `constructor`',
      'FORMULA_UNKNOWN_NAME `__proto__`',
      'FORMULA_UNKNOWN_NAME `toString`',
    ],
    ['valueOf.hasOwnProperty', 'FORMULA_UNKNOWN_NAME `valueOf.hasOwnProperty`'],
    ['项目.constructor', 'FORMULA_UNKNOWN_FIELD `项目.constructor`'],
    ['SUM(项目.金额额)', 'FORMULA_UNKNOWN_FIELD `项目.金额额`'],
    ['SUM(人数.金额)', 'FORMULA_TYPE `人数.金额`'],
    // in a condition bare names are fields; a name with two meanings is refused
    ['COUNTIF(项目, 金额 > 实际支出)'],
    ['COUNTIF(项目, 金额额 > 1)', 'FORMULA_UNKNOWN_NAME `金额额`'],
    ['COUNTIF(项目, 完成率 > 1)', 'FORMULA_AMBIGUOUS_NAME `完成率`'],
    ['COUNTIF(项目, 项目.完成率 > 1)'],
    ['COUNTIF(项目, 金额 > AVERAGE(项目.金额))'],
    ['金额 + 1', 'FORMULA_UNKNOWN_NAME `金额`'],
    ['COUNTIF(项目, COUNTIF(空清单, 金额 > 1) > 1)', 'FORMULA_NESTED_RECORDS `COUNTIF(空清单, 金额 > 1)`'],
    ['COUNTIF(人数, 金额 > 1)', 'FORMULA_TYPE `人数`'],
    ['COUNTIF(项目, 金额)', 'FORMULA_TYPE `金额`'],
    // types
    ['等级 + 1', 'FORMULA_TYPE `等级`'],
    ['已公开 * 2', 'FORMULA_TYPE `已公开`'],
    ['完成日 - 期限', 'FORMULA_TYPE `完成日`', 'FORMULA_TYPE `期限`'],
    ['项目 + 1', 'FORMULA_TYPE `项目`'],
    ['项目.金额 + 1', 'FORMULA_TYPE `项目.金额`'],
    ['项目.金额', 'FORMULA_TYPE `项目.金额`'],
    ['SUM(项目)', 'FORMULA_TYPE `项目`'],
    ['SUM(项目.名称)', 'FORMULA_TYPE `项目.名称`'],
    ['SUM(完成日)', 'FORMULA_TYPE `完成日`'],
    ['MAX("a", 1)', 'FORMULA_TYPE `"a"`'],
    ['MAX("2021-01-01", 1)', 'FORMULA_BRANCH_TYPES `MAX("2021-01-01", 1)`'],
    ['MAX("2021-01-01", "2021-02-01") = 期限'],
    ['非 实际数', 'FORMULA_TYPE `实际数`'],
    ['实际数 且 已公开', 'FORMULA_TYPE `实际数`'],
    ['IF(实际数, 1, 2)', 'FORMULA_TYPE `实际数`'],
    ['IF(已公开, 1, "a")', 'FORMULA_BRANCH_TYPES `IF(已公开, 1, "a")`'],
    ['IF(已公开, 项目, 1)', 'FORMULA_TYPE `项目`'],
    ['COALESCE(实际数, 是)', 'FORMULA_BRANCH_TYPES `COALESCE(实际数, 是)`'],
    // comparisons
    ['等级 = 1', 'FORMULA_COMPARE_TYPES `等级 = 1`'],
    ['"1" = 1', 'FORMULA_COMPARE_TYPES `"1" = 1`'],
    ['已公开 = "是"', 'FORMULA_COMPARE_TYPES `已公开 = "是"`'],
    ['完成日 = 20211231', 'FORMULA_COMPARE_TYPES `完成日 = 20211231`'],
    ['等级 < "优"', 'FORMULA_COMPARE_ORDER `等级 < "优"`'],
    ['已公开 > 否', 'FORMULA_COMPARE_ORDER `已公开 > 否`'],
    ['等级 = "忧"', 'FORMULA_UNKNOWN_CHOICE `"忧"`'],
    ['"差" <> 等级', 'FORMULA_UNKNOWN_CHOICE `"差"`'],
    ['COUNTIF(项目, 状态 = "完工")', 'FORMULA_UNKNOWN_CHOICE `"完工"`'],
    ['完成日 < "2021-02-30"', 'FORMULA_DATE `"2021-02-30"`'],
    ['完成日 < "年底"', 'FORMULA_DATE `"年底"`'],
    ['完成率 >= 95', 'FORMULA_RATE_LITERAL `95`'],
    ['1.5 < 完成率'],
    ['满意度 >= 95'],
    // units
    ['实际支出 + 人数', 'FORMULA_UNITS `人数`'],
    ['人数 > 天数', 'FORMULA_UNITS `天数`'],
    ['实际支出 + 完成率', 'FORMULA_UNITS `完成率`'],
    ['实际支出 / 人数 + 实际支出', 'FORMULA_UNITS `实际支出`'],
    ['SUM(实际支出, 3, 人数, 天数)', 'FORMULA_UNITS `人数`', 'FORMULA_UNITS `天数`'],
    ['IF(已公开, 实际支出, 人数)', 'FORMULA_UNITS `人数`'],
    ['2 ^ 人数', 'FORMULA_UNITS `人数`'],
    ['人数 ^ 实际数', 'FORMULA_UNITS `人数`'],
    // arguments
    ['IF(已公开, 1)', 'FORMULA_ARGUMENT_COUNT `IF(已公开, 1)`'],
    ['ROUND(1)', 'FORMULA_ARGUMENT_COUNT `ROUND(1)`'],
    ['ABS(1, 2)', 'FORMULA_ARGUMENT_COUNT `ABS(1, 2)`'],
    ['SUM()', 'FORMULA_ARGUMENT_COUNT `SUM()`'],
    ['COUNTIF(项目)', 'FORMULA_ARGUMENT_COUNT `COUNTIF(项目)`'],
    ['ROUND(1, 2.5)', 'FORMULA_WHOLE_NUMBER `2.5`'],
    ['ROUND(1, 31)', 'FORMULA_WHOLE_NUMBER `31`'],
    ['2 ^ 0.5', 'FORMULA_WHOLE_NUMBER `0.5`'],
    ['2 ^ 101', 'FORMULA_WHOLE_NUMBER `101`'],
    ['2 ^ -100'],
    ['DATE(2021, 2, 29)', 'FORMULA_DATE `DATE(2021, 2, 29)`'],
    ['DATE(2021, 13, 1)', 'FORMULA_WHOLE_NUMBER `13`'],
    ['DATE(2021, 2.5, 1)', 'FORMULA_WHOLE_NUMBER `2.5`'],
    ['DAYS(完成日, 1)', 'FORMULA_TYPE `1`'],
    // divisors
    ['1 / 0', 'FORMULA_DIVISION_BY_ZERO `0`'],
    ['1 / (2 - 1 * 2)', 'FORMULA_DIVISION_BY_ZERO `(2 - 1 * 2)`'],
    ['1 / 2'],
    ['1 / (100 - 1)'],
    ['1 / 人数'],
    ['1 / (人数 * 预算数)'],
    ['1 / -人数'],
    ['1 / 人数 ^ 2'],
    ['1 / 计划数', 'FORMULA_MAY_DIVIDE_BY_ZERO `计划数`'],
    ['1 / (人数 * 计划数)', 'FORMULA_MAY_DIVIDE_BY_ZERO `(人数 * 计划数)`'],
    ['1 / (人数 - 1)', 'FORMULA_MAY_DIVIDE_BY_ZERO `(人数 - 1)`'],
    ['1 / 实际数', 'FORMULA_MAY_DIVIDE_BY_ZERO `实际数`'],
    ['计划数 ^ -1', 'FORMULA_MAY_DIVIDE_BY_ZERO `计划数`'],
    ['1 / MAX(计划数, 1)'],
    ['1 / MAX(计划数, 0)', 'FORMULA_MAY_DIVIDE_BY_ZERO `MAX(计划数, 0)`'],
    ['1 / COALESCE(人数, 1)'],
    ['SUMIF(项目, 金额 > 0, 1 / 金额)'],
    ['SUMIF(项目, 金额 > 1, 1 / 数量)'],
    ['SUMIF(项目, 金额 >= 0, 1 / 金额)', 'FORMULA_MAY_DIVIDE_BY_ZERO `金额`'],
    // … guarded by what has been asked before
    ['IF(计划数 <> 0, 1 / 计划数, 0)'],
    ['IF(计划数 = 0, 0, 1 / 计划数)'],
    ['IF(计划数 > 0, 1 / 计划数, 1 / 计划数)', 'FORMULA_MAY_DIVIDE_BY_ZERO `计划数`'],
    ['IF(0 < 计划数, 1 / 计划数, 0)'],
    ['IF(计划数 >= 1, 1 / 计划数, 0)'],
    ['IF(计划数 >= 0, 1 / 计划数, 0)', 'FORMULA_MAY_DIVIDE_BY_ZERO `计划数`'],
    ['IF(非 (计划数 <= 0), 1 / 计划数, 0)'],
    ['IF(已公开 且 计划数 > 0, 1 / 计划数, 0)'],
    ['IF(已公开 或 计划数 > 0, 1 / 计划数, 0)', 'FORMULA_MAY_DIVIDE_BY_ZERO `计划数`'],
    ['IF(已公开 或 计划数 = 0, 0, 1 / 计划数)'],
    ['IF(人数 - 1 > 0, 1 / (人数 - 1), 0)'],
    ['IF(计划数 <> 0, IF(已公开, 1 / 计划数, 2), 0)'],
    ['1 / IF(计划数 <> 0, 计划数, 1)'],
    ['1 / IF(计划数 > 5, 计划数, 计划数)', 'FORMULA_MAY_DIVIDE_BY_ZERO `IF(计划数 > 5, 计划数, 计划数)`'],
    ['计划数 > 0 且 1 / 计划数 > 2'],
    ['1 / 计划数 > 2 且 计划数 > 0'],
    ['计划数 = 0 或 1 / 计划数 > 2'],
    ['计划数 > 0 或 1 / 计划数 > 2', 'FORMULA_MAY_DIVIDE_BY_ZERO `计划数`'],
    // several at once, in text order, and one slip is one issue
    ['实际支岀 + 等级 + 人数', 'FORMULA_UNKNOWN_NAME `实际支岀`', 'FORMULA_TYPE `等级`'],
    ['IF(甲, 乙 + 等级, 1)', 'FORMULA_UNKNOWN_NAME `甲`', 'FORMULA_UNKNOWN_NAME `乙`', 'FORMULA_TYPE `等级`'],
  ])('%s', (text, ...expected) => {
    expect(told(check(text).issues, text)).toEqual(expected)
  })

  test('a warning leaves the formula usable, an error does not', () => {
    expect(check('1 / 计划数').formula).toBeDefined()
    expect(check('1 / 0').formula).toBeUndefined()
  })

  test.each([
    ['实际支岀', '实际支出'],
    ['任务完成率', '完成率'],
    ['“优”', '"优"'],
    ['人数且已公开', '人数 且 已公开'],
    ['非已公开', '非 已公开'],
    ['是且已公开', '是 且 已公开'],
    ['实际数或人数且天数', '实际数 或 人数 且 天数'],
    ['[2026年预算]', '[2025年预算]'],
    ['甲', null],
    ['constructor', null],
  ])('%s: did you mean %s', (text, expected) => {
    const parsed = parseFormula(text)
    const issues = parsed.ok ? checkFormula(parsed.value, bureau).issues : [{ expected: null }]
    expect(issues[0]?.expected).toEqual(expected)
  })

  test('names are exact: fields of records are not among them', () => {
    expect(formulaOf('COUNTIF(项目, 金额 > 实际支出) + SUM(空清单.金额) / 人数').names).toEqual([
      '项目',
      '实际支出',
      '空清单',
      '人数',
    ])
  })

  test('names of every object are only names', () => {
    const scope = scopeOf([{ name: 'constructor', type: 'number', origin: 'item' }])
    const parsed = parseFormula('constructor + toString')
    expect(parsed.ok && checkFormula(parsed.value, scope).issues.map((each) => each.found)).toEqual(['toString'])
  })
})
