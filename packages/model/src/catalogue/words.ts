import type { Json } from '../json.ts'

/**
 * Data of an issue inside a sentence: text as it stands, lists with the language's comma, objects as JSON. What would
 * leave a hole in the sentence shows what it is: "", [].
 */
export function show(value: Json | undefined, comma = '、'): string {
  if (value === undefined || value === null) return '—'
  if (typeof value === 'string') return value === '' ? '""' : value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? '[]' : value.map((each) => show(each, comma)).join(comma)
  return JSON.stringify(value)
}

/** One member of an issue's data; `—` where it is not there. */
export function part(value: Json, key: string): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return '—'
  return show((value as { [key: string]: Json })[key])
}

/** `min` and `max` as people say them, either of which may be absent: 在 0 至 100 之间（含两端）, 不低于 0. */
export function boundsZh(value: Json): string {
  const [min, max] = [part(value, 'min'), part(value, 'max')]
  if (max === '—') return `不低于 ${min}`
  return min === '—' ? `不高于 ${max}` : `在 ${min} 至 ${max} 之间（含两端）`
}

export function boundsEn(value: Json): string {
  const [min, max] = [part(value, 'min'), part(value, 'max')]
  if (max === '—') return `at least ${min}`
  return min === '—' ? `at most ${max}` : `between ${min} and ${max} (ends included)`
}

/** A limit as a schema states it, `<= 200`, as people say it. */
export const limitZh = (value: Json): string => show(value).replace('>=', '不少于').replace('<=', '不超过')
export const limitEn = (value: Json): string => show(value).replace('>=', 'at least').replace('<=', 'at most')

/** To stand behind a word of Chinese: what begins with a figure or a letter is set apart by a space. */
export const apart = (text: string): string => (/^[\da-z]/i.test(text) ? ` ${text}` : text)

/** Several with `, ` between, for English. */
export const list = (value: Json): string => show(value, ', ')

/** A value as JSON writes it, so that the text "5" is not taken for the number 5. */
export const literal = (value: Json): string => JSON.stringify(value)

/** As `literal`, to stand behind a word of Chinese: a text in its quotes, a figure apart by a space. */
export const literalZh = (value: Json): string => (typeof value === 'string' ? `“${value}”` : ` ${literal(value)}`)

/** Names of JSON types, one or several. */
export const typesZh = (value: Json): string => inWords(value, TYPES_ZH, '或')
export const typesEn = (value: Json): string => inWords(value, TYPES_EN, ' or ')

function inWords(value: Json, words: ReadonlyMap<string, string>, joint: string): string {
  const types = Array.isArray(value) ? (value as Json[]) : [value]
  return types.map((type) => words.get(show(type)) ?? show(type)).join(joint)
}

const TYPES_ZH: ReadonlyMap<string, string> = new Map([
  ['object', '对象 {…}'],
  ['array', '列表 […]'],
  ['string', '文本'],
  ['number', '数字'],
  ['integer', '整数'],
  ['boolean', '布尔值 true 或 false'],
  ['null', '空 null'],
])

const TYPES_EN: ReadonlyMap<string, string> = new Map([
  ['object', 'an object {…}'],
  ['array', 'a list […]'],
  ['string', 'text'],
  ['number', 'a number'],
  ['integer', 'a whole number'],
  ['boolean', 'true or false'],
  ['null', 'null'],
])
