/**
 * The day number of a date YYYY-MM-DD, as `CivilDate` counts.
 *
 * returns NaN for anything else, and for a day that does not exist
 */
export function dayNumberOf(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== MINUS || text.charCodeAt(7) !== MINUS) return Number.NaN
  const year = digitsAt(text, 0, 4)
  const month = digitsAt(text, 5, 7)
  const day = digitsAt(text, 8, 10)
  if (!(year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return Number.NaN
  // Years begin in March here, so that the day that leap years add is the last one.
  const since = month > 2 ? year : year - 1
  const months = (month + 9) % 12
  const days = Math.floor((153 * months + 2) / 5) + day - 1
  return since * 365 + Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400) + days - TO_1970
}

/** From the first of March of the year 0 to the first of January 1970. */
const TO_1970 = 719_468
const MINUS = 0x2d

function daysIn(year: number, month: number): number {
  if (month !== 2) return DAYS[month - 1]!
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function digitsAt(text: string, from: number, to: number): number {
  let number = 0
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 0x30
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}
