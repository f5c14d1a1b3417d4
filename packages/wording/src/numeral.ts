import { canonicalDecimal, Exact } from '@yardstick/model'

/**
 * Numbers as people type them: 1,000.5 with either comma, full-width digits, 百分之九十五, 三十. Chinese numerals are read
 * by their rule (两百零五, 一万二千), not guessed from single signs.
 */
export interface Numeral {
  /** Canonical decimal text; "95%" for a percentage. */
  readonly text: string
  readonly end: number
  /** 百分之…, 三十: more easily part of a word than digits are. */
  readonly isInWords: boolean
}

/** The number that begins at this place of a folded text, its percent sign included; undefined where none does. */
export function readNumeral(folded: string, at: number): Numeral | undefined {
  DIGITS.lastIndex = at
  const digits = DIGITS.exec(folded)
  if (digits !== null) {
    const [whole, sign = '', body = '', percent = ''] = digits
    const plain = canonicalDecimal((sign === '' ? '' : '-') + body.replaceAll(',', ''))
    if (Exact.parse(plain) === undefined) return undefined
    return { text: plain + percent, end: at + whole.length, isInWords: false }
  }
  PERCENT_IN_WORDS.lastIndex = at
  const share = PERCENT_IN_WORDS.exec(folded)
  if (share !== null) {
    const value = wordsToNumber(share[1] ?? '')
    return value === undefined ? undefined : { text: `${value}%`, end: at + share[0].length, isInWords: true }
  }
  IN_WORDS.lastIndex = at
  const words = IN_WORDS.exec(folded)
  const value = words === null ? undefined : wordsToNumber(words[0])
  return words === null || value === undefined ? undefined : { text: value, end: at + words[0].length, isInWords: true }
}

const DIGITS = /([-负])?\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?|\.\d+)(?:\s*(%))?/y
const PERCENT_IN_WORDS = /百分之([零〇一二两三四五六七八九十百点\d.]+)/y
const IN_WORDS = /[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?/y

const DIGIT_WORDS = '零一二三四五六七八九'
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 二百零五 → "205", 十 → "10", 三点五 → "3.5"; undefined for what is no number (十十). */
function wordsToNumber(words: string): string | undefined {
  if (/^[\d.]+$/.test(words)) return Exact.parse(words) === undefined ? undefined : canonicalDecimal(words)
  const [whole = '', fraction] = words.replaceAll('〇', '零').replaceAll('两', '二').split('点')
  let total = 0
  let digit: number | undefined
  let lastPlace = Number.POSITIVE_INFINITY
  for (const letter of whole) {
    const place = PLACES[letter]
    if (place === undefined) {
      const value = DIGIT_WORDS.indexOf(letter)
      if (value < 0 || (digit !== undefined && digit !== 0)) return undefined
      digit = value
    } else {
      if (place >= lastPlace || (digit === undefined && total > 0)) return undefined
      total += (digit ?? 1) * place
      digit = undefined
      lastPlace = place
    }
  }
  total += digit ?? 0
  if (fraction === undefined) return String(total)
  const digits = [...fraction].map((letter) => DIGIT_WORDS.indexOf(letter))
  return digits.length === 0 || digits.some((each) => each < 0)
    ? undefined
    : canonicalDecimal(`${total}.${digits.join('')}`)
}
