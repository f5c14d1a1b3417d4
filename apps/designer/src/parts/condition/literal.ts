import { CivilDate, type ConditionValue, canonicalDecimal, conversion, Exact, type Language } from '@yardstick/model'
import { showDate } from '@yardstick/wording'
import { type Fact, isNumeric } from './facts.ts'

/**
 * Values of a condition as people type and read them, by the type of the fact beside them. Full-width digits, thousands
 * separators and other units of the same kind are taken; what is written for a rate counts in percent, as its field shows.
 */
export type Literal = string | number | boolean

type Of = Pick<Fact, 'type' | 'unit' | 'choices'>

/** What typed text means beside a fact; undefined where it cannot be read. */
export function readLiteral(typed: string, fact: Of): Literal | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  if (isNumeric(fact)) return readNumber(text, fact)
  switch (fact.type) {
    case 'date':
      return readDay(text)
    case 'boolean':
      return readTruth(text)
    case 'choice':
      return fact.choices === undefined || fact.choices.includes(text) ? text : undefined
    default:
      return text
  }
}

/** A literal as its field shows it; the unit stands beside the field. */
export function showLiteral(value: Literal, fact: Of, language: Language): string {
  if (typeof value === 'boolean') return TRUTHS[language][value ? 0 : 1]
  if (fact.type === 'rate') {
    const ratio = exactOf(value)
    return ratio === undefined ? String(value) : ratio.times(HUNDRED).toText()
  }
  if (fact.type === 'date') {
    const day = CivilDate.parse(String(value))
    return day === undefined || language === 'en' ? String(value) : showDate(day, language)
  }
  return String(value)
}

/** What stands behind a number: the unit; of a rate the percent sign. */
export function unitBeside(fact: Of): string | undefined {
  return fact.type === 'rate' ? '%' : isNumeric(fact) ? fact.unit : undefined
}

/** Several values, separated by 、 ， ； or line breaks. */
export function readList(typed: string, fact: Of): (string | number)[] | undefined {
  const values = typed
    .split(/[、，,；;\n\t]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => readLiteral(each, fact))
  const isRead = values.length > 0 && values.every((each) => typeof each === 'string' || typeof each === 'number')
  return isRead ? (values as (string | number)[]) : undefined
}

export function showList(values: readonly (string | number)[], fact: Of, language: Language): string {
  const unit = unitBeside(fact) === '%' ? '%' : ''
  return values.map((each) => showLiteral(each, fact, language) + unit).join(language === 'zh' ? '、' : ', ')
}

/** A value that still fits after the fact has changed; undefined where it does not. */
export function keptValue(value: ConditionValue | undefined, from: Of | undefined, to: Of): ConditionValue | undefined {
  if (value === undefined || from === undefined || from.type !== to.type || from.unit !== to.unit) return undefined
  if (typeof value === 'object' && !Array.isArray(value)) return undefined
  const values = Array.isArray(value) ? value : [value]
  return to.choices !== undefined && values.some((each) => !to.choices!.includes(String(each))) ? undefined : value
}

function readNumber(text: string, fact: Of): string | number | undefined {
  const [, digits = '', sign = '', unit = ''] =
    /^([-+]?[\d,]*\.?\d+|[-+]?[\d,]+\.)\s*(%?)\s*(\D*)$/.exec(text.normalize('NFKC').replace(/[−–]/g, '-')) ?? []
  const plain = digits.replace(/,/g, '').replace(/\.$/, '')
  const number = Exact.parse(plain)
  if (number === undefined) return undefined
  if (fact.type === 'rate') return unit === '' ? `${canonicalDecimal(plain)}%` : undefined
  if (sign === '%') return unit === '' ? `${canonicalDecimal(plain)}%` : undefined
  const factor = unit === '' ? Exact.one : fact.unit === undefined ? undefined : conversion(unit.trim(), fact.unit)
  return factor === undefined ? undefined : plainNumber(number.times(factor))
}

/** A JSON number where it holds the value exactly, else text. */
function plainNumber(value: Exact): string | number | undefined {
  if (value.decimalDigits === undefined) return undefined
  const text = value.toText()
  const number = Number(text)
  return Exact.fromNumber(number)?.equals(value) === true ? number : text
}

function readDay(text: string): string | undefined {
  const folded = text.normalize('NFKC').replace(/\s/g, '')
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(folded) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(folded) ?? []
  if (year === undefined) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return CivilDate.parse(iso) === undefined ? undefined : iso
}

function readTruth(text: string): boolean | undefined {
  const folded = text.normalize('NFKC').toLowerCase()
  if (['是', '有', '√', 'yes', 'y', 'true', '1'].includes(folded)) return true
  return ['否', '无', '×', 'x', 'no', 'n', 'false', '0'].includes(folded) ? false : undefined
}

function exactOf(value: string | number): Exact | undefined {
  return typeof value === 'number' ? Exact.fromNumber(value) : Exact.parse(value)
}

const TRUTHS = { zh: ['是', '否'], en: ['yes', 'no'] } as const
const HUNDRED = Exact.integer(100)
