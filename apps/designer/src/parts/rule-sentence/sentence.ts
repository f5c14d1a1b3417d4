import { CivilDate, Exact, type Language, type Leaf } from '@yardstick/model'
import { dateOfDayNumber, type LeafContext, printStandard, showDate } from '@yardstick/wording'
import type { RuleChange } from '../method/rule-change.ts'
import {
  type ChoiceSentenceField,
  type DateField,
  type NumberField,
  type SentenceField,
  sentenceFields,
} from './sentence-fields.ts'

/**
 * A 评分标准 as words and tokens, each token with the field it changes. The words stay where they are written, in the
 * `wording` package: where a field stands is found by asking for the sentence with another value in that field and seeing
 * what is different. So the parts put together are always the printed sentence, in both languages, and a sentence that is
 * worded anew needs nothing done here. A field that the sentence does not say, or says only together with others, has no
 * token; the form has it.
 */
export type SentencePart = { readonly text: string; readonly field?: SentenceField }

export function sentenceParts(leaf: Leaf, context: LeafContext, language: Language): SentencePart[] {
  const print = (change: RuleChange) => {
    const target = change.target ?? context.target
    const changed = { ...context, ...(target === undefined ? {} : { target }) }
    return printStandard(change.scoring ?? leaf.scoring, changed, language)
  }
  const text = print({})
  const marks: Mark[] = []
  const repeats: Mark[] = []
  const fields = sentenceFields(leaf.scoring, leaf.target)
  for (const field of fields) {
    if (field.kind === 'choice') continue
    // Edges of a date are kept as the numbers of their days.
    const said = context.valueType === 'date' && field.kind === 'number' ? (dayField(field) ?? field) : field
    const [first, ...others] = placesOf(said, text, print, language)
    if (first === undefined || !isFree(first, marks)) continue
    marks.push({ ...first, field: said })
    repeats.push(...others.map((place) => ({ ...place, field: said })))
  }
  for (const field of fields) {
    if (field.kind !== 'choice') continue
    const place = choicePlace(field, text, print)
    if (place !== undefined && isFree(place, marks)) marks.push({ ...place, field })
  }
  // A number that is said again is a token there too, unless something else is.
  for (const mark of repeats) if (isFree(mark, marks)) marks.push(mark)
  return cut(text, marks)
}

const EDGES: ReadonlySet<string> = new Set(['from', 'low', 'high', 'at'])

function dayField({ key, name, value, put }: NumberField): DateField | undefined {
  const number = EDGES.has(name) ? Exact.parse(value) : undefined
  const day = number === undefined ? undefined : dateOfDayNumber(number)
  if (day === undefined) return undefined
  return {
    key,
    name,
    kind: 'date',
    value: day.text,
    put: (next) => put(String(CivilDate.parse(next)?.dayNumber ?? value)),
  }
}

interface Place {
  readonly from: number
  readonly to: number
}

interface Mark extends Place {
  readonly field: SentenceField
}

type Print = (change: RuleChange) => string

function isFree({ from, to }: Place, marks: readonly Place[]): boolean {
  return from < to && marks.every((mark) => to <= mark.from || mark.to <= from)
}

function cut(text: string, marks: readonly Mark[]): SentencePart[] {
  const parts: SentencePart[] = []
  let at = 0
  for (const { from, to, field } of [...marks].sort((a, b) => a.from - b.from)) {
    if (from > at) parts.push({ text: text.slice(at, from) })
    parts.push({ text: text.slice(from, to), field })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at) })
  return parts
}

/**
 * Every place where a value is said: the sentence with a value that cannot be mistaken for anything else falls into the
 * same pieces around it. A value with a word of its own (100% is 满分) is found as what differs.
 */
function placesOf(
  field: Exclude<SentenceField, ChoiceSentenceField>,
  text: string,
  print: Print,
  language: Language,
): Place[] {
  for (const probe of probesOf(field)) {
    const probed = print(field.put(probe))
    if (probed === '') continue
    for (const [said, asked] of saidAs(field, probe, language)) {
      const pieces = probed.split(asked)
      if (pieces.length === 1 || pieces.join(said) !== text) continue
      let at = 0
      return pieces.slice(0, -1).map((piece) => {
        const from = at + piece.length
        at = from + said.length
        return { from, to: at }
      })
    }
  }
  return field.kind === 'number' ? saidOtherwise(field.value, probesOf(field), text, print, field.put) : []
}

/** A number with a word of its own is where the sentence differs; one with a plural behind it is where that begins. */
function saidOtherwise(
  value: string,
  probes: readonly string[],
  text: string,
  print: Print,
  put: (probe: string) => RuleChange,
): Place[] {
  const places = probes.flatMap((probe) => {
    const probed = print(put(probe))
    return probed.includes(probe.replace('%', '')) ? (difference(text, probed) ?? []) : []
  })
  const [least] = places.sort((a, b) => a.to - a.from - (b.to - b.from))
  const plural = places.find(
    ({ from, to }) => text.startsWith(value, from) && /^[ A-Za-z%]*$/.test(text.slice(from + value.length, to)),
  )
  if (plural !== undefined) return [{ from: plural.from, to: plural.from + value.length }]
  return least === undefined ? [] : [valueAround(text, least, value) ?? whole(text, least)]
}

/** Where the difference lies within the value itself: 0% and 0.5%（含） differ from the % on. */
function valueAround(text: string, { from, to }: Place, value: string): Place | undefined {
  const at = text.lastIndexOf(value, from)
  return at >= 0 && from < at + value.length && to <= at + value.length
    ? { from: at, to: at + value.length }
    : undefined
}

/** How the value and its probe may be said: as they are, as a day, or without the % of a step in percentage points. */
function saidAs(field: SentenceField, probe: string, language: Language): [said: string, asked: string][] {
  const dates = [field.value, probe].map((each) => (field.kind === 'date' ? CivilDate.parse(each) : undefined))
  const [day, other] = dates
  if (day !== undefined && other !== undefined) return [[showDate(day, language), showDate(other, language)]]
  const pairs: [string, string][] = [[field.value, probe]]
  if (field.name === 'size' && probe.endsWith('%')) pairs.push([field.value.slice(0, -1), probe.slice(0, -1)])
  return pairs
}

/** Values that stand nowhere else: near the one at hand, so that nothing changes its order or its side. */
function probesOf(field: Exclude<SentenceField, ChoiceSentenceField>): string[] {
  const { value } = field
  switch (field.kind) {
    case 'number': {
      const mark = value.endsWith('%') ? '%' : ''
      const number = mark === '' ? value : value.slice(0, -1)
      const near = number.includes('.') ? `${number}000731` : `${number}.000731`
      // Whole things are counted without parts, and then the sentence is another one.
      return field.isWhole ? ['7391'] : [near + mark, `7391${mark}`]
    }
    case 'date':
      return ['1987-06-25', '2087-06-25']
    case 'words':
    case 'item':
      return [`${value}甲丁癸`]
  }
}

/** What of a text is different in another one, as one stretch; nothing where the other only has more. */
function difference(text: string, other: string): Place | undefined {
  let from = 0
  while (from < text.length && text[from] === other[from]) from++
  let end = 0
  const most = Math.min(text.length, other.length) - from
  while (end < most && text[text.length - 1 - end] === other[other.length - 1 - end]) end++
  const to = text.length - end
  return from < to ? { from, to } : undefined
}

/** Where a choice is said: what differs least from the sentence with another choice. */
function choicePlace(field: ChoiceSentenceField, text: string, print: Print): Place | undefined {
  const others = field.choices
    .filter((choice) => choice !== field.value)
    .map((choice) => print(field.put(choice)))
    .filter((other) => other !== '' && other !== text)
  const places = others.map((other) => betweenNumbers(text, other)).filter((place) => place !== undefined)
  const all =
    places.length > 0 ? places : others.map((other) => difference(text, other)).filter((place) => place !== undefined)
  const [least] = all
    .map((place) => inBracket(text, whole(text, place)))
    .sort((a, b) => a.to - a.from - (b.to - b.from))
  return least !== undefined && isBalanced(text.slice(least.from, least.to)) ? least : undefined
}

/** Of 不超过目标值（≤ the sign: what is said in a bracket that goes on is what can be changed. */
function inBracket(text: string, { from, to }: Place): Place {
  const said = text.slice(from, to)
  const open = Math.max(said.lastIndexOf('（'), said.lastIndexOf('('))
  return open < 0 || open === said.length - 1 || isBalanced(said) ? { from, to } : { from: from + open + 1, to }
}

/** A stretch in whole words: 不得分 and 得5分 end alike, and so do "point" and "percent". */
function whole(text: string, { from, to }: Place): Place {
  while (/[A-Za-z]/.test(text[from - 1] ?? '') && /[A-Za-z]/.test(text[from] ?? '')) from--
  while (/[A-Za-z]/.test(text[to - 1] ?? '') && /[A-Za-z]/.test(text[to] ?? '')) to++
  while (from < to && /[\s，,；;]/.test(text[from]!)) from++
  while (from < to && /[\s，,；;]/.test(text[to - 1]!)) to--
  if (text.slice(from, to).startsWith('比例') && text[from - 1] === '按') from--
  const tail = TAILS.find((each) => text.startsWith(each, to))
  return { from, to: tail !== undefined && /(不|不得|得满|按比例)$/.test(text.slice(from, to)) ? to + tail.length : to }
}

const TAILS = ['扣分', '分']

function isBalanced(text: string): boolean {
  return [...text.matchAll(/[（(]/g)].length === [...text.matchAll(/[）)]/g)].length
}

/** The first stretch that differs where two sentences say the same numbers in the same order. */
function betweenNumbers(text: string, other: string): Place | undefined {
  const [own, others] = [text, other].map((each) => each.split(NUMBER)) as [string[], string[]]
  const numbersOf = (pieces: readonly string[]) => pieces.filter((_, index) => index % 2 === 1).join(' ')
  if (own.length !== others.length || numbersOf(own) !== numbersOf(others)) return undefined
  let at = 0
  for (const [index, piece] of own.entries()) {
    const place = piece === others[index] ? undefined : difference(piece, others[index]!)
    if (place !== undefined) return { from: at + place.from, to: at + place.to }
    at += piece.length
  }
  return undefined
}

const NUMBER = /(\d+(?:\.\d+)?%?)/
