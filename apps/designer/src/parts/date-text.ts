import type { Language } from '@yardstick/model'

/** A moment as it is written in lists: 2026-11-21 09:30, in the time of this computer. */
export function momentText(iso: string | null | undefined): string {
  if (iso === null || iso === undefined) return ''
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** Bytes for a person: 1.5 MB. */
export function sizeText(bytes: number, language: Language): string {
  const units = ['B', 'KB', 'MB', 'GB']
  let size = bytes
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit++
  }
  const text = size.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: unit === 0 ? 0 : 1 })
  return `${text} ${units[unit]}`
}
