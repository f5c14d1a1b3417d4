/**
 * Versions are numbers that count up, part by part: "1.10" comes after "1.9", and "1" is "1.0". Below 0 where `a` is the
 * older one, 0 where they are the same. A part that is no number counts as 0.
 */
export function versionOrder(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')]
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = part(left[at]) - part(right[at])
    if (difference !== 0) return difference
  }
  return 0
}

const part = (text: string | undefined): number => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0)
