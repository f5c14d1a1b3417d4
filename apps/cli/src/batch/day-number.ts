import { CivilDate } from '@yardstick/model'

const decoder = new TextDecoder()

/** The day number of a date YYYY-MM-DD that people report; NaN for anything else. */
export function dayNumber(bytes: Uint8Array, at: number): number {
  const day = CivilDate.parse(decoder.decode(bytes.subarray(at, at + 10)))
  const year = day === undefined ? 0 : Number(day.text.slice(0, 4))
  return day !== undefined && year >= 1949 && year <= 2100 ? day.dayNumber : Number.NaN
}
