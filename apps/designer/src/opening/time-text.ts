import type { openingWords } from './words.ts'

/** 今天 14:05, 昨天 09:30, or the date. */
export function timeText(at: number, w: typeof openingWords.zh.own, language: 'zh' | 'en'): string {
  const date = new Date(at)
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const time = date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
  const days = dayNumber(new Date()) - dayNumber(date)
  if (days === 0) return w.today(time)
  if (days === 1) return w.yesterday(time)
  return date.toLocaleDateString(locale, { year: 'numeric', month: 'long', day: 'numeric' })
}

/** Days of the local calendar. */
function dayNumber(date: Date): number {
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000)
}
