import type { Scheme } from '@yardstick/model'
import { isLater } from '../../parts/sharing/is-later.ts'

/** 2025, 1.2: numbers that are counted part by part. */
export function isVersion(text: string): boolean {
  return /^\d{1,9}(\.\d{1,9}){0,3}$/.test(text.trim())
}

/** One that comes after the last: the scheme's year where that does, else its last number and one. */
export function nextVersion(last: string | undefined, { year, version }: Pick<Scheme, 'year' | 'version'>): string {
  const own = isVersion(version) ? version : year === undefined ? '1' : String(year)
  if (last === undefined || isLater(own, last)) return own
  const parts = last.split('.')
  if (parts.length === 1 && /^\d{4}$/.test(last)) return `${last}.1`
  return [...parts.slice(0, -1), String(Number(parts.at(-1)) + 1)].join('.')
}
