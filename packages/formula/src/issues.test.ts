import { type IssueCode, present, wordIssue } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { bureau, read } from './bureau.testing.ts'
import { checkFormula } from './check.ts'
import { evaluateFormula } from './evaluate.ts'
import { parseFormula } from './parse.ts'

/** One formula for each code, and what its issue says; the type makes the list whole. */
type FormulaCode = Extract<IssueCode, `FORMULA_${string}`>
const examples: Record<FormulaCode, readonly [text: string, zh: string, en: string]> = {
  FORMULA_EMPTY: [' ', '应有公式，现为空', 'expected a formula, found nothing'],
  FORMULA_TOO_LONG: ['1'.padEnd(4_001), '不超过 4000 个字符，现为 4001', 'at most 4000 characters, found 4001'],
  FORMULA_TOO_DEEP: ['('.repeat(65), '不超过 64 层', 'at most 64 deep'],
  FORMULA_CHARACTER: ['a#', '现为“#”', 'found "#"'],
  FORMULA_UNCLOSED: ['(1', '( 应以 ) 结束', '( must be closed by )'],
  FORMULA_NUMBER: ['1.2.3', '现为 1.2.3', 'found 1.2.3'],
  FORMULA_NAME_DIGIT: ['2025年预算', '请写成 [2025年预算]', 'is written [2025年预算]'],
  FORMULA_SYNTAX: [
    '1+',
    '此处应为名称、数或括号，现为公式末尾',
    'expected a name, a number or a bracket, found the end',
  ],
  FORMULA_PERCENT: ['人数%', '应紧跟在数之后', 'stands after a number'],
  FORMULA_COMPARE_CHAIN: ['1<人数<9', '请写成 1<人数 且 人数<9', 'write 1<人数 AND 人数<9'],
  FORMULA_POWER_BRACKETS: ['-人数^2', '请写成 (-人数)^2 或 -(人数^2)', 'write (-人数)^2 or -(人数^2)'],
  FORMULA_UNKNOWN_FUNCTION: ['SUMM(1)', '是否为“SUM”', 'did you mean "SUM"'],
  FORMULA_ARGUMENT_COUNT: [
    'ROUND(1)',
    '写法应为 四舍五入（数，位数），现有 1 个参数',
    'expected ROUND(number, digits), found 1',
  ],
  FORMULA_UNKNOWN_NAME: ['实际支岀', '没有“实际支岀”；是否为 实际支出？', 'found "实际支岀"; did you mean 实际支出?'],
  FORMULA_UNKNOWN_FIELD: [
    'SUM(项目.金颔)',
    '清单“项目”没有“金颔”一栏；是否为 金额？',
    'no field "金颔"; did you mean 金额?',
  ],
  FORMULA_AMBIGUOUS_NAME: ['COUNTIF(项目, 完成率 > 1)', '请写成 项目.完成率', 'write 项目.完成率 for the field'],
  FORMULA_NESTED_RECORDS: ['COUNTIF(项目, COUNTIF(项目, 是) > 1)', '现有 COUNTIF', 'found COUNTIF'],
  FORMULA_TYPE: [
    '完成日 - 期限',
    '此处应为数，现为日期；两个日期相差多少请用 相差天数',
    'expected a number, found a date; the days between',
  ],
  FORMULA_COMPARE_TYPES: ['等级 = 1', '现为文字、数，永不相等', 'found text and a number, which are never equal'],
  FORMULA_COMPARE_ORDER: ['等级 > "优"', '现比较文字；请改用 = 或 ≠', 'found text; use = or <>'],
  FORMULA_BRANCH_TYPES: ['IF(是, 1, "a")', '现为数、文字', 'found a number and text'],
  FORMULA_UNITS: ['实际支出 + 人数', '应与“万元”同类才能相加减、比较，现为“人”', 'of one kind with "万元", found "人"'],
  FORMULA_UNKNOWN_CHOICE: ['等级 = "差"', '优、良、中；现为“差”', 'one of 优, 良, 中; found "差"'],
  FORMULA_DATE: ['完成日 < "2021-02-30"', '现为 "2021-02-30"', 'found "2021-02-30"'],
  FORMULA_WHOLE_NUMBER: ['2 ^ 0.5', '应为 -100 到 100 的整数，现为 0.5', 'from -100 to 100, found 0.5'],
  FORMULA_RATE_LITERAL: ['完成率 > 95', '请写成 95%', 'write 95%'],
  FORMULA_MAY_DIVIDE_BY_ZERO: ['1 / 计划数', '如果（计划数 ≠ 0，…，…）', 'IF(计划数 <> 0, …, …)'],
  FORMULA_DIVISION_BY_ZERO: ['1 / (1 - 1)', '“1 − 1”为 0', '"1 - 1" is'],
  FORMULA_ZERO_POWER: ['计划数 ^ 0', '指数应大于 0，现为 0', 'an exponent above 0, found 0'],
  FORMULA_TOO_LARGE: ['((10 ^ 30) ^ 90) ^ 9', '不超过 8192 个二进制位', 'at most 8192 bits'],
  FORMULA_EMPTY_LIST: ['MAX(空清单.金额)', 'MAX 应至少有一个值', 'MAX needs at least one value'],
  FORMULA_VALUE_TYPE: ['上年等级 = 等级', '“上年等级”应为文字', '"上年等级" must be text'],
}

/** Everything that parsing, checking and evaluating has to say about a text. */
function issuesOf(text: string) {
  const parsed = parseFormula(text)
  if (!parsed.ok) return parsed.issues
  const { formula, issues } = checkFormula(parsed.value, bureau)
  if (formula === undefined) return issues
  const reading = evaluateFormula(formula, (name) => (name === '上年等级' ? present(true) : read(name)))
  return reading.state === 'error' ? [...issues, reading.issue] : issues
}

describe('issues of formulas', () => {
  test.each(Object.entries(examples))('%s', (code, [text, zh, en]) => {
    const found = issuesOf(text).find((each) => each.code === code)
    expect(found && wordIssue(found, 'zh')).toContain(zh)
    expect(found && wordIssue(found, 'en')).toContain(en)
  })
})
