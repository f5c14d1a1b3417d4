import type { ConditionValue, Language, Operator, TableCell } from '@yardstick/model'
import { canCompare, type Fact, factByName, isNumeric } from '../condition/facts.ts'
import { type Literal, readList, readLiteral, showList, showLiteral } from '../condition/literal.ts'

/**
 * Cells of a decision table as people write them in Excel: ≥80, 低于60%, 60-80, 是, 甲、乙, 非丙, 包含整改; nothing or
 * 不限 asks nothing. A range holds its lower end and not its upper one; of counts and days it holds both. What is read is
 * shown back in signs, so that nobody needs to know.
 */
export function readCell(typed: string, fact: Fact, facts: readonly Fact[] = []): TableCell[] | undefined {
  const text = typed.normalize('NFKC').trim()
  if (text === '' || NOTHING.includes(text.toLowerCase())) return []
  const literal = isNumeric(fact) || fact.type === 'date' ? readRange(text, fact) : undefined
  if (literal !== undefined) return literal
  const whole = readPart(text, fact, facts)
  if (whole !== undefined) return [whole]
  const parts = text.split(/\s*(?:且|\band\b|[,;])\s*/i)
  const read = parts.map((part) => (startsWithSign(part) ? readPart(part, fact, facts) : undefined))
  return parts.length > 1 && read.every((each) => each !== undefined) ? (read as TableCell[]) : undefined
}

export function showCell(cells: readonly TableCell[], fact: Fact, facts: readonly Fact[], language: Language): string {
  return cells.map((each) => showPart(each, fact, facts, language)).join(language === 'zh' ? ' 且 ' : ' and ')
}

function readPart(text: string, fact: Fact, facts: readonly Fact[]): TableCell | undefined {
  const found = BEFORE.find(([sign]) => text.toLowerCase().startsWith(sign))
  if (found !== undefined) {
    const cell = readValue(text.slice(found[0].length).trim(), found[1], fact, facts)
    if (cell !== undefined) return cell
  }
  const behind = AFTER.find(([sign]) => text.endsWith(sign))
  if (behind !== undefined && isOrdered(fact)) {
    const cell = readValue(text.slice(0, -behind[0].length).trim(), behind[1], fact, facts)
    if (cell !== undefined) return cell
  }
  return readValue(text, 'equal', fact, facts)
}

function readValue(text: string, operator: Operator, fact: Fact, facts: readonly Fact[]): TableCell | undefined {
  if (text === '') return undefined
  const isAmong = operator === 'in' || operator === 'notIn'
  const isText = operator === 'contains' || operator === 'doesNotContain'
  if (isText) return fact.type === 'text' ? { operator, value: text } : undefined
  if (!isOrdered(fact) && !isEqual(operator) && !isAmong) return undefined
  const value = isAmong ? undefined : readLiteral(text, fact)
  const hasList = /[、,;]/.test(text) && fact.type !== 'boolean'
  if (value !== undefined && !(hasList && !isNumeric(fact))) return { operator, value: value as ConditionValue }
  const other = facts.find((each) => each.label === text && canCompare(fact, each))
  if (other !== undefined && !isAmong) return { operator, value: { fact: other.name } }
  if (fact.type === 'boolean' || !(isEqual(operator) || isAmong)) return undefined
  const values = readList(text, fact)
  if (values === undefined) return undefined
  return { operator: operator === 'notEqual' || operator === 'notIn' ? 'notIn' : 'in', value: values }
}

/** 60-80, 60%~80%, [60,80], 2025-01-01至2025-03-31. */
function readRange(text: string, fact: Fact): TableCell[] | undefined {
  const [, open = '', inner = '', close = ''] = /^([[(]?)(.*?)([\])]?)$/.exec(text) ?? []
  const isBracketed = open !== '' && close !== ''
  const separator =
    fact.type === 'date'
      ? /\s*(?:至|到|~)\s*/
      : isBracketed
        ? /\s*(?:,|至|到|~|(?<=[\d%])-)\s*/
        : /\s*(?:至|到|~|(?<=[\d%])-)\s*/
  const ends = inner.split(separator)
  if (ends.length !== 2 || (open !== '') !== (close !== '')) return undefined
  const [low, high] = ends.map((each) => readLiteral(each, fact))
  if (low === undefined || high === undefined) return undefined
  const isWhole = fact.type === 'count' || fact.type === 'date'
  const holdsHigh = isBracketed ? close === ']' : isWhole
  return [
    { operator: open === '(' ? 'greaterThan' : 'greaterThanInclusive', value: low },
    { operator: holdsHigh ? 'lessThanInclusive' : 'lessThan', value: high },
  ]
}

function showPart({ operator, value }: TableCell, fact: Fact, facts: readonly Fact[], language: Language): string {
  const sign = SIGNS[language][operator]
  if (typeof value === 'object' && !Array.isArray(value)) {
    return (sign || '=') + (factByName(facts).get(value.fact)?.label ?? value.fact)
  }
  if (Array.isArray(value)) return sign + showList(value, fact, language)
  return sign + showLiteral(value as Literal, fact, language) + (fact.type === 'rate' ? '%' : '')
}

const isOrdered = (fact: Fact) => isNumeric(fact) || fact.type === 'date'
const isEqual = (operator: Operator) => operator === 'equal' || operator === 'notEqual'

const NOTHING = ['不限', '任意', '-', '—', '*', '/', 'any']

const SIGNS: { readonly [L in Language]: { readonly [O in Operator]: string } } = {
  zh: {
    equal: '',
    notEqual: '≠',
    lessThan: '<',
    lessThanInclusive: '≤',
    greaterThan: '>',
    greaterThanInclusive: '≥',
    in: '',
    notIn: '非 ',
    contains: '包含 ',
    doesNotContain: '不包含 ',
  },
  en: {
    equal: '',
    notEqual: '≠',
    lessThan: '<',
    lessThanInclusive: '≤',
    greaterThan: '>',
    greaterThanInclusive: '≥',
    in: '',
    notIn: 'not ',
    contains: 'contains ',
    doesNotContain: 'does not contain ',
  },
}

/** Longer signs first, so that 不低于 is not taken for 低于. */
const BEFORE: readonly (readonly [string, Operator])[] = (
  [
    ['greaterThanInclusive', '≥ >= => 不低于 不少于 不小于 大于等于 不早于 至少 at|least from'],
    ['greaterThan', '> 高于 大于 超过 多于 晚于 above after'],
    ['lessThanInclusive', '≤ <= =< 不高于 不超过 不大于 不多于 小于等于 不晚于 至多 at|most up|to'],
    ['lessThan', '< 低于 小于 少于 不足 早于 below before'],
    ['notEqual', '≠ != <> 不等于 不是 非 not'],
    ['equal', '= 等于 equals'],
    ['notIn', '不属于 none|of'],
    ['in', '属于 one|of'],
    ['doesNotContain', '不包含 不含 does|not|contain'],
    ['contains', '包含 含 contains'],
  ] as const
)
  .flatMap(([operator, words]) => words.split(' ').map((word) => [word.replace(/\|/g, ' '), operator] as const))
  .sort(([one], [other]) => other.length - one.length)

const AFTER: readonly (readonly [string, Operator])[] = [
  ['及以上', 'greaterThanInclusive'],
  ['以上', 'greaterThanInclusive'],
  ['及以下', 'lessThanInclusive'],
  ['以下', 'lessThanInclusive'],
  ['以内', 'lessThanInclusive'],
  ['以前', 'lessThanInclusive'],
  ['前', 'lessThanInclusive'],
]

function startsWithSign(text: string): boolean {
  return BEFORE.some(([sign]) => text.toLowerCase().startsWith(sign))
}
