import { canonicalDecimal, Exact } from '@yardstick/model'

/** What a number field takes: a percent sign or not, numbers below 0 or not. */
export interface QuantityForm {
  /** never: plain numbers only · allowed: as it is typed · always: a bare number is taken as percent. */
  readonly percent?: 'never' | 'allowed' | 'always'
  readonly isNegativeAllowed?: boolean
  /** 0 is refused: the width of a step. */
  readonly isPositive?: boolean
  /** No more digits after the point than this; none where it is left out. */
  readonly digits?: number
}

/**
 * Typed text → decimal text as documents hold it; undefined for what is no such number. Full-width digits and signs, the
 * Chinese full stop for a point, spaces and thousands separators are taken as they are meant.
 */
export function readQuantity(text: string, form: QuantityForm = {}): string | undefined {
  const { percent = 'never' } = form
  const plain = text
    .normalize('NFKC')
    .replace(/。/g, '.')
    .replace(/[−–—]/g, '-')
    .replace(/[\s,、']/g, '')
  const hasPercent = plain.endsWith('%')
  if (hasPercent && percent === 'never') return undefined
  const number = hasPercent ? plain.slice(0, -1) : plain
  const value = number.endsWith('%') ? undefined : Exact.parse(number)
  if (value === undefined) return undefined
  if (value.sign < 0 && form.isNegativeAllowed !== true) return undefined
  if (value.sign === 0 && form.isPositive === true) return undefined
  if (form.digits !== undefined && (value.decimalDigits ?? 0) > form.digits) return undefined
  return canonicalDecimal(hasPercent || percent === 'always' ? `${number}%` : number)
}

/** The next number up or down by one of the last digit it is written with: 0.5 → 0.6, 95% → 96%. */
export function stepQuantity(text: string, direction: 1 | -1, form: QuantityForm = {}): string | undefined {
  const mark = text.endsWith('%') ? '%' : ''
  const value = Exact.parse(mark === '' ? text : text.slice(0, -1))
  if (value === undefined) return undefined
  const step = Exact.one.over(Exact.power10(value.decimalDigits ?? 0))
  const next = direction > 0 ? value.plus(step) : value.minus(step)
  return readQuantity(next.toText() + mark, form)
}
