import { Exact, type Rounding } from '@yardstick/model'
import { Refused } from './placement.ts'

/**
 * Exact numbers in Excel, which reckons in binary with 15 digits. 95% is not 0.95 there but the double next to it, and a
 * quotient that should be 0.95 may be the double beside that one. So whatever was reckoned is rounded to the digits that
 * are still sure before it is compared with an edge, counted in steps or rounded to print; what was typed in is the same
 * double as the edge and needs nothing.
 *
 * The limit: values that differ from an edge by less than half of the last sure digit (5 × 10⁻¹³ beside 0.95) count as
 * being on it, and so do scores that close to a rounding border.
 */
const SURE_DIGITS = 14
const MOST_DIGITS = 12

/** A literal: decimal where the number has one, else a fraction in brackets. Negative numbers stand in brackets too. */
export function literal(value: Exact): string {
  const text = value.toText()
  if (text.includes('/')) {
    if (text.split('/').some((part) => significant(part) > 15)) throw new Refused('digits')
    return `(${text})`
  }
  if (significant(text) > 15) throw new Refused('digits')
  return value.sign < 0 ? `(${text})` : text
}

function significant(text: string): number {
  return text.replace(/[^\d]/g, '').replace(/^0+|0+$/g, '').length
}

/** text × factor; fractions are written as they are, ×7÷3, since a decimal of 7/3 would be another number. */
export function timesText(text: string, factor: Exact): string {
  if (factor.equals(Exact.one)) return text
  if ((factor.decimalDigits ?? MOST_DIGITS) <= 6) return `${text}*${literal(factor)}`
  const { numerator, denominator } = factor
  const above = numerator === 1n ? '' : `*${literal(Exact.integer(numerator))}`
  return `${text}${above}/${literal(Exact.integer(denominator))}`
}

/** text − value, without two signs in a row. */
export function minusText(text: string, value: Exact): string {
  if (value.sign === 0) return text
  return value.sign < 0 ? `${text}+${literal(value.negated())}` : `${text}-${literal(value)}`
}

/** How many digits after the point are sure of a number of this size that was reckoned in binary. */
export function sureDigits(size: Exact): number {
  const whole = size.abs().floor().numerator.toString().length
  return Math.max(0, Math.min(MOST_DIGITS, SURE_DIGITS - whole))
}

/**
 * A score rounded as its policy says, where it stands; under `none` only the dust of binary reckoning is taken off.
 *
 * isReckoned  it is no plain sum of printed numbers: rounded to sure digits first, so that 2.675 − 10⁻¹⁶ counts as 2.675
 * most        the highest it can be
 */
export function roundedText(text: string, rounding: Rounding, isReckoned: boolean, most: Exact): string {
  const sure = Math.min(10, sureDigits(most) - 1)
  if (rounding === 'none') return isReckoned ? `ROUND(${text},${sure})` : text
  const mode = rounding.mode ?? 'half-up'
  const firm = (of: string) => (isReckoned || mode !== 'half-up' ? `ROUND(${of},${sure})` : of)
  if (!('step' in rounding)) {
    const { digits } = rounding
    if (mode === 'half-up') return `ROUND(${firm(text)},${digits})`
    if (mode !== 'half-even') return `${mode === 'up' ? 'ROUNDUP' : 'ROUNDDOWN'}(${firm(text)},${digits})`
    const scale = Exact.power10(digits)
    return `ROUND(${halfEven(firm(timesText(`(${text})`, scale)))}/${literal(scale)},${digits})`
  }
  const step = Exact.of(rounding.step)
  const steps = `ROUND((${text})/${literal(step)},9)`
  const whole =
    mode === 'half-up'
      ? `ROUND(${steps},0)`
      : mode === 'half-even'
        ? halfEven(steps)
        : `${mode === 'up' ? 'ROUNDUP' : 'ROUNDDOWN'}(${steps},0)`
  return `ROUND(${whole}*${literal(step)},${step.decimalDigits ?? 0})`
}

/** A number ≥ 0 to the nearest whole, a half to the even one; Excel has no function for it. */
function halfEven(text: string): string {
  return `IF(MOD(${text},1)=0.5,2*ROUND(${text}/2,0),ROUND(${text},0))`
}

/** At least 0 and at most this; what is known to be within is left as it is. */
export function clampedText(
  text: string,
  most: Exact,
  bounds?: { readonly worst: Exact | null; readonly best: Exact | null },
): string {
  const isLow = bounds?.worst == null || bounds.worst.sign < 0
  const isHigh = bounds?.best == null || most.lessThan(bounds.best)
  const capped = isHigh ? `MIN(${text},${literal(most)})` : text
  return isLow ? `MAX(${capped},0)` : capped
}

/** A formula that is empty while one of these cells is. */
export function guardedText(cells: readonly string[], text: string, otherwise = '""'): string {
  const [first, ...rest] = [...new Set(cells)]
  if (first === undefined) return text
  const isEmpty = rest.length === 0 ? `${first}=""` : `OR(${[first, ...rest].map((cell) => `${cell}=""`).join(',')})`
  return `IF(${isEmpty},${otherwise},${text})`
}
