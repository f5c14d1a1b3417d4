/**
 * The digits that all codes of a region and of the regions in it begin with: 360000 (a province) → 36, 360100 (a city) →
 * 3601; empty for the whole country. Digits are taken in the groups of the national standard: 2 province, 2 city, 2 county,
 * 3 township, 3 village.
 * source  GB/T 2260, GB/T 10114
 */
export function regionPrefix(code: string): string {
  const ends = [12, 9, 6, 4, 2, 0]
  for (let at = 1; at < ends.length; at++) {
    if (/[1-9]/.test(code.slice(ends[at], ends[at - 1]))) return code.slice(0, ends[at - 1])
  }
  return ''
}
