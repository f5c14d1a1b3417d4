import {
  CivilDate,
  canonicalDecimal,
  conversion,
  type Entry,
  Exact,
  type InputValue,
  type Issue,
  type Item,
  percentText,
  rateReadings,
  readItem,
  stackOf,
  type TypedNumber,
  typedNumber,
} from '@yardstick/model'
import { absentReason } from './absent-reason.ts'
import { withState, withValue } from './entry-layers.ts'

/**
 * What is typed or pasted for one data item. It is read as it is meant where that is clear; what can mean two things comes
 * back as a question with the readings to choose from, and what cannot be meant with what is wrong. Whether the value then
 * fits the item is the model's to say.
 */
export type CellReading =
  | { readonly entry: Entry | undefined; readonly issues: readonly Issue[] }
  | { readonly question: 'rate' | 'unit' | 'choice'; readonly readings: readonly CellChoice[] }
  | { readonly refused: 'reason' | 'unit' | 'list' }
  | { readonly refused: 'issue'; readonly issue: Issue }

export interface CellChoice {
  readonly entry: Entry
  /** The reading as it would be written. */
  readonly text: string
}

/**
 * `before` is what stands there: its layer and, for 待核, its value are kept. `unit` is what a bare number is in, where
 * the head of a table says so.
 */
export function readCell(item: Item, text: string, before?: Entry, unit?: string): CellReading {
  const plain = text.normalize('NFKC').trim()
  if (plain === '' || MISSING.test(plain)) return { entry: undefined, issues: [] }
  const why = absentReason('not-applicable', text)
  if (why !== undefined) {
    if (why === '') return { refused: 'reason' }
    return checked(item, withState(before, 'not-applicable', why))
  }
  const toVerify = TO_VERIFY.exec(plain)
  if (toVerify !== null) {
    const rest = (toVerify[1] ?? toVerify[2] ?? '').trim()
    if (rest === '') return checked(item, withState(before, 'to-be-verified'))
    const read = readCell(item, rest, before, unit)
    return 'entry' in read ? checked(item, withState(read.entry, 'to-be-verified')) : read
  }
  return readPlain(item, plain, text.trim(), before, unit)
}

/** What a cell shows to be typed again: the value, with its state where that is not the plain one. */
export function cellText(item: Item, entry: Entry | undefined, w: StateWords): string {
  const { top } = stackOf(entry)
  if (top === undefined) return ''
  if (top.state === 'not-applicable') return top.why === undefined ? w.notApplicable : w.notApplicableAs(top.why)
  const value = top.value ?? null
  const shown = valueText(item, value, w)
  return top.state === 'to-be-verified' && shown !== '' ? w.verifying(shown) : shown
}

export interface StateWords {
  readonly notApplicable: string
  /** The value of a cell that is still to be verified, and the reason why one does not apply. */
  verifying(shown: string): string
  notApplicableAs(why: string): string
  readonly yes: string
  readonly no: string
  records(count: number): string
}

function valueText(item: Item, value: InputValue, w: StateWords): string {
  if (value === null) return ''
  if (Array.isArray(value)) return w.records(value.length)
  if (typeof value === 'boolean') return value ? w.yes : w.no
  if (typeof value === 'object') return ''
  if (item.type !== 'rate') return String(value)
  const number = typeof value === 'number' ? Exact.fromNumber(value) : Exact.parse(value.trim())
  return number === undefined ? String(value) : percentText(number)
}

const MISSING = /^(空缺|缺失|暂缺|missing|n\.?\s*d\.?|—+|-+)$/i
const TO_VERIFY = /^(?:待核[:,\s]*(.*)|(.*?)\s*[(]?(?:待核实?|to be verified)[)]?)$/i

function readPlain(
  item: Item,
  plain: string,
  text: string,
  before: Entry | undefined,
  unit: string | undefined,
): CellReading {
  switch (item.type) {
    case 'number':
    case 'money':
    case 'count':
    case 'rate':
      return readNumber(item, plain, before, unit)
    case 'boolean': {
      const truth = YES.test(plain) ? true : NO.test(plain) ? false : undefined
      return checked(item, withValue(before, truth ?? text))
    }
    case 'date':
      return checked(item, withValue(before, readDate(plain) ?? text))
    case 'choice':
      return readChoice(item, plain, text, before)
    case 'text':
      return checked(item, withValue(before, text))
    case 'list':
      return { refused: 'list' }
  }
}

const YES = /^(是|有|对|真|已|达标|√|✓|✔|yes|y|true|1)$/i
const NO = /^(否|无|没有|错|假|未|不达标|×|✗|✘|x|no|n|false|0)$/i

function readNumber(item: Item, plain: string, before: Entry | undefined, headUnit: string | undefined): CellReading {
  const typed = typedNumber(plain)
  // What is no number at all is the model's to refuse, in its words.
  if (typed === undefined) return checked(item, withValue(before, plain))
  if (item.type === 'rate') return readRate(item, typed, before, headUnit)
  const { number, unit } = typed
  const own = canonicalDecimal(number.toText())
  const headFactor = unit === '' && item.unit !== undefined ? conversion(headUnit, item.unit) : Exact.one
  if (headFactor === undefined) return { refused: 'unit' }
  if (!headFactor.equals(Exact.one)) return checked(item, withValue(before, number.times(headFactor).toText()))
  if (unit === '' || unit === item.unit) return checked(item, withValue(before, own))
  const factor = item.unit === undefined || unit === '%' ? undefined : conversion(unit, item.unit)
  if (factor === undefined) return { refused: 'unit' }
  const converted = number.times(factor)
  const entry = withValue(before, converted.toText())
  return { question: 'unit', readings: [{ entry, text: `${plain} = ${converted.toText()}${item.unit}` }] }
}

/** A rate needs its sign, at the number or in the head of its column. */
function readRate(
  item: Item,
  typed: TypedNumber,
  before: Entry | undefined,
  headUnit: string | undefined,
): CellReading {
  const readings = rateReadings(typed, headUnit)?.map(percentText)
  if (readings === undefined) return { refused: 'unit' }
  const [only] = readings
  if (readings.length === 1) return checked(item, withValue(before, only!))
  return { question: 'rate', readings: readings.map((text) => ({ entry: withValue(before, text), text })) }
}

function readDate(plain: string): string | undefined {
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (match === null) return undefined
  const [, year, month, day] = match
  return CivilDate.parse(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`)?.text
}

function readChoice(item: Item, plain: string, text: string, before: Entry | undefined): CellReading {
  const choices = item.choices ?? []
  const fold = (each: string) => each.normalize('NFKC').trim().toLowerCase()
  const exact = choices.find((each) => each === text) ?? choices.find((each) => fold(each) === plain.toLowerCase())
  if (exact !== undefined || choices.length === 0) return checked(item, withValue(before, exact ?? text))
  const near = choices.filter((each) => fold(each).includes(plain.toLowerCase()))
  if (near.length === 0) return checked(item, withValue(before, text))
  return { question: 'choice', readings: near.map((each) => ({ entry: withValue(before, each), text: each })) }
}

/** What the model finds wrong refuses the cell; what it only remarks goes with it. */
function checked(item: Item, entry: Entry): CellReading {
  const { reading, issues } = readItem(item, entry, [true])
  return reading.state === 'error' ? { refused: 'issue', issue: reading.issue } : { entry, issues }
}
