import { CivilDate, type Entry, Exact, type Item, type Reading, readItem, topLayer } from '@yardstick/model'
import type { ItemInput } from '../input.ts'
import { FAULT, MISSING, NOT_APPLICABLE, PRESENT, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import type { Texts } from '../texts.ts'
import { wholeUnits } from '../whole-units.ts'
import { dayNumberOf } from './day-number-of.ts'
import { type PlainNumber, plainNumber } from './plain-number.ts'
import { plainValue } from './plain-value.ts'
import { unitsOfNumber, unitsOfText } from './units-of-text.ts'

/**
 * Reads what a submission says of one data item into a register. Plain values (nearly all) are read here; whatever is odd
 * in form goes through `readItem`, which decides what everything means.
 */
export class ItemReader {
  private readonly form: Form
  private readonly power: number
  /** Range in units; for a count not below 0. */
  private readonly least: number
  private readonly most: number
  /** Distance of whole numbers, where the value must be one. */
  private readonly whole: number
  private readonly codeByChoice: ReadonlyMap<string, number> | undefined

  constructor(
    readonly input: ItemInput,
    private readonly texts: Texts,
  ) {
    const { item, digits } = input
    this.form = FORMS[item.type]
    this.power = 10 ** digits
    const { min, max } = item.range ?? {}
    const least = min === undefined ? Number.NEGATIVE_INFINITY : bound(Exact.of(min), digits, 'ceiling')
    this.least = item.type === 'count' ? Math.max(0, least) : least
    this.most = max === undefined ? Number.POSITIVE_INFINITY : bound(Exact.of(max), digits, 'floor')
    this.whole = item.type === 'count' ? this.power : 1
    this.codeByChoice =
      item.type === 'choice' && item.choices !== undefined
        ? new Map(item.choices.filter(isPlainlyText).map((choice) => [choice, texts.codeOf(choice)]))
        : undefined
  }

  get nothing(): number {
    return MISSING
  }

  get plainNumber(): PlainNumber | undefined {
    const { power, least, most, whole } = this
    return this.form === 'number' && whole === 1 ? plainNumber(power, least, most) : undefined
  }

  /** Writes the value to the row; returns its state. */
  read(entry: Entry, memory: Memory, row: number): number {
    let value: unknown = entry
    let flag = PRESENT
    if (typeof entry === 'object') {
      if (entry === null) return MISSING
      const { layers } = entry as { layers?: Parameters<typeof topLayer>[0] }
      if (layers === undefined) return this.readOdd(entry, memory, row)
      const top = topLayer(layers)
      if (top?.state !== undefined) {
        if (top.state === 'missing') return MISSING
        if (top.state === 'not-applicable') return this.readOdd(entry, memory, row)
        if (top.state === 'to-be-verified') flag = UNVERIFIED
      }
      value = top?.value
      if (value === undefined || value === null) return MISSING
    }
    const number = this.plain(value)
    if (!Number.isNaN(number)) {
      memory.values[this.input.num]![row] = number
      return flag
    }
    return this.readOdd(entry, memory, row)
  }

  /** The value as the register holds it, where it is of plain form, present and verified; NaN of any other. */
  plainOf(entry: Entry): number {
    const value = plainValue(entry)
    return value === undefined ? Number.NaN : this.plain(value)
  }

  /** The value as the register holds it, NaN where it is not of the plain form or not within the item's limits. */
  private plain(value: unknown): number {
    switch (this.form) {
      case 'number': {
        const units =
          typeof value === 'number'
            ? unitsOfNumber(value, this.power)
            : typeof value === 'string'
              ? unitsOfText(value, this.input.digits, this.input.item.type === 'rate')
              : Number.NaN
        return units >= this.least && units <= this.most && (this.whole === 1 || units % this.whole === 0)
          ? units
          : Number.NaN
      }
      case 'boolean':
        return value === true ? 1 : value === false ? 0 : Number.NaN
      case 'date':
        return typeof value === 'string' ? dayNumberOf(value) : Number.NaN
      case 'text':
        if (typeof value !== 'string') return Number.NaN
        if (this.codeByChoice !== undefined) return this.codeByChoice.get(value) ?? Number.NaN
        return isPlainlyText(value) ? this.texts.codeOf(value) : Number.NaN
    }
  }

  private readOdd(entry: Entry, memory: Memory, row: number): number {
    return this.write(readItem(this.input.item, entry).reading, memory, row)
  }

  /** The same of a reading that was made elsewhere, such as one brought together from subordinate units. */
  write(reading: Reading, memory: Memory, row: number): number {
    if (reading.state !== 'present') return STATES[reading.state]
    const { value } = reading
    const number =
      value instanceof Exact
        ? wholeUnits(value, this.input.digits)
        : value instanceof CivilDate
          ? value.dayNumber
          : typeof value === 'string'
            ? this.texts.codeOf(value)
            : value === true
              ? 1
              : 0
    if (number === undefined) return UNSURE
    memory.values[this.input.num]![row] = number
    return reading.provisional === true ? UNVERIFIED : PRESENT
  }
}

type Form = 'number' | 'date' | 'text' | 'boolean'

/** A list has no value of its own and never stands in a register. */
const FORMS: { readonly [type in Item['type']]: Form } = {
  number: 'number',
  money: 'number',
  rate: 'number',
  count: 'number',
  date: 'date',
  text: 'text',
  choice: 'text',
  boolean: 'boolean',
  list: 'text',
}

const STATES = { missing: MISSING, 'not-applicable': NOT_APPLICABLE, error: FAULT } as const

/** The last whole number of units on the inner side of a bound. */
function bound(limit: Exact, digits: number, side: 'floor' | 'ceiling'): number {
  return Number(limit.times(Exact.power10(digits))[side]().numerator)
}

/** Begins with neither a blank nor what might be one. */
function isPlainlyText(value: string): boolean {
  const first = value.charCodeAt(0)
  return (first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first < 0xa000)
}
