import type { Json } from '../json.ts'
import type { CatalogueEntry } from './entry.ts'
import { valueTypesEn, valueTypesZh } from './names.ts'
import { list, part, show } from './words.ts'

/**
 * Formulas: what stands in the text (tokens, brackets), what it means in a scope (names, types, units), and what happens
 * with a submission's values. The last group arrives inside error readings.
 */
export const formulaIssues = {
  FORMULA_EMPTY: {
    severity: 'error',
    zh: () => '应有公式，现为空；请填写，例如 实际支出 ÷ 预算数',
    en: () => 'expected a formula, found nothing; write one, such as spent / budget',
  },
  FORMULA_TOO_LONG: {
    severity: 'error',
    zh: (expected, found) => `公式应不超过 ${show(expected)} 个字符，现为 ${show(found)}；请把其中一段立为计算量`,
    en: (expected, found) =>
      `a formula has at most ${show(expected)} characters, found ${show(found)}; make a measure of one of its parts`,
  },
  FORMULA_TOO_DEEP: {
    severity: 'error',
    zh: (expected) => `括号、函数和符号应不超过 ${show(expected)} 层，此处更深；请把内层立为计算量`,
    en: (expected) =>
      `brackets, functions and signs nest at most ${show(expected)} deep, this place is deeper; make a measure of the inner part`,
  },
  FORMULA_CHARACTER: {
    severity: 'error',
    zh: (_, found) => `应为名称、数、运算符或括号，现为“${show(found)}”；请删去，含有它的名称请写在方括号里，如 [名称]`,
    en: (_, found) =>
      `expected a name, a number, an operator or a bracket, found "${show(found)}"; remove it, or write the name that holds it in brackets: [name]`,
  },
  FORMULA_UNCLOSED: {
    severity: 'error',
    zh: (expected, found) => `${show(found)} 应以 ${show(expected)} 结束，现缺；请补上`,
    en: (expected, found) => `${show(found)} must be closed by ${show(expected)}, which is not there; add it`,
  },
  FORMULA_NUMBER: {
    severity: 'error',
    zh: (_, found) => `数应只有一个小数点，小数点前后各不超过 30 位，现为 ${show(found)}；请改写`,
    en: (_, found) =>
      `a number has one point and at most 30 digits before and after it, found ${show(found)}; rewrite it`,
  },
  FORMULA_NAME_DIGIT: {
    severity: 'error',
    zh: (expected, found) =>
      `数之后应为运算符，现紧接文字：${show(found)}；如是以数字开头的名称，请写成 ${show(expected)}；数后不写单位`,
    en: (expected, found) =>
      `expected an operator after the number, found letters: ${show(found)}; a name that begins with a digit is written ${show(expected)}, and numbers carry no unit`,
  },
  FORMULA_SYNTAX: {
    severity: 'error',
    zh: (expected, found) =>
      `此处应为${SYNTAX[show(expected)]?.zh ?? show(expected)}，现为${found === null ? '公式末尾' : `“${show(found)}”`}；请补上或删去`,
    en: (expected, found) =>
      `expected ${SYNTAX[show(expected)]?.en ?? show(expected)}, found ${found === null ? 'the end of the formula' : `"${show(found)}"`}; add or remove it`,
  },
  FORMULA_PERCENT: {
    severity: 'error',
    zh: () => '“%”应紧跟在数之后，如 95%，此处不是；请改为 ÷ 100，名称里的“%”请连名称一起写在方括号里',
    en: () => '"%" stands after a number, as in 95%, not here; use / 100, or put a name that holds "%" in brackets',
  },
  FORMULA_COMPARE_CHAIN: {
    severity: 'error',
    zh: (expected) => `一次应只比较两个值，现连写了比较；请写成 ${part(expected, 'zh')}`,
    en: (expected) => `expected a comparison of two values, found a chain; write ${part(expected, 'en')}`,
  },
  FORMULA_POWER_BRACKETS: {
    severity: 'error',
    zh: (expected, found) => `乘方的先后应以括号写明，现为 ${show(found)}；请写成 ${show(expected, ' 或 ')}`,
    en: (expected, found) =>
      `the order of powers and signs must be shown by brackets, found ${show(found)}; write ${show(expected, ' or ')}`,
  },
  FORMULA_UNKNOWN_FUNCTION: {
    severity: 'error',
    zh: (expected, found) =>
      `应为已有的函数，现为“${show(found)}”${isGiven(expected, 'function') ? `，是否为“${part(expected, 'function')}”` : ''}；如是带括号的名称，请写成 ${part(expected, 'name')}`,
    en: (expected, found) =>
      `expected a known function, found "${show(found)}"${isGiven(expected, 'function') ? `; did you mean "${part(expected, 'function')}"` : ''}; a name with parentheses in it is written ${part(expected, 'name')}`,
  },
  FORMULA_ARGUMENT_COUNT: {
    severity: 'error',
    zh: (expected, found) => `写法应为 ${part(expected, 'zh')}，现有 ${show(found)} 个参数；请增减`,
    en: (expected, found) => `expected ${part(expected, 'en')}, found ${show(found)} arguments; add or remove some`,
  },
  FORMULA_UNKNOWN_NAME: {
    severity: 'error',
    zh: (expected, found) =>
      `应为数据项或计算量的名称，没有“${show(found)}”${expected === null ? '；请改名或先建数据项' : `；是否为 ${show(expected)}？`}`,
    en: (expected, found) =>
      `expected a data item or measure in scope, found "${show(found)}"; ${expected === null ? 'rename it or add the data item' : `did you mean ${show(expected)}?`}`,
  },
  FORMULA_UNKNOWN_FIELD: {
    severity: 'error',
    zh: (expected, found) =>
      `清单“${part(found, 'list')}”没有“${part(found, 'field')}”一栏${expected === null ? '；请改名或先在清单里加上' : `；是否为 ${show(expected)}？`}`,
    en: (expected, found) =>
      `the list "${part(found, 'list')}" has no field "${part(found, 'field')}"; ${expected === null ? 'rename it or add the field to the list' : `did you mean ${show(expected)}?`}`,
  },
  FORMULA_AMBIGUOUS_NAME: {
    severity: 'error',
    zh: (expected, found) =>
      `条件里的名称应只有一个意思，“${show(found)}”既是清单的一栏，又是数据项或计算量；指清单的一栏时请写成 ${show(expected)}`,
    en: (expected, found) =>
      `a name in a condition must have one meaning, "${show(found)}" is a field of the list and an item or measure; write ${show(expected)} for the field`,
  },
  FORMULA_NESTED_RECORDS: {
    severity: 'error',
    zh: (_, found) => `逐条计算之中应不再逐条计算，现有 ${show(found)}；请把内层立为计算量`,
    en: (_, found) =>
      `a condition over records holds no other one, found ${show(found)}; make a measure of the inner one`,
  },
  FORMULA_TYPE: {
    severity: 'error',
    zh: (expected, found) =>
      `此处应为${valueTypesZh(expected)}，现为${valueTypesZh(found)}；${mendTypeZh(expected, found)}`,
    en: (expected, found) =>
      `expected ${valueTypesEn(expected)}, found ${valueTypesEn(found)}; ${mendTypeEn(expected, found)}`,
  },
  FORMULA_COMPARE_TYPES: {
    severity: 'error',
    zh: (_, found) =>
      `比较的两边应为同一类值，现为${valueTypesZh(found)}，永不相等；请改其中一边，文字写在双引号里，数不加引号`,
    en: (_, found) =>
      `both sides of a comparison must be of one type, found ${valueTypesEn(found)}, which are never equal; change one side: text stands in "…", numbers do not`,
  },
  FORMULA_COMPARE_ORDER: {
    severity: 'error',
    zh: (_, found) => `大小应只用于数和日期，现比较${valueTypesZh(found)}；请改用 = 或 ≠`,
    en: (_, found) => `only numbers and dates have an order, found ${valueTypesEn(found)}; use = or <>`,
  },
  FORMULA_BRANCH_TYPES: {
    severity: 'error',
    zh: (_, found) => `可能的结果应为同一类值，现为${valueTypesZh(found)}；请改成一类`,
    en: (_, found) => `the possible results must be of one type, found ${valueTypesEn(found)}; make them one`,
  },
  FORMULA_UNITS: {
    severity: 'error',
    zh: (expected, found) =>
      `单位应与“${unitZh(expected)}”同类才能相加减、比较，现为“${unitZh(found)}”；请换名称，或先乘除成同一单位`,
    en: (expected, found) =>
      `expected a unit of one kind with "${unitEn(expected)}", found "${unitEn(found)}"; use another name, or multiply or divide first`,
  },
  FORMULA_UNKNOWN_CHOICE: {
    severity: 'error',
    zh: (expected, found) => `应为选项之一：${show(expected)}；现为“${show(found)}”，永不相等；请改成其中一个`,
    en: (expected, found) =>
      `expected one of ${list(expected)}; found "${show(found)}", which is never equal; use one of them`,
  },
  FORMULA_DATE: {
    severity: 'error',
    zh: (_, found) => `应为存在的一天，如 2021-12-31，现为 ${show(found)}；请改正日期`,
    en: (_, found) => `expected a day that exists, such as 2021-12-31, found ${show(found)}; correct the date`,
  },
  FORMULA_WHOLE_NUMBER: {
    severity: 'error',
    zh: (expected, found) => `此处应为 ${show(expected, ' 到 ')} 的整数，现为 ${show(found)}；请改正`,
    en: (expected, found) => `expected a whole number from ${show(expected, ' to ')}, found ${show(found)}; correct it`,
  },
  FORMULA_RATE_LITERAL: {
    severity: 'warning',
    zh: (expected, found) => `比率以 1 为 100%，此处与 ${show(found)} 比较；如指百分数，请写成 ${show(expected)}`,
    en: (expected, found) =>
      `a rate is 1 at 100%, here it is compared with ${show(found)}; if a percentage is meant, write ${show(expected)}`,
  },
  FORMULA_MAY_DIVIDE_BY_ZERO: {
    severity: 'warning',
    zh: (_, found) =>
      `除数应不为 0，“${part(found, 'zh')}”可能为 0；请先判断，如 如果（${part(found, 'zh')} ≠ 0，…，…），或给数据项规定范围`,
    en: (_, found) =>
      `a divisor must not be 0, "${part(found, 'en')}" may be; ask first, as in IF(${part(found, 'en')} <> 0, …, …), or give the item a range`,
  },
  FORMULA_DIVISION_BY_ZERO: {
    severity: 'error',
    zh: (_, found) => `除数应不为 0，“${part(found, 'zh')}”为 0；请核对数据，或在公式里先判断`,
    en: (_, found) =>
      `a divisor must not be 0, "${part(found, 'en')}" is; check the data, or ask for it in the formula first`,
  },
  FORMULA_ZERO_POWER: {
    severity: 'error',
    zh: (_, found) => `0 的乘方，指数应大于 0，现为 ${show(found)}；请核对数据，或在公式里先判断`,
    en: (_, found) =>
      `a power of 0 needs an exponent above 0, found ${show(found)}; check the data, or ask for it in the formula first`,
  },
  FORMULA_TOO_LARGE: {
    severity: 'error',
    zh: (expected) => `中间结果应不超过 ${show(expected)} 个二进制位，此处更大；请核对数据和乘方`,
    en: (expected) =>
      `an intermediate result has at most ${show(expected)} bits, this one is larger; check the data and the powers`,
  },
  FORMULA_EMPTY_LIST: {
    severity: 'error',
    zh: (_, found) => `${show(found)} 应至少有一个值，现一个也没有；请核对清单，或用 计数 先判断`,
    en: (_, found) => `${show(found)} needs at least one value, found none; check the list, or ask with COUNT first`,
  },
  FORMULA_VALUE_TYPE: {
    severity: 'error',
    zh: (expected, found) => `“${part(found, 'name')}”应为${valueTypesZh(expected)}，现为另一类值；请核对填报数据`,
    en: (expected, found) =>
      `"${part(found, 'name')}" must be ${valueTypesEn(expected)}, found a value of another type; check the submission`,
  },
} satisfies Record<string, CatalogueEntry>

const SYNTAX: Partial<Record<string, { zh: string; en: string }>> = {
  operand: { zh: '名称、数或括号', en: 'a name, a number or a bracket' },
  operator: { zh: '运算符或公式末尾', en: 'an operator or the end of the formula' },
  closing: { zh: '右括号或逗号', en: 'a closing bracket or a comma' },
  name: { zh: '名称', en: 'a name' },
}

const many = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value])

function mendTypeZh(expected: Json, found: Json): string {
  if (found === 'date') return '两个日期相差多少请用 相差天数（后，前）'
  if (found === 'list' || found === 'column') return '请用 求和、计数、平均值 等把清单算成一个值'
  if (many(expected).includes('list')) return '请写清单的名称'
  if (expected === 'boolean') return '请写成条件，如 实际数 ≥ 计划数'
  return '请换名称或改写'
}

function mendTypeEn(expected: Json, found: Json): string {
  if (found === 'date') return 'the days between two dates are DAYS(end, start)'
  if (found === 'list' || found === 'column') return 'make one value of the list by SUM, COUNT, AVERAGE'
  if (many(expected).includes('list')) return 'write the name of a list'
  if (expected === 'boolean') return 'write a condition, such as actual >= planned'
  return 'use another name or rewrite it'
}

const unitZh = (value: Json): string => (value === '' ? '比率' : show(value))
const unitEn = (value: Json): string => (value === '' ? 'rate' : show(value))

function isGiven(value: Json, key: string): boolean {
  return part(value, key) !== '—'
}
