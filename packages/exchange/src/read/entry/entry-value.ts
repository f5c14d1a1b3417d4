import {
  CivilDate,
  conversion,
  digitsOf,
  Exact,
  foldedText,
  type Item,
  type ItemField,
  nearest,
  percentText,
  rateReadings,
  type TypedNumber,
  typedNumber,
} from '@yardstick/model'
import type { FilledCell } from '../sheet-cells.ts'
import type { EntryDoubtKind } from './entry-doubt.ts'

/** A value of an item or field as a submission holds it; lists are read elsewhere. */
export type PlainValue = string | boolean

/** Read, or in doubt with the values that may be meant, the likeliest first. */
export type ValueReading =
  | { readonly value: PlainValue }
  | { readonly doubt: EntryDoubtKind; readonly values: readonly PlainValue[]; readonly expected?: string }

/** What makes a value readable besides its cell. */
export interface ValueContext {
  /** The unit that stands beside the cell; undefined where no such column is. */
  readonly unit?: string
  /** 2024: the year of a day that is written without one. */
  readonly year: string | undefined
}

/**
 * One filled cell, not empty, against what the item asks for. What can be meant in one way only is read; 0.95 for a rate,
 * 12.5万元 for an item in 元, 3/4 for a day have doubts. Whether the value then fits the item is the model's to say.
 */
export function readValue(of: Item | ItemField, cell: FilledCell, context: ValueContext): ValueReading {
  if (cell.kind === 'error') return inDoubt('error-cell')
  switch (of.type) {
    case 'number':
    case 'money':
    case 'count':
    case 'rate':
      return readQuantity(of, cell, context)
    case 'date':
      return readDay(cell, context)
    case 'boolean':
      return readTruth(cell)
    case 'choice':
      return readChoice(of, cell)
    default:
      return readText(cell)
  }
}

const inDoubt = (doubt: EntryDoubtKind, values: readonly PlainValue[] = [], expected = ''): ValueReading => ({
  doubt,
  values,
  expected,
})

// Numbers

function readQuantity(of: Item | ItemField, cell: FilledCell, context: ValueContext): ValueReading {
  if (cell.kind === 'day') return inDoubt('date-for-number')
  if (cell.kind === 'truth') return inDoubt('not-a-number')
  const typed = numberIn(cell)
  if (typed === undefined) {
    const plain = foldedText(cell.text)
    return STANDS_FOR_NOTHING.test(plain) ? inDoubt('state-in-value') : inDoubt('not-a-number')
  }
  const { number, unit } = typed
  if (cell.isScaled === true) return inDoubt('scaled-format', [written(of, number)])
  const read = of.type === 'rate' ? readRate(of, typed) : readAmount(of, number, unit)
  const beside = context.unit === undefined || 'doubt' in read ? undefined : besideUnit(of, number, context.unit)
  return beside ?? read
}

/** Undefined for what is no number that can be read in one way. */
function numberIn(cell: FilledCell): TypedNumber | undefined {
  if (cell.kind !== 'number') return typedNumber(cell.text)
  const number = Exact.parse(cell.text)
  if (number === undefined) return undefined
  if (cell.isPercent === true) return { number: number.times(HUNDRED), unit: '%' }
  return { number, unit: cell.suffix === undefined ? '' : foldedText(cell.suffix) }
}

const HUNDRED = Exact.integer(100)

const STANDS_FOR_NOTHING = /^(空缺|缺|缺失|暂缺|无|没有|无数据|不适用|不涉及|missing|none|n\/?a|-+|\/|\\)$/i

function readRate(of: Item | ItemField, typed: TypedNumber): ValueReading {
  const readings = rateReadings(typed)
  if (readings === undefined) return inDoubt('unit-typed', [percentText(typed.number.over(HUNDRED))], '%')
  const [first] = readings
  if (readings.length > 1) return inDoubt('rate-bare', readings.map(percentText))
  return fitting(of, first!)
}

function readAmount(of: Item | ItemField, number: Exact, unit: string): ValueReading {
  if (unit === '%' || unit === '‰') return inDoubt('percent-for-number')
  if (unit === '' || unit === of.unit) return fitting(of, number)
  const converted = inUnit(of, number, unit)
  if (converted === undefined) return inDoubt('unit-typed', [written(of, number)], of.unit ?? '')
  return inDoubt(
    'unit-typed',
    [converted, number].map((each) => written(of, each)),
    of.unit ?? '',
  )
}

/** A number in another unit as one in the item's; 万 alone is ten thousand of it. Undefined across kinds. */
function inUnit(of: Item | ItemField, number: Exact, unit: string): Exact | undefined {
  const large = { 万: '10000', 亿: '100000000' }[unit]
  if (large !== undefined && of.type !== 'money') return number.times(Exact.of(large))
  const factor = of.unit === undefined ? undefined : conversion(large === undefined ? unit : `${unit}元`, of.unit)
  return factor === undefined ? undefined : number.times(factor)
}

/** Somebody changed the column of units: what is in it may be what they meant. */
function besideUnit(of: Item | ItemField, number: Exact, beside: string): ValueReading | undefined {
  const expected = of.type === 'rate' ? '%' : (of.unit ?? '')
  const found = foldedText(beside)
  if (found === foldedText(expected)) return undefined
  const converted = of.type === 'rate' ? undefined : inUnit(of, number, found)
  const asIs = of.type === 'rate' ? number.over(HUNDRED) : number
  const values = [...(converted === undefined ? [] : [converted]), asIs].map((each) => written(of, each))
  return inDoubt('unit-changed', values, expected)
}

/** What the item takes: no more digits than it has, and a rate that its range knows or that is not beyond 150 %. */
function fitting(of: Item | ItemField, number: Exact): ValueReading {
  const digits = digitsOf(of)
  if ((number.decimalDigits ?? 0) > digits && of.type !== 'count') {
    return inDoubt('digits', [written(of, number), written(of, number.round(digits))], String(digits))
  }
  const max = of.range?.max === undefined ? undefined : Exact.of(of.range.max)
  const isLarge = of.type === 'rate' && !number.abs().atMost(max ?? Exact.of('1.5'))
  if (isLarge) return inDoubt('rate-large', [written(of, number.over(HUNDRED)), written(of, number)])
  return { value: written(of, number) }
}

/** A number as a submission holds it: decimal text, a rate in percent. */
export function written(of: Pick<Item | ItemField, 'type'>, number: Exact): string {
  return of.type === 'rate' ? percentText(number) : number.toText()
}

// Days, truth values, choices, texts

function readDay(cell: FilledCell, { year }: ValueContext): ValueReading {
  if (cell.kind === 'day') return plausible(cell.text)
  if (cell.kind === 'truth') return inDoubt('date-form')
  if (cell.kind === 'number') {
    return inDoubt(
      'date-form',
      [dayOfSerial(cell.text), dayOf(/^(\d{4})(\d\d)(\d\d)$/.exec(cell.text))].filter(isThere),
    )
  }
  const text = foldedText(cell.text).replace(/[ T]0?0:00(:00)?$/, '')
  if (STANDS_FOR_NOTHING.test(text)) return inDoubt('state-in-value')
  const whole = dayOf(
    /^(\d{4}) *[-/.年] *(\d{1,2}) *[-/.月] *(\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text),
  )
  if (whole !== undefined) return plausible(whole)
  const ends = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text)
  if (ends !== null) {
    const [, first, second, last] = ends
    const readings = [dayOf(['', last!, first!, second!]), dayOf(['', last!, second!, first!])]
    return inDoubt('date-form', [...new Set(readings.filter(isThere))])
  }
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  const inYear = short === null || year === undefined ? undefined : dayOf(['', year, short[1]!, short[2]!])
  return inDoubt('date-form', [inYear].filter(isThere))
}

const isThere = <T>(value: T | undefined): value is T => value !== undefined

function dayOf(match: readonly string[] | null): string | undefined {
  if (match === null) return undefined
  const [, year = '', month = '', day = ''] = match
  return CivilDate.parse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)?.text
}

/** A day that a spreadsheet keeps as a number, between 1954 and 2119. */
function dayOfSerial(text: string): string | undefined {
  const serial = Number(text)
  if (!Number.isInteger(serial) || serial < 20_000 || serial > 80_000) return undefined
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
}

/** What a number that was shown as a day usually comes to is a day of 1900. */
function plausible(day: string): ValueReading {
  const year = Number(day.slice(0, 4))
  return CivilDate.parse(day) !== undefined && year >= 1949 && year <= 2100
    ? { value: day }
    : inDoubt('date-odd', [day])
}

function readTruth(cell: FilledCell): ValueReading {
  const text = foldedText(cell.text)
  if (cell.kind !== 'number' && YES.test(text)) return { value: true }
  if (cell.kind !== 'number' && NO.test(text)) return { value: false }
  if (cell.kind === 'number' && text === '1') return inDoubt('truth-form', [true])
  if (cell.kind === 'number' && text === '0') return inDoubt('truth-form', [false])
  if (/^(有|已|对|达标)$/.test(text)) return inDoubt('truth-form', [true])
  return inDoubt('truth-form', /^(无|没有|未|错|不达标)$/.test(text) ? [false] : [])
}

const YES = /^(是|yes|y|true|√|✓|✔)$/i
const NO = /^(否|no|n|false|×|✗|✘)$/i

function readChoice(of: Item | ItemField, cell: FilledCell): ValueReading {
  const { choices = [] } = of
  const text = cell.text.trim()
  if (choices.length === 0) return readText(cell)
  const exact = choices.find((each) => each === cell.text) ?? choices.find((each) => each.trim() === text)
  if (exact !== undefined) return { value: exact }
  const alike = choices.filter((each) => foldedText(each).toLowerCase() === foldedText(text).toLowerCase())
  if (alike.length === 1) return { value: alike[0]! }
  const within = choices.filter((each) => text !== '' && foldedText(each).includes(foldedText(text)))
  const meant = nearest(text, choices)
  return inDoubt('choice-form', [...new Set([...within, ...(meant === undefined ? [] : [meant])])])
}

const LONGEST_TEXT = 20_000

function readText(cell: FilledCell): ValueReading {
  const { kind, text, isPercent } = cell
  if (kind === 'number' && isPercent === true) return { value: percentText(Exact.of(text)) }
  if (text.length > LONGEST_TEXT) return inDoubt('text-form', [], String(LONGEST_TEXT))
  return { value: text }
}
