/**
 * Plain decimal text in units of 10^−digits: "95.5", "-3", "95%" where that may be. Most submitted text is of this kind.
 *
 * returns NaN for anything else, which may still be a number: signs of plus, blanks, more than 15 digits, digits after the
 *         point that the units do not hold
 */
export function unitsOfText(text: string, digits: number, mayBePercent: boolean): number {
  let end = text.length
  let places = 0
  if (mayBePercent && text.charCodeAt(end - 1) === PERCENT) {
    places = 2
    end--
  }
  const isNegative = text.charCodeAt(0) === MINUS
  let whole = 0
  let count = 0
  let point = -1
  for (let index = isNegative ? 1 : 0; index < end; index++) {
    const code = text.charCodeAt(index)
    if (code === POINT && point < 0 && count > 0) point = count
    else if (code >= ZERO && code <= NINE) {
      whole = whole * 10 + (code - ZERO)
      count++
    } else return Number.NaN
  }
  if (count === 0 || count > 15 || point === count) return Number.NaN
  if (point >= 0) places += count - point
  const units = places <= digits ? whole * 10 ** (digits - places) : whole / 10 ** (places - digits)
  // Beyond 15 digits the product may have been rounded; a quotient that is whole has not.
  if (units >= MOST || !Number.isInteger(units)) return Number.NaN
  return isNegative && units !== 0 ? -units : units
}

const MOST = 1e15
const PERCENT = 0x25
const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30
const NINE = 0x39

/**
 * A JSON number in units of 10^−digits: k such that k ÷ 10^digits is this very double. With at most 15 digits that is the
 * decimal it prints as.
 *
 * power   10^digits
 * returns NaN where there is none
 */
export function unitsOfNumber(value: number, power: number): number {
  // Below 10^15 the product is less than a quarter off; `Math.round` asks which side of it that is.
  const units = Math.floor(value * power + 0.5)
  // Adding 0 makes −0 a 0.
  return units / power === value && units < MOST && units > -MOST ? units + 0 : Number.NaN
}
