import {
  type Aggregate,
  Exact,
  type Item,
  type ItemType,
  type Language,
  type Measure,
  unitKinds,
  unitOf,
} from '@yardstick/model'
import { itemWords } from './words.ts'

/**
 * The cells of the dictionary as text, both ways: what a cell shows, and what a text that is put into it means. Texts come
 * from typing, from Excel and from filling, so they are read in both languages and both widths.
 */
export type ItemColumn =
  | 'label'
  | 'type'
  | 'unit'
  | 'digits'
  | 'required'
  | 'min'
  | 'max'
  | 'choices'
  | 'period'
  | 'source'
  | 'filledBy'
  | 'evidence'
  | 'mayBeNotApplicable'
  | 'aggregate'
  | 'note'

export type MeasureColumn = 'label' | 'formula' | 'type' | 'unit' | 'digits' | 'rounded' | 'note'

/** The fields of a `set-item`, or what the text should have been. */
export type CellMeaning = { readonly fields: object } | { readonly refuse: Refusal }
export type Refusal =
  | 'type'
  | 'unit-money'
  | 'unit-rate'
  | 'digits'
  | 'yes-no'
  | 'quantity'
  | 'range'
  | 'period'
  | 'aggregate'
  | 'formula'

export function itemText(item: Item, column: ItemColumn, language: Language): string {
  const w = itemWords[language]
  switch (column) {
    case 'type':
      return w.types[item.type]
    case 'digits':
      return item.digits === undefined ? '' : String(item.digits)
    case 'required':
    case 'mayBeNotApplicable':
      return item[column] === true ? w.yes : ''
    case 'min':
    case 'max':
      return item.range?.[column] ?? ''
    case 'choices':
      return (item.choices ?? []).join(language === 'zh' ? '、' : ', ')
    case 'period':
      return item.period === undefined ? '' : w.periods[item.period]
    case 'aggregate':
      return aggregateText(item.aggregate, language)
    default:
      return item[column] ?? ''
  }
}

function aggregateText(aggregate: Aggregate | undefined, language: Language): string {
  const w = itemWords[language]
  if (aggregate === undefined) return ''
  return 'by' in aggregate ? w.weighted(aggregate.by) : w.aggregates[aggregate.rule]
}

export function measureText(measure: Measure, column: MeasureColumn, language: Language): string {
  const w = itemWords[language]
  switch (column) {
    case 'type':
      return w.types[measure.type]
    case 'digits':
      return measure.digits === undefined ? '' : String(measure.digits)
    case 'rounded':
      return measure.rounded === true ? w.yes : ''
    default:
      return measure[column] ?? ''
  }
}

export function readItemText(item: Item, column: ItemColumn, typed: string): CellMeaning {
  const text = typed.trim()
  const plain = text.normalize('NFKC')
  switch (column) {
    case 'type': {
      const type = read(plain, (language) => itemWords[language].types)
      return type === undefined ? { refuse: 'type' } : { fields: fieldsOfType(item, type) }
    }
    case 'digits':
      return readDigits(plain)
    case 'required':
    case 'mayBeNotApplicable':
      return readYesNo(column, plain, true)
    case 'min':
    case 'max': {
      if (plain !== '' && !QUANTITY.test(plain)) return { refuse: 'quantity' }
      const { [column]: _, ...other } = item.range ?? {}
      const range: Partial<Record<'min' | 'max', string>> =
        plain === '' ? other : { ...other, [column]: plain.replace(/,/g, '') }
      if (isUpsideDown(range)) return { refuse: 'range' }
      return { fields: { range: Object.keys(range).length === 0 ? null : range } }
    }
    case 'choices': {
      const choices = [...new Set(text.split(/[、,，;；\n|]/).map((each) => each.trim()))].filter((each) => each !== '')
      return { fields: { choices: choices.length === 0 ? null : choices } }
    }
    case 'period': {
      if (plain === '') return { fields: { period: null } }
      const period = read(plain, (language) => itemWords[language].periods)
      return period === undefined ? { refuse: 'period' } : { fields: { period } }
    }
    case 'aggregate':
      return readAggregate(plain)
    case 'unit':
      return readUnit(item.type, text)
    default:
      return { fields: { [column]: text === '' ? null : text } }
  }
}

export function readMeasureText(measure: Pick<Measure, 'type'>, column: MeasureColumn, typed: string): CellMeaning {
  const text = typed.trim()
  const plain = text.normalize('NFKC')
  switch (column) {
    case 'type': {
      const type = read(plain, (language) => itemWords[language].types)
      if (type === undefined || type === 'choice' || type === 'list') return { refuse: 'type' }
      return { fields: { type, ...(isNumber(type) ? {} : { unit: null, digits: null }) } }
    }
    case 'digits':
      return readDigits(plain)
    case 'rounded':
      return readYesNo(column, plain, true)
    case 'unit':
      return readUnit(measure.type, text)
    case 'formula':
      return text === '' ? { refuse: 'formula' } : { fields: { formula: text } }
    default:
      return { fields: { [column]: text === '' ? null : text } }
  }
}

/** Another type, and what of the old one no longer fits; a choice and a list begin with something to go on from. */
function fieldsOfType(item: Item, type: ItemType): object {
  if (type === item.type) return {}
  return {
    type,
    // 万元 is no unit of a rate, and the digits of one mean something else.
    unit: null,
    digits: null,
    range: isPlainNumber(type) && isPlainNumber(item.type) ? (item.range ?? null) : null,
    choices: type === 'choice' ? (item.choices ?? ['是', '否']) : null,
    fields: type === 'list' ? (item.fields ?? [{ id: '名称', type: 'text' }]) : null,
  }
}

const isPlainNumber = (type: ItemType) => type === 'number' || type === 'money' || type === 'count'
/** Whether values of the type have a unit and digits. */
export const isNumber = (type: ItemType) => isPlainNumber(type) || type === 'rate'

/** The units that a cell of this type offers: those that convert into each other, then such as only count themselves. */
export function unitsOf(type: ItemType): readonly string[] {
  const { money, ratio: _, pieces, persons, households, ...kinds } = unitKinds
  const other = Object.entries(kinds).flatMap(([, units]) => Object.keys(units))
  switch (type) {
    case 'money':
      return Object.keys(money)
    case 'rate':
      return ['%', '‰']
    case 'count':
      return [...Object.keys({ ...pieces, ...persons, ...kinds['person-times'], ...households }), ...COUNTED]
    case 'number':
      return [...other, ...COUNTED]
    default:
      return []
  }
}

const COUNTED = ['项', '次', '件', '家', '套', '处', '场', '篇', '条', '辆', '座', '分']

/** 元 and 万元 convert, 人 does not: money and rates are refused what is not of their kind. */
function readUnit(type: ItemType, text: string): CellMeaning {
  const unit = unitIn(text)
  if (unit === undefined) return { fields: { unit: null } }
  const { kind } = unitOf(unit)
  if (type === 'money' && kind !== 'money') return { refuse: 'unit-money' }
  if (type === 'rate' && kind !== 'ratio') return { refuse: 'unit-rate' }
  return { fields: { unit } }
}

/** A unit as it is typed: full-width signs are the plain ones, nothing is no unit. */
export function unitIn(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim()
  return plain === '' ? undefined : plain
}

function isUpsideDown({ min, max }: { readonly min?: string; readonly max?: string }): boolean {
  const low = min === undefined ? undefined : Exact.parse(min)
  const high = max === undefined ? undefined : Exact.parse(max)
  return low !== undefined && high?.lessThan(low) === true
}

function readDigits(plain: string): CellMeaning {
  if (plain === '') return { fields: { digits: null } }
  return /^\d{1,2}$/.test(plain) && Number(plain) <= 30 ? { fields: { digits: Number(plain) } } : { refuse: 'digits' }
}

function readYesNo(column: string, plain: string, yes: true): CellMeaning {
  if (YES.test(plain)) return { fields: { [column]: yes } }
  return plain === '' || NO.test(plain) ? { fields: { [column]: null } } : { refuse: 'yes-no' }
}

function readAggregate(plain: string): CellMeaning {
  if (plain === '') return { fields: { aggregate: null } }
  const rule = read(plain, (language) => itemWords[language].aggregates)
  if (rule !== undefined) return { fields: { aggregate: { rule } } }
  const by = /^按\s*(.+?)\s*加权(?:平均)?$/.exec(plain)?.[1] ?? /^weighted by\s+(.+)$/i.exec(plain)?.[1]
  return by === undefined ? { refuse: 'aggregate' } : { fields: { aggregate: { rule: 'weighted', by } } }
}

/** The key of a word, in either language or as the key itself. */
function read<K extends string>(text: string, words: (language: Language) => { readonly [key in K]: string }) {
  const wanted = text.toLowerCase()
  for (const language of ['zh', 'en'] as const) {
    for (const [key, word] of Object.entries(words(language)) as [K, string][]) {
      if (word.toLowerCase() === wanted || key === wanted) return key
    }
  }
  return undefined
}

const YES = /^(是|必填|√|✓|y|yes|true|1)$/i
const NO = /^(否|不|×|n|no|false|0)$/i
const QUANTITY = /^-?\d[\d,]*(\.\d+)?%?$/
