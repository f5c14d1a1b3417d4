/**
 * A whole number of units of 10^−digits as decimal text without trailing zeros, as `Exact.toText` writes it.
 *
 * units  within `SAFE`
 */
export function unitsText(units: number, digits: number): string {
  if (digits === 0 || units % 10 ** digits === 0) return String(units / 10 ** digits + 0)
  const isNegative = units < 0
  const text = String(isNegative ? -units : units).padStart(digits + 1, '0')
  let end = text.length
  while (text.charCodeAt(end - 1) === 0x30) end--
  const point = text.length - digits
  return `${isNegative ? '-' : ''}${text.slice(0, point)}.${text.slice(point, end)}`
}
