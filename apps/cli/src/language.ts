import type { Language } from '@yardstick/model'
import type { Io } from './io.ts'

/** A text in both languages. */
export type Bilingual = { readonly [L in Language]: string }

/** Chinese where the locale is Chinese, else English; without a locale in the surroundings, what the system says. */
export function languageOf(env: Io['env']): Language {
  const named = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']
  return /^zh\b|^zh_/i.test(named || Intl.DateTimeFormat().resolvedOptions().locale) ? 'zh' : 'en'
}
