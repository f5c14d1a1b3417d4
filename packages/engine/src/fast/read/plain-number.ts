/** A JSON number that is read as so many units between two bounds, and of which nothing else is asked. */
export interface PlainNumber {
  /** Units in 1: a power of ten. */
  readonly power: number
  /** In units, ends included, within the 15 digits that a number may have. */
  readonly least: number
  readonly most: number
}

export function plainNumber(power: number, least: number, most: number): PlainNumber {
  return { power, least: Math.max(least, -MOST), most: Math.min(most, MOST) }
}

const MOST = 999_999_999_999_999
