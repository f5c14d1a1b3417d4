import { conversion, Exact } from '@yardstick/model'

/**
 * A number as a table prints it: what it is, how finely it is written, and in which unit. "97.82%" is the ratio 0.9782
 * written to 2 digits of percent; "10万" is 100000; "126.3万元" is 1263000 元.
 */
export interface Printed {
  /** The number; of a percentage the ratio. */
  readonly value: Exact
  /** Digits after the point as written; of a percentage those of the percent number. */
  readonly digits: number
  readonly isPercent: boolean
  /** The unit without 万 or 亿; "" where none is written. */
  readonly unit: string
  /** What 万 or 亿 multiplied the written number by. */
  readonly scale: Exact
}

/** A cell's number, or undefined where the cell is no number alone ("≥95%", "约3万", a sentence, a date). */
export function readPrinted(cell: unknown): Printed | undefined {
  if (typeof cell === 'number') {
    const value = Exact.fromNumber(cell)
    return value && { value, digits: value.decimalDigits ?? 0, isPercent: false, unit: '', scale: Exact.one }
  }
  if (typeof cell !== 'string') return undefined
  const match = NUMBER.exec(normalise(cell))
  if (match === null) return undefined
  const [, digitsText = '', percent = '', magnitude = '', unit = ''] = match
  const written = Exact.parse(digitsText + percent)
  if (written === undefined) return undefined
  const scale = Exact.power10(MAGNITUDES[magnitude] ?? 0)
  return {
    value: written.times(scale),
    digits: digitsText.split('.')[1]?.length ?? 0,
    isPercent: percent !== '',
    unit,
    scale,
  }
}

/** A percentage written with its sign, or a bare number in a column that is in percent (`printedRate`). */
export function readPercent(cell: unknown): Printed | undefined {
  const printed = readPrinted(cell)
  if (printed === undefined || printed.isPercent) return printed
  if (!isBare(printed)) return undefined
  return { ...printed, value: printed.value.over(HUNDRED), isPercent: true }
}

/** Full-width signs and digits made plain, blanks and thousands separators taken out. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[−–]/g, '-')
    .replace(/\s+/g, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
}

/**
 * Whether a printed percentage is this ratio at the digits it is printed with: rounded half up, or cut off instead of
 * rounded, or another number.
 */
export function recompute(printed: Printed, ratio: Exact): 'rounded' | 'truncated' | 'different' {
  const [shown, percent] = [printed.value.times(HUNDRED), ratio.times(HUNDRED)]
  if (percent.round(printed.digits).equals(shown)) return 'rounded'
  return percent.round(printed.digits, 'down').equals(shown) ? 'truncated' : 'different'
}

/** A ratio as a percentage, with the digits of the printed one beside it but at least two: "91.18%", "50%". */
export function percentText(ratio: Exact, digits: number): string {
  return `${ratio.times(HUNDRED).round(Math.max(digits, 2)).toText()}%`
}

/** A printed percentage in its own digits, also where the cell held the bare percent number. */
export function printedPercentText(printed: Printed): string {
  return `${printed.value.times(HUNDRED).toFixed(printed.digits)}%`
}

/**
 * Every pair of numbers that two cells can mean beside each other, in one unit. A bare number beside a percentage may
 * be a percentage ("96" beside "≥95%") or a ratio ("0.96"); beside "126.3万元" it may be in 万元 or in 元. Empty where
 * the units do not compare. Who claims that one is below the other must find it so in every pair.
 */
export function comparable(left: Printed, right: Printed): readonly (readonly [Exact, Exact])[] {
  if (left.isPercent && right.isPercent) return [[left.value, right.value]]
  if (left.isPercent) return asRatios(right).map((value) => [left.value, value] as const)
  if (right.isPercent) return asRatios(left).map((value) => [value, right.value] as const)
  const factor = conversion(left.unit === '' ? undefined : left.unit, right.unit === '' ? undefined : right.unit)
  if (factor === undefined) return []
  if (isBare(left) !== isBare(right)) return besideBare(left, right)
  return [[left.value.times(factor), right.value]]
}

/** A bare 92 beside 90万元 is in 万元; a bare 920000 beside it is in 元; anything between may be either. */
function besideBare(left: Printed, right: Printed): readonly (readonly [Exact, Exact])[] {
  const inOneUnit = [left.value.over(left.scale), right.value.over(right.scale)] as const
  const asTheyAre = [left.value, right.value] as const
  const [smaller, larger] = [inOneUnit[0].abs().min(inOneUnit[1].abs()), inOneUnit[0].abs().max(inOneUnit[1].abs())]
  return larger.atMost(smaller.times(HUNDRED)) ? [inOneUnit] : [inOneUnit, asTheyAre]
}

function isBare(printed: Printed): boolean {
  return printed.unit === '' && printed.scale.equals(Exact.one)
}

function asRatios(bare: Printed): readonly Exact[] {
  if (!isBare(bare)) return []
  const asPercent = bare.value.over(HUNDRED)
  return ALMOST_CERTAINLY_PERCENT.lessThan(bare.value) ? [asPercent] : [bare.value, asPercent]
}

const NUMBER = /^([-+]?\d{1,30}(?:\.\d{1,30})?)(%?)(千万|百万|十万|万|亿|千)?([^\d%.+\-~≥≤<>=]{0,6})$/
const MAGNITUDES: { readonly [text: string]: number } = { 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8 }
const HUNDRED = Exact.integer(100)
const ALMOST_CERTAINLY_PERCENT = Exact.of('1.5')
