import type { VersionWords } from './words.ts'

/** 11月21日 14:05 */
export function timeText(at: number, w: VersionWords): string {
  const date = new Date(at)
  return w.defaultName(w.date(date.getMonth() + 1, date.getDate()), clockText(at))
}

export function clockText(at: number): string {
  const date = new Date(at)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}
