import { Exact } from '../exact.ts'

/**
 * Numbers as people type them into a form or a cell of a spreadsheet. What is said here is said once: the form, a pasted
 * block and a returned workbook take a text for the same number, or ask the same question.
 */
export interface TypedNumber {
  readonly number: Exact
  /** What stands behind it: a unit, %, ‰, or nothing. */
  readonly unit: string
}

/** Full-width forms as plain ones, dashes as minus. */
export function foldedText(text: string): string {
  return text.normalize('NFKC').replace(/[−–—]/g, '-').replace(/¥|￥/g, '¥').trim()
}

/** Undefined for what is no number that can be read in one way: 约12, 1/2, 12-13, 1,23. */
export function typedNumber(text: string): TypedNumber | undefined {
  const match = NUMBER.exec(foldedText(text))
  if (match === null) return undefined
  const [, sign = '', currency = '', digits = '', unit = ''] = match
  const number = Exact.parse(sign + digits.replace(/[, ']/g, '').replace('。', '.'))
  if (number === undefined || (currency !== '' && unit !== '' && unit !== '元')) return undefined
  return { number, unit: currency === '' ? unit.trim() : '元' }
}

/**
 * Sign, ¥, digits with or without commas between thousands, and what follows. No two stretches of spaces side by side: a
 * long one would be shared out between them in every way.
 */
const NUMBER =
  /^([-+]?)\s*(?:(¥)\s*)?(\d{1,3}(?:[, ']\d{3})+(?:[.。]\d+)?|\d+(?:[.。]\d+)?|[.。]\d+)\s*([^\d\s.。,/-][^\d]*)?$/

/**
 * What a number may mean as a rate: ratios, the likeliest first; one where it can be meant in one way only. A rate needs
 * its % (`design.md` 3), at the number or over its column; without one it is a question. Undefined for another unit.
 *
 * beside  "%" where the head of the column says so
 */
export function rateReadings({ number, unit }: TypedNumber, beside?: string): readonly Exact[] | undefined {
  const perCent = number.over(HUNDRED)
  if (unit === '%') return [perCent]
  if (unit === '‰') return [number.over(THOUSAND)]
  if (unit !== '') return undefined
  if (number.sign === 0) return [number]
  const isSmall = number.abs().atMost(LARGEST_RATIO)
  if (beside === '%' && !isSmall) return [perCent]
  return isSmall ? [number, perCent] : [perCent, number]
}

/** A ratio as a submission holds it, and as people read it: 95%. */
export function percentText(ratio: Exact): string {
  return `${ratio.times(HUNDRED).toText()}%`
}

const HUNDRED = Exact.integer(100)
const THOUSAND = Exact.integer(1000)
/** Up to here a bare number is more likely a ratio than a percentage. */
const LARGEST_RATIO = Exact.of('1.5')
