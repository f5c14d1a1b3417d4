import type { Language } from '@yardstick/model'

/** 11月21日 14:05 */
export function whenText(iso: string, language: Language): string {
  const date = new Date(iso)
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  return date.toLocaleString(locale, { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' })
}
