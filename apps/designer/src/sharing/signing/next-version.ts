import type { Scheme } from '@yardstick/model'

/** 2025, 1.2: numbers that are counted part by part. */
export function isVersion(text: string): boolean {
  return /^\d{1,9}(\.\d{1,9}){0,3}$/.test(text.trim())
}

/** Whether one version comes after another. */
export function isLater(one: string, other: string): boolean {
  const [a, b] = [one, other].map((each) => each.split('.').map(Number))
  for (let at = 0; at < Math.max(a!.length, b!.length); at++) {
    const difference = (a![at] ?? 0) - (b![at] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}

/** One that comes after the last: the scheme's year where that does, else its last number and one. */
export function nextVersion(last: string | undefined, { year, version }: Pick<Scheme, 'year' | 'version'>): string {
  const own = isVersion(version) ? version : year === undefined ? '1' : String(year)
  if (last === undefined || isLater(own, last)) return own
  const parts = last.split('.')
  if (parts.length === 1 && /^\d{4}$/.test(last)) return `${last}.1`
  return [...parts.slice(0, -1), String(Number(parts.at(-1)) + 1)].join('.')
}
