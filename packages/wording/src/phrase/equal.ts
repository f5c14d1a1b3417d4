/** Equality of JSON-like values; keys that are undefined count as absent. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const [a, b] = [left as { [key: string]: unknown }, right as { [key: string]: unknown }]
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (!isEqual(a[key], b[key])) return false
  }
  return true
}
