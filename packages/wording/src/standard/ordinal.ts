import type { Language } from '@yardstick/model'
import { type Phrase, word } from '../phrase/phrase.ts'

/** The number of a point in a list: ①, ② … ㊿, then （51）; in English (1). Either is read in both, and 1. */
export function ordinal(index: number, language: Language): Phrase<object> {
  const number = index + 1
  const sign = circled(number)
  return language === 'zh'
    ? word(sign, `(${number})`, `${number}、`, `${number}.`)
    : word(`(${number}) `, sign, `${number}.`)
}

/** What a text may not begin with when it follows such a number without quotes. */
export const ORDINAL = /^[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf(（.、\d０-９]/

function circled(number: number): string {
  if (number <= 20) return String.fromCodePoint(0x2460 + number - 1)
  if (number <= 35) return String.fromCodePoint(0x3251 + number - 21)
  return number <= 50 ? String.fromCodePoint(0x32b1 + number - 36) : `（${number}）`
}
