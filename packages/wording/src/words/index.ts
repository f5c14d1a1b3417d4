import type { Language } from '@yardstick/model'
import { en } from './en.ts'
import type { Words } from './words.ts'
import { zh } from './zh.ts'

export const tables: readonly Words[] = [zh, en]

export function wordsOf(language: Language): Words {
  return language === 'zh' ? zh : en
}
