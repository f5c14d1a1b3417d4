import type { Json } from '../json.ts'
import { part, show } from './words.ts'

/**
 * What the words of the documents are called by those who read an issue: types of values, methods, comparisons. A word
 * that is not here stands as it is.
 */

type Names = Readonly<Record<string, string>>

const TYPES_ZH: Names = {
  number: '数',
  money: '金额',
  rate: '比率',
  count: '计数',
  boolean: '是否（条件）',
  text: '文字',
  choice: '选项',
  date: '日期',
  list: '清单',
  column: '清单的一栏',
  range: '区间',
  formula: '公式',
}
const TYPES_EN: Names = {
  number: 'a number',
  money: 'an amount',
  rate: 'a rate',
  count: 'a count',
  boolean: 'a condition',
  text: 'text',
  choice: 'a choice',
  date: 'a date',
  list: 'a list',
  column: 'a field of a list',
  range: 'a range',
  formula: 'a formula',
}

const METHODS_ZH: Names = {
  ratio: '按比例',
  steps: '按步扣分',
  bands: '分档',
  curve: '折线内插',
  pass: '达标得分',
  checklist: '要素得分',
  levels: '等级评定',
  judgement: '人工评分',
  formula: '公式',
  table: '决策表',
  'share-met': '达标占比',
  rank: '排名',
  sum: '下级得分相加',
}
const METHODS_EN: Names = {
  ratio: 'in proportion',
  steps: 'by steps',
  curve: 'between points',
  pass: 'pass or fail',
  judgement: 'judged',
  'share-met': 'share met',
  sum: 'sum of those below',
}

const OPERATORS_ZH: Names = {
  equal: '等于',
  notEqual: '不等于',
  lessThan: '低于',
  lessThanInclusive: '不高于',
  greaterThan: '高于',
  greaterThanInclusive: '不低于',
  in: '属于',
  notIn: '不属于',
  contains: '包含',
  doesNotContain: '不包含',
}
const OPERATORS_EN: Names = {
  equal: 'equals',
  notEqual: 'is not',
  lessThan: 'is below',
  lessThanInclusive: 'is at most',
  greaterThan: 'is above',
  greaterThanInclusive: 'is at least',
  in: 'is one of',
  notIn: 'is none of',
  contains: 'contains',
  doesNotContain: 'does not contain',
}

const named = (names: Names, joint: string) => (value: Json) =>
  (Array.isArray(value) ? (value as readonly Json[]) : [value])
    .map((each) => names[show(each)] ?? show(each))
    .join(joint)

export const valueTypesZh = named(TYPES_ZH, '、')
export const valueTypesEn = named(TYPES_EN, ' and ')
export const methodZh = named(METHODS_ZH, '、')
export const methodEn = named(METHODS_EN, ', ')
export const operatorsZh = named(OPERATORS_ZH, '、')
export const operatorsEn = named(OPERATORS_EN, ', ')

/** A target as a sign and its value: ≥0, 0; what is none of the kind as it stands. */
export function targetText(value: Json): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return show(value)
  const member = (key: string) => (key in value ? part(value, key) : '')
  if ('low' in value) return `${member('low')}–${member('high')}${member('unit')}`
  const sign = { '>=': '≥', '<=': '≤' }[member('comparator')] ?? member('comparator')
  return (
    `${sign === '=' ? '' : sign}${member('value')}${member('date')}${member('text')}${member('unit')}` || show(value)
  )
}
