import type { Language } from '@yardstick/model'
import { foldText, type Input } from '../phrase/input.ts'
import type { Phrase } from '../phrase/phrase.ts'
import { wordsOf } from '../words/index.ts'
import type { Tongue } from './names.ts'

/**
 * What a condition asks about. A name stands bare where it cannot run into the words after it (`预算执行率≥95%`) and in
 * brackets otherwise (`[是否包含附件]=是`), as in formulas. The facts of later phases have words of their own: 总分, 等级,
 * 得分（合格率）, 得分率（合格率）, 佐证材料（批复文件）.
 */
export function factSlot(tongue: Tongue): Phrase<string> {
  const { language } = tongue
  return {
    keys: [],
    print: (fact) => printFact(fact, tongue),
    *read(input, place) {
      const start = input.skipSpaces(place)
      const found = readFact(input, start, tongue)
      if (found === undefined) input.miss(start, FACT[language])
      else yield found
    },
  }
}

function printFact(fact: string, tongue: Tongue): string {
  const whole = WHOLE[tongue.language].get(fact)
  if (whole !== undefined) return whole
  const colon = fact.indexOf(':')
  const about = colon < 0 ? undefined : ABOUT[tongue.language].get(fact.slice(0, colon))
  if (about !== undefined) {
    const id = fact.slice(colon + 1)
    const shown = [tongue.names?.nameOf(id), id].find((name) => name !== undefined && idOf(name, tongue) === id)
    const [open, close] = BRACKETS[tongue.language]
    if (shown !== undefined && shown !== '') return `${about}${open}${printName(shown, tongue.language)}${close}`
  }
  return printName(fact, tongue.language)
}

function idOf(name: string, tongue: Tongue): string {
  return tongue.names?.idOf(name) ?? name
}

function printName(name: string, language: Language): string {
  return isBare(name, language) ? name : `[${name.replace(/[\\[\]]/g, '\\$&')}]`
}

function isBare(name: string, language: Language): boolean {
  if (RESERVED[language].has(foldText(name)) || bareEnd(name, 0, language) !== name.length) return false
  // The name must still end where it ends when any of the words that can follow stands behind it.
  return STOPS[language].every((stop) => bareEnd(foldText(name) + stop, 0, language) === name.length)
}

/** Where the bare name that begins here ends; `at` itself where none begins. */
function bareEnd(folded: string, at: number, language: Language): number {
  let end = at
  while (end < folded.length) {
    const letter = String.fromCodePoint(folded.codePointAt(end)!)
    if (!(end === at ? /[\p{L}_]/u : /[\p{L}\p{M}\p{N}_.-]/u).test(letter)) break
    if (STOPS[language].some((stop) => folded.startsWith(stop, end))) break
    end += letter.length
  }
  return end
}

function readFact(input: Input, start: number, tongue: Tongue): { value: string; end: number } | undefined {
  const { language } = tongue
  const bracketed = readBracketed(input.text, start)
  if (bracketed !== undefined) return bracketed
  const end = bareEnd(input.folded, start, language)
  if (end === start) return undefined
  const name = input.text.slice(start, end)
  for (const [fact, word] of WHOLE[language]) if (name === word) return { value: fact, end }
  for (const [kind, word] of ABOUT[language]) {
    const [open, close] = BRACKETS[language]
    const inside = name === word ? input.after(open, end) : undefined
    if (inside === undefined) continue
    const id = readBracketed(input.text, inside) ?? readBare(input, inside, language)
    const after = id === undefined ? undefined : input.after(close, id.end)
    if (id !== undefined && after !== undefined) return { value: `${kind}:${idOf(id.value, tongue)}`, end: after }
  }
  return RESERVED[language].has(foldText(name)) ? undefined : { value: name, end }
}

function readBare(input: Input, start: number, language: Language): { value: string; end: number } | undefined {
  const end = bareEnd(input.folded, start, language)
  return end === start ? undefined : { value: input.text.slice(start, end), end }
}

function readBracketed(text: string, start: number): { value: string; end: number } | undefined {
  const opening = text[start]
  if (opening !== '[' && opening !== '［') return undefined
  let value = ''
  for (let place = start + 1; place < text.length; place++) {
    const letter = text[place]!
    if (letter === ']' || letter === '］') return value === '' ? undefined : { value, end: place + 1 }
    value += letter === '\\' && place + 1 < text.length ? text[++place] : letter
  }
  return undefined
}

const BRACKETS = { zh: ['（', '）'], en: ['(', ')'] } as const
const FACT = { zh: '数据项名称', en: 'the name of an item' } as const

const WHOLE = {
  zh: new Map([
    ['total', '总分'],
    ['grade', '等级'],
  ]),
  en: new Map([
    ['total', 'total'],
    ['grade', 'grade'],
  ]),
} as const
const ABOUT = {
  zh: new Map([
    ['score', '得分'],
    ['rate', '得分率'],
    ['evidence', '佐证材料'],
  ]),
  en: new Map([
    ['score', 'score'],
    ['rate', 'rate'],
    ['evidence', 'evidence'],
  ]),
} as const

/** Words that end a bare name wherever they begin. English words stand between spaces, which end a name anyway. */
const STOPS = {
  zh: [...new Set([...Object.values(wordsOf('zh').operators).flat(), '且', '或', '的', '不限'].map(foldText))],
  en: [],
} as const satisfies Record<Language, readonly string[]>

/** Words with a meaning of their own, which are no names unless they stand in brackets. */
const RESERVED = {
  zh: new Set([...WHOLE.zh.values(), ...ABOUT.zh.values(), '是', '否', '非', '不限', '任一满足', '全部满足']),
  en: new Set([
    ...WHOLE.en.values(),
    ...ABOUT.en.values(),
    'yes',
    'no',
    'not',
    'and',
    'or',
    'all',
    'any',
    'is',
    'any of',
  ]),
} as const
