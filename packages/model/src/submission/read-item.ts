import { Exact } from '../exact.ts'
import { type Issue, issue } from '../issue.ts'
import { type Json, pointer } from '../json.ts'
import type { Item, ItemField } from '../schema/item.ts'
import type { Entry, InputRecord, InputValue, Layer } from '../schema/submission.ts'
import { digitsOf } from '../scheme.ts'
import { nearest } from '../validate.ts'
import { CivilDate, missing, type Reading, RecordList, type Value } from '../value.ts'
import { type LayerStack, reasonOf, stackOf, topPointer } from './layers.ts'

/**
 * What was submitted for one data item, read by a table over the item's type. It is the same function for the form, the
 * server and the script, so that a value is never fine in one place and refused in another.
 */
export interface ItemReading extends LayerStack {
  readonly reading: Reading
  readonly issues: readonly Issue[]
}

/** Where an entry stands, for its issues: the pointer of the entry itself and the names above it. */
export interface At {
  readonly pointer?: string
  readonly where?: readonly string[]
}

/**
 * entry     a bare value or layers; undefined is 空缺
 * evidence  the files attached under the item's id
 * reading   an issue of severity error makes it an error; a required item that is missing is no issue, it is 空缺.
 *           A list stays present where single fields are wrong: those fields read as errors
 */
export function readItem(
  item: Item,
  entry: Entry | undefined,
  evidence: readonly unknown[] = [],
  at: At = {},
): ItemReading {
  const stack = stackOf(entry)
  const place = {
    pointer: (at.pointer ?? `/items${pointer(item.id)}`) + topPointer(entry, stack.top),
    where: [...(at.where ?? []), item.label ?? item.id],
  }
  const issues: Issue[] = []
  const reading = readLayer(item, stack.top, place, issues)
  if (item.evidence !== undefined && evidence.length === 0 && reading.state === 'present') {
    issues.push(issue('SUBMISSION_EVIDENCE', { ...place, expected: item.evidence }))
  }
  return { reading, ...stack, issues }
}

/** Decimal text, or a JSON number of at most 15 significant digits; `%` only where the value is a rate. */
export function readNumber(
  type: 'number' | 'money' | 'rate' | 'count',
  value: unknown,
  place: Required<At>,
): Exact | Issue {
  if (typeof value === 'number') {
    return (
      Exact.fromNumber(value) ?? issue('SUBMISSION_NUMBER_DIGITS', { ...place, expected: 15, found: String(value) })
    )
  }
  const text = typeof value === 'string' ? value.trim() : ''
  const number = text.endsWith('%') && type !== 'rate' ? undefined : Exact.parse(text)
  return number ?? issue('SUBMISSION_TYPE', { ...place, expected: type, found: brief(value) })
}

type Place = Required<At>

function readLayer(item: Item, layer: Layer | undefined, place: Place, issues: Issue[]): Reading {
  const fail = (found: Issue): Reading => {
    issues.push(found)
    return { state: 'error', issue: found }
  }
  const value = layer?.value ?? null
  const stated = layer?.state
  const isBlank = value === null || (typeof value === 'string' && value.trim() === '')
  if (stated !== undefined && (stated === 'present' || stated === 'to-be-verified') === isBlank) {
    const read = isBlank ? 'missing' : stated
    issues.push(issue('SUBMISSION_STATE', { ...place, expected: { state: stated, read }, found: brief(value) }))
  }
  if (stated === 'not-applicable') {
    const reason = reasonOf(layer)
    if (item.mayBeNotApplicable !== true) {
      return fail(issue('SUBMISSION_NOT_APPLICABLE_REFUSED', { ...place, found: item.id }))
    }
    if (reason === undefined) return fail(issue('SUBMISSION_NOT_APPLICABLE_REASON', place))
    return { state: 'not-applicable', names: [item.id], reason }
  }
  if (isBlank || stated === 'missing') return missing(item.id)
  const reading = readValue(item, value, place, issues)
  return stated === 'to-be-verified' && reading.state === 'present' ? { ...reading, provisional: true } : reading
}

/** One present value against its item or field; whatever is wrong is added to `issues`. */
function readValue(item: Item | ItemField, value: NonNullable<InputValue>, place: Place, issues: Issue[]): Reading {
  const read = READERS[item.type](item, value, place, issues)
  if (isIssue(read)) {
    issues.push(read)
    return { state: 'error', issue: read }
  }
  return { state: 'present', value: read }
}

type Reader = (item: Item | ItemField, value: NonNullable<InputValue>, place: Place, issues: Issue[]) => Value | Issue

const READERS: { readonly [type in Item['type']]: Reader } = {
  number: readQuantity,
  money: readQuantity,
  rate: readQuantity,
  count: readQuantity,
  date: (item, value, place) =>
    (typeof value === 'string' ? CivilDate.parse(value.trim()) : undefined) ?? wrongType(item, value, place),
  text: (item, value, place) => (typeof value === 'string' ? value : wrongType(item, value, place)),
  choice: (item, value, place) => {
    if (typeof value !== 'string') return wrongType(item, value, place)
    const isKnown = item.choices === undefined || item.choices.includes(value)
    return isKnown ? value : issue('SUBMISSION_CHOICE', { ...place, expected: item.choices ?? [], found: brief(value) })
  },
  boolean: (item, value, place) => (typeof value === 'boolean' ? value : wrongType(item, value, place)),
  list: (item, value, place, issues) => {
    if (!Array.isArray(value)) return wrongType(item, value, place)
    const fields = 'fields' in item ? (item.fields ?? []) : []
    const found: Issue[] = []
    const list = new RecordList(value.map((record, index) => readRecord(fields, record, index, place, found)))
    issues.push(...found.slice(0, MOST_ISSUES_OF_A_LIST))
    return list
  },
}

/** Of a list where every record is wrong, so many say it; each wrong field is an error all the same. */
const MOST_ISSUES_OF_A_LIST = 100

function readQuantity(item: Item | ItemField, value: unknown, place: Place, issues: Issue[]): Value | Issue {
  const type = item.type as 'number' | 'money' | 'rate' | 'count'
  const number = readNumber(type, value, place)
  if (isIssue(number)) return number
  if (type === 'count' && (!number.isWhole || number.sign < 0)) return wrongType(item, value, place)
  const { min, max } = item.range ?? {}
  if ((min !== undefined && number.lessThan(Exact.of(min))) || (max !== undefined && Exact.of(max).lessThan(number))) {
    const expected = { min: min ?? null, max: max ?? null }
    return issue('SUBMISSION_RANGE', { ...place, expected, found: brief(value) })
  }
  const digits = digitsOf(item)
  if ((number.decimalDigits ?? 0) > digits) {
    issues.push(issue('SUBMISSION_DIGITS', { ...place, expected: digits, found: brief(value) }))
  }
  return number
}

function readRecord(
  fields: readonly ItemField[],
  record: InputRecord,
  index: number,
  place: Place,
  issues: Issue[],
): ReadonlyMap<string, Reading> {
  for (const key of Object.keys(record)) {
    if (fields.some((field) => field.id === key)) continue
    const known = fields.map((field) => field.id)
    const at = { pointer: place.pointer + pointer(index, key), where: place.where }
    issues.push(issue('SUBMISSION_UNKNOWN_FIELD', { ...at, expected: nearest(key, known) ?? null, found: key }))
  }
  return new Map(
    fields.map((field): [string, Reading] => {
      const value = Object.hasOwn(record, field.id) ? record[field.id]! : null
      if (value === null || (typeof value === 'string' && value.trim() === '')) return [field.id, missing(field.id)]
      const at = { pointer: place.pointer + pointer(index, field.id), where: [...place.where, field.id] }
      return [field.id, readValue(field, value, at, issues)]
    }),
  )
}

function wrongType(item: Item | ItemField, value: unknown, place: Place): Issue {
  return issue('SUBMISSION_TYPE', { ...place, expected: item.type, found: brief(value) })
}

export function isIssue(value: unknown): value is Issue {
  return typeof value === 'object' && value !== null && 'code' in value && 'severity' in value
}

/** A submitted value as an issue shows it, cut where it is long. */
export function brief(value: unknown): Json {
  const text = JSON.stringify(value ?? null)
  return text.length <= 120 ? ((value ?? null) as Json) : `${text.slice(0, 117)}…`
}
