import { Exact } from '@yardstick/model'

/** A document as it is being put together: plain JSON in which `undefined` means "not there". */
export type Draft = { [key: string]: unknown }

/** The draft as it would come out of a file. */
export function fromFile(draft: Draft): Draft {
  return JSON.parse(JSON.stringify(draft)) as Draft
}

export function number(value: number | string): Exact {
  return typeof value === 'string' ? Exact.of(value) : Exact.fromNumber(value)!
}

/** Decimal text of a number that has one; others are cut to 6 digits. */
export function text(value: Exact): string {
  return value.decimalDigits === undefined ? value.toFixed(6) : value.toText()
}

/** 0.95 as "95%". */
export function percent(value: Exact): string {
  return `${text(value.times(HUNDRED))}%`
}

/** The date of a day number, between the years 1900 and 2100. */
export function dateText(dayNumber: Exact): string {
  const day = Number(dayNumber.clamp(number(-25_000), number(47_000)).floor().numerator)
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

const HUNDRED = Exact.integer(100)
