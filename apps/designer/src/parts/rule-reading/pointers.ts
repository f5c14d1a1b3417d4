/** Whether two places of a reading are the same, or one lies within the other: /scoring/below and /scoring/below/deduct. */
export function meets(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one)
}

/** Whether a place lies within another one, or is it. */
export function isWithin(place: string, of: string): boolean {
  return place === of || place.startsWith(`${of}/`)
}
