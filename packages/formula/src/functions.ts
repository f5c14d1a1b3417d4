import { foldCase } from './name.ts'

/**
 * The functions: one table of names, parameters and help, which parser, checker, printers and completion all read. What a
 * function computes stands in `call.ts`, under the same names.
 */
export interface FunctionEntry {
  readonly zh: string
  readonly parameters: readonly Parameter[]
  /** How many of the parameters, from the end, may be repeated or left out. */
  readonly repeats?: true
  /** `like`: type and unit of the arguments marked `shapes`, which must agree. */
  readonly result: 'like' | 'count' | 'days' | 'date'
  readonly help: { readonly zh: string; readonly en: string }
}

export interface Parameter {
  readonly zh: string
  readonly en: string
  readonly takes: Takes
  /** Its type and unit are those of the result. */
  readonly shapes?: true
  /** What a whole number must lie between, ends included. */
  readonly within?: readonly [number, number]
}

/**
 * What may stand at a parameter. `series` is a number or a field of a list, `ordered` the same with dates, `countable`
 * any value, list or field; `condition` and `value` of records are read once a record.
 */
export type Takes =
  | 'number'
  | 'whole'
  | 'boolean'
  | 'date'
  | 'any'
  | 'series'
  | 'ordered'
  | 'countable'
  | 'list'
  | 'record-condition'
  | 'record-number'

const numbers: Parameter = { zh: '数', en: 'number', takes: 'series', shapes: true }
const comparables: Parameter = { zh: '数', en: 'number', takes: 'ordered', shapes: true }
const rounded: readonly Parameter[] = [
  { zh: '数', en: 'number', takes: 'number', shapes: true },
  { zh: '位数', en: 'digits', takes: 'whole', within: [-30, 30] },
]

export const functions = {
  IF: {
    zh: '如果',
    parameters: [
      { zh: '条件', en: 'condition', takes: 'boolean' },
      { zh: '成立时', en: 'then', takes: 'any', shapes: true },
      { zh: '否则', en: 'otherwise', takes: 'any', shapes: true },
    ],
    result: 'like',
    help: {
      zh: '条件成立取前者，否则取后者；不取的一边空缺也不要紧',
      en: 'the first value where the condition holds, else the second; the other one may be missing',
    },
  },
  SUM: {
    zh: '求和',
    parameters: [numbers],
    repeats: true,
    result: 'like',
    help: {
      zh: '各数或清单一栏之和，不适用的不计：求和（名单.金额）',
      en: 'the sum of numbers or of a field of a list; what is not applicable is left out: SUM(projects.amount)',
    },
  },
  AVERAGE: {
    zh: '平均值',
    parameters: [numbers],
    repeats: true,
    result: 'like',
    help: {
      zh: '各数或清单一栏的平均值，不适用的不计',
      en: 'the mean of numbers or of a field of a list; what is not applicable is left out',
    },
  },
  MIN: {
    zh: '最小值',
    parameters: [comparables],
    repeats: true,
    result: 'like',
    help: { zh: '最小的数或最早的日期，不适用的不计', en: 'the smallest number or the earliest date' },
  },
  MAX: {
    zh: '最大值',
    parameters: [comparables],
    repeats: true,
    result: 'like',
    help: { zh: '最大的数或最晚的日期，不适用的不计', en: 'the largest number or the latest date' },
  },
  COUNT: {
    zh: '计数',
    parameters: [{ zh: '清单', en: 'list', takes: 'countable' }],
    repeats: true,
    result: 'count',
    help: {
      zh: '清单有几条；一栏或几个值里有值的个数，不适用的不计',
      en: 'how many records a list has, or how many values are there; what is not applicable is left out',
    },
  },
  COUNTIF: {
    zh: '条件计数',
    parameters: [
      { zh: '清单', en: 'list', takes: 'list' },
      { zh: '条件', en: 'condition', takes: 'record-condition' },
    ],
    result: 'count',
    help: {
      zh: '清单中符合条件的有几条，条件里直接写栏名：条件计数（任务，完成率 ≥ 90%）',
      en: 'how many records meet the condition, which names the fields: COUNTIF(tasks, completion >= 90%)',
    },
  },
  SUMIF: {
    zh: '条件求和',
    parameters: [
      { zh: '清单', en: 'list', takes: 'list' },
      { zh: '条件', en: 'condition', takes: 'record-condition' },
      { zh: '数', en: 'number', takes: 'record-number', shapes: true },
    ],
    result: 'like',
    help: {
      zh: '清单中符合条件的各条的数之和：条件求和（项目，状态 = "完成"，金额）',
      en: 'the sum of a number over the records that meet the condition: SUMIF(projects, state = "done", amount)',
    },
  },
  ROUND: {
    zh: '四舍五入',
    parameters: rounded,
    result: 'like',
    help: {
      zh: '四舍五入到几位小数；位数为负时到十、百、千位',
      en: 'rounded half away from zero to so many digits after the point; negative digits round to tens, hundreds',
    },
  },
  ROUNDUP: {
    zh: '向上取',
    parameters: rounded,
    result: 'like',
    help: { zh: '按位数进位，远离 0 的一边', en: 'rounded away from zero to so many digits' },
  },
  ROUNDDOWN: {
    zh: '向下取',
    parameters: rounded,
    result: 'like',
    help: { zh: '按位数舍去，靠近 0 的一边', en: 'rounded towards zero to so many digits' },
  },
  ABS: {
    zh: '绝对值',
    parameters: [{ zh: '数', en: 'number', takes: 'number', shapes: true }],
    result: 'like',
    help: { zh: '去掉负号的数', en: 'the number without its sign' },
  },
  DAYS: {
    zh: '相差天数',
    parameters: [
      { zh: '后', en: 'end', takes: 'date' },
      { zh: '前', en: 'start', takes: 'date' },
    ],
    result: 'days',
    help: {
      zh: '从前一日期到后一日期的天数，后者更早时为负',
      en: 'days from start to end, negative where end is the earlier one',
    },
  },
  DATE: {
    zh: '日期',
    parameters: [
      { zh: '年', en: 'year', takes: 'whole', within: [1, 9_999] },
      { zh: '月', en: 'month', takes: 'whole', within: [1, 12] },
      { zh: '日', en: 'day', takes: 'whole', within: [1, 31] },
    ],
    result: 'date',
    help: { zh: '某年某月某日，也可直接写 "2021-12-31"', en: 'a day of the calendar; "2021-12-31" does as well' },
  },
  COALESCE: {
    zh: '缺省取',
    parameters: [{ zh: '值', en: 'value', takes: 'any', shapes: true }],
    repeats: true,
    result: 'like',
    help: {
      zh: '依次取第一个有值的，空缺和不适用的跳过',
      en: 'the first value that is there, skipping missing and not applicable ones',
    },
  },
} satisfies Record<string, FunctionEntry>

export type FunctionName = keyof typeof functions

export function functionEntry(name: FunctionName): FunctionEntry {
  return functions[name]
}

/** By English or Chinese name, in any case and width. */
export function functionNamed(word: string): FunctionName | undefined {
  return BY_WORD.get(foldCase(word))
}

/** Every word that names a function, in both languages. */
export function functionWords(): Iterable<string> {
  return BY_WORD.keys()
}

export function functionNames(): FunctionName[] {
  return Object.keys(functions) as FunctionName[]
}

/** The parameter at a place among the arguments, repeated ones included. */
export function parameterAt(entry: FunctionEntry, index: number): Parameter | undefined {
  return entry.parameters[index] ?? (entry.repeats ? entry.parameters.at(-1) : undefined)
}

/** IF(condition, then, otherwise) · 如果（条件，成立时，否则） */
export function signatureOf(name: FunctionName, language: 'zh' | 'en'): string {
  const entry = functionEntry(name)
  const words = entry.parameters.map((each) => each[language])
  if (entry.repeats) words.push('…')
  return language === 'zh' ? `${entry.zh}（${words.join('，')}）` : `${name}(${words.join(', ')})`
}

const BY_WORD: ReadonlyMap<string, FunctionName> = new Map(
  functionNames().flatMap((name): [string, FunctionName][] => [
    [name, name],
    [functions[name].zh, name],
  ]),
)
