import type { Language, Rounding } from '@yardstick/model'
import { inspectorWords } from './words.ts'

/** A rounding in words: 保留 2 位小数，四舍五入. */
export function roundingSentence(rounding: Rounding, language: Language): string {
  const w = inspectorWords[language]
  if (rounding === 'none') return w.exact
  const width = 'step' in rounding ? w.step(rounding.step) : w.digits(rounding.digits)
  return `${width}${language === 'zh' ? '，' : ', '}${w.modes[rounding.mode ?? 'half-up']}`
}
