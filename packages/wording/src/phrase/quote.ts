import type { Language } from '@yardstick/model'
import { foldText } from './input.ts'
import type { Phrase } from './phrase.ts'

/**
 * Names and sentences of the author inside our sentences. They stand bare where that cannot be misread, and where it can in
 * “ ” in Chinese, in " " in English; both are read in both. Inside “ ”, quotation marks that pair stand as they are
 * (“落实了“谁审批”的要求”), as people write them; one that would end the quotation and a backslash get a backslash before them.
 */
export const quoted: Readonly<Record<Language, Phrase<string>>> = { zh: quotedIn('zh'), en: quotedIn('en') }

function quotedIn(language: Language): Phrase<string> {
  return {
    keys: [],
    print: (text) => quote(text, language),
    *read(input, place) {
      const start = input.skipSpaces(place)
      const found = unquote(input.text, start)
      if (found === undefined) input.miss(start, '“')
      else yield { value: found.text, end: found.end }
    },
  }
}

/**
 * Free text that may stand bare: it ends before one of `ends`, and text that `never` finds is quoted. Text that only begins
 * with a quotation is bare (“三公经费”控制率): what is quoted whole has one of `ends` behind it.
 */
export function bareOrQuoted(language: Language, what: string, ends: readonly string[], never: RegExp): Phrase<string> {
  const mayBeBare = (text: string) =>
    text !== '' &&
    text.length < LONGEST_BARE &&
    !/^\s|\s$|[\r\n\u2028\u2029]/.test(text) &&
    (!/^[“"]/.test(text) || (unquote(text, 0)?.end ?? text.length) < text.length) &&
    !never.test(text) &&
    !ends.some((end) => foldText(text).includes(foldText(end)))
  return {
    keys: [],
    print: (text) => (mayBeBare(text) ? text : quote(text, language)),
    *read(input, place) {
      const start = input.skipSpaces(place)
      const whole = unquote(input.text, start)
      const isEnd = (place: number) => ends.some((each) => input.folded.startsWith(foldText(each), place))
      if (whole !== undefined && isEnd(input.skipSpaces(whole.end))) {
        yield { value: whole.text, end: whole.end }
        return
      }
      input.miss(start, what)
      const last = Math.min(input.text.length, start + LONGEST_BARE)
      for (let end = start + 1; end < last && input.step(); end++) {
        if (!isEnd(end)) continue
        const text = input.text.slice(start, end).trimEnd()
        if (mayBeBare(text)) yield { value: text, end }
        if (never.test(text)) return
      }
    },
  }
}

/** Longer texts are quoted, so that reading need not try every place where they could end. */
const LONGEST_BARE = 500

/** The text in the quotation marks of a language, as `unquote` reads it. */
export function quote(text: string, language: Language): string {
  if (language === 'en') return `"${text.replace(/[\\"]/g, '\\$&')}"`
  const inside = isPaired(text) && !text.includes('\\') ? text : text.replace(/[\\“”]/g, '\\$&')
  return `“${inside}”`
}

/** The text in “ ” or " " that begins at this place. */
export function unquote(text: string, at: number): { text: string; end: number } | undefined {
  const opening = text[at]
  if (opening !== '“' && opening !== '"') return undefined
  let depth = 0
  let inside = ''
  for (let place = at + 1; place < text.length; place++) {
    const letter = text[place]!
    if (letter === '\\' && place + 1 < text.length) {
      inside += text[++place]
      continue
    }
    if (opening === '"' ? letter === '"' : letter === '”') {
      if (depth === 0) return { text: inside, end: place + 1 }
      depth--
    } else if (opening === '“' && letter === '“') depth++
    inside += letter
  }
  return undefined
}

function isPaired(text: string): boolean {
  let depth = 0
  for (const letter of text) {
    if (letter === '“') depth++
    if (letter === '”' && --depth < 0) return false
  }
  return depth === 0
}
