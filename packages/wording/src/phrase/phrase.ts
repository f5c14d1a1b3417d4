import { isEqual } from './equal.ts'
import type { Input } from './input.ts'

/**
 * Phrases that print and read. A sentence is described once, as words and slots, and that one description does both:
 * `print` gives the text of a value, `read` the values a text can mean. What prints is therefore readable by construction,
 * and a sentence cannot be changed in one direction only.
 *
 *     const deduction = say`每降低${at('size', decimal)}个百分点扣${at('deduct', decimal)}分`
 *     deduction.print({ size: '1', deduct: '0.5' })     每降低1个百分点扣0.5分
 *     the same text reads as                            { size: '1', deduct: '0.5' }
 *
 * Most phrases speak of records and name the keys they say (`keys`); `say` joins such records, and a key said twice must
 * be said equally. Reading tries alternatives in the order they are written and yields what fits, best first.
 */
export interface Phrase<T> {
  /** The keys of the record that this phrase says; empty for words and for values that are no record. */
  readonly keys: readonly string[]
  /** The text of a value; undefined where this phrase cannot say it. */
  print(value: T): string | undefined
  /** What stands at a place of the text, with the place after it; nothing where this phrase does not stand there. */
  read(input: Input, at: number): Iterable<Read<T>>
}

export interface Read<T> {
  readonly value: T
  readonly end: number
}

/** What a phrase says. */
export type Said<P> = P extends Phrase<infer T> ? T : never

/** Words without a value: the first is printed, every one is read. `''` as a further word makes them optional to read. */
export function word(printed: string, ...alsoRead: string[]): Phrase<object> {
  const words = [printed, ...alsoRead]
  return {
    keys: [],
    print: () => printed,
    *read(input, at) {
      for (const each of words) {
        // A reader is told the words that we print, not every other one.
        const end = input.after(each, at, each !== printed)
        if (end !== undefined) yield { value: {}, end }
      }
    },
  }
}

/** Words with a value: `meaning('judged', word('由评价人员认定'))`. */
export function meaning<const V>(value: V, words: Phrase<object>): Phrase<V> {
  return {
    keys: [],
    print: (said) => (isEqual(said, value) ? words.print({}) : undefined),
    *read(input, at) {
      for (const { end } of words.read(input, at)) yield { value, end }
    },
  }
}

/** One field of a record, said by the phrase of its value. */
export function at<const K extends string, V>(key: K, value: Phrase<V>): Phrase<{ [P in K]: V }> {
  type Field = { [P in K]: V }
  return {
    keys: [key],
    print: (record) => (record[key] === undefined ? undefined : value.print(record[key])),
    *read(input, place) {
      for (const read of value.read(input, place)) yield { value: { [key]: read.value } as Field, end: read.end }
    },
  }
}

/** The one slot of a sentence `around` a single value. */
export function field<V>(value: Phrase<V>): Phrase<{ it: V }> {
  return at('it', value)
}

/** A sentence with one slot as the phrase of what stands in it: around(say`得${field(number)}分`). */
export function around<V>(sentence: Phrase<{ it: V } & object>): Phrase<V> {
  return as(
    sentence,
    ({ it }) => it,
    (it) => ({ it }),
  )
}

/** Words that stand for these fields of a record, with whatever else the phrase says. */
export function when<const R extends object, T extends object>(fields: R, phrase: Phrase<T>): Phrase<R & T> {
  const keys = once(() => [...new Set([...Object.keys(fields), ...phrase.keys])])
  return {
    get keys() {
      return keys()
    },
    print: (record) =>
      Object.entries(fields).every(([key, value]) => isEqual(fieldOf(record, key), value))
        ? phrase.print(record)
        : undefined,
    *read(input, place) {
      for (const read of phrase.read(input, place)) {
        const value = joined(fields, read.value)
        if (value !== undefined) yield { value: value as R & T, end: read.end }
      }
    },
  }
}

type Together<P> = (P extends Phrase<infer T> ? (value: T) => void : never) extends (value: infer All) => void
  ? All
  : never

/** A sentence: words with slots. What its slots say is one record. */
export function say<P extends readonly Phrase<object>[]>(
  words: TemplateStringsArray,
  ...slots: P
): Phrase<Together<P[number]> & object> {
  type Whole = Together<P[number]> & object
  const parts: Phrase<object>[] = []
  wordsBetween(words).forEach((each, index) => {
    const slot = slots[index]
    if (each !== undefined) parts.push(each)
    if (slot !== undefined) parts.push(slot)
  })
  function* readFrom(input: Input, index: number, place: number, record: object): Generator<Read<Whole>> {
    const part = parts[index]
    if (part === undefined) {
      yield { value: record as Whole, end: place }
      return
    }
    for (const read of part.read(input, place)) {
      const both = joined(record, read.value)
      if (both !== undefined) yield* readFrom(input, index + 1, read.end, both)
    }
  }
  const keys = once(() => [...new Set(parts.flatMap((part) => part.keys))])
  return {
    get keys() {
      return keys()
    },
    print(record) {
      let text = ''
      for (const part of parts) {
        const printed = part.print(record)
        if (printed === undefined) return undefined
        text += printed
      }
      return text
    },
    read: (input, place) => readFrom(input, 0, place, {}),
  }
}

const between = new WeakMap<TemplateStringsArray, readonly (Phrase<object> | undefined)[]>()

/** The words of a template, made once for every sentence that it makes. */
function wordsBetween(words: TemplateStringsArray): readonly (Phrase<object> | undefined)[] {
  const known = between.get(words)
  if (known !== undefined) return known
  const made = words.map((text) => (text === '' ? undefined : word(text)))
  between.set(words, made)
  return made
}

/** Said when any of its keys is there (or any of `hinges`, where it repeats keys of others), and not said when none is. */
export function maybe<T extends object>(phrase: Phrase<T>, ...hinges: (keyof T & string)[]): Phrase<Partial<T>> {
  const deciding = (): readonly string[] => (hinges.length > 0 ? hinges : phrase.keys)
  return {
    get keys() {
      return phrase.keys
    },
    print: (record) => (deciding().some((key) => fieldOf(record, key) !== undefined) ? phrase.print(record as T) : ''),
    *read(input, place) {
      yield* phrase.read(input, place)
      yield { value: {}, end: place }
    },
  }
}

/** Read, and never printed: other people's words for what has a phrase of its own. */
export function alsoRead<T>(phrase: Phrase<T>): Phrase<T> {
  return { ...phrase, print: () => undefined }
}

/** An aside that adds nothing to the value: always printed, and when read it may be there or not. */
export function aside(phrase: Phrase<object>): Phrase<object> {
  return {
    keys: [],
    print: () => phrase.print({}),
    *read(input, place) {
      for (const { end } of phrase.read(input, place)) yield { value: {}, end }
      yield { value: {}, end: place }
    },
  }
}

/** The first alternative that can say the whole value is printed; all are read. */
export function either<P extends readonly Phrase<unknown>[]>(...alternatives: P): Phrase<Said<P[number]>> {
  const keys = once(() => [...new Set(alternatives.flatMap((each) => each.keys))])
  return {
    get keys() {
      return keys()
    },
    print(value) {
      const there = keys().filter((key) => fieldOf(value, key) !== undefined)
      for (const each of alternatives) {
        if (!there.every((key) => each.keys.includes(key))) continue
        const printed = each.print(value)
        if (printed !== undefined) return printed
      }
      return undefined
    },
    *read(input, place) {
      for (const each of alternatives) yield* each.read(input, place) as Iterable<Read<Said<P[number]>>>
    },
  }
}

/**
 * One sentence for each value of a field, made only when it is needed: a rule has many shapes, and a text only one. The
 * cases say the whole value, so this stands in no `either`.
 */
export function cases<K extends string, C extends { readonly [value: string]: () => Phrase<object> }>(
  key: K,
  sentences: C,
): Phrase<{ [V in keyof C]: { [P in K]: V } & Said<ReturnType<C[V]>> }[keyof C]> {
  type Whole = { [V in keyof C]: { [P in K]: V } & Said<ReturnType<C[V]>> }[keyof C]
  const made = new Map<string, Phrase<object>>()
  const sentence = (value: string) => {
    const phrase = made.get(value) ?? sentences[value]?.()
    if (phrase !== undefined) made.set(value, phrase)
    return phrase
  }
  return {
    keys: [],
    print: (value) => sentence(String(fieldOf(value, key)))?.print(value),
    *read(input, place) {
      for (const value of Object.keys(sentences)) {
        for (const read of sentence(value)?.read(input, place) ?? []) {
          const whole = joined({ [key]: value }, read.value)
          if (whole !== undefined) yield { value: whole as Whole, end: read.end }
        }
      }
    },
  }
}

/** One or more of the same; each is read as its first reading, so a list never costs more than its length. */
export function list<T>(item: Phrase<T>, between: string, ...alsoRead: string[]): Phrase<T[]> {
  return listOf(() => item, word(between, ...alsoRead))
}

/** A list whose phrase depends on the place in it (①, ②, …). */
export function listOf<T>(itemAt: (index: number) => Phrase<T>, between: Phrase<object>): Phrase<T[]> {
  return {
    keys: [],
    print(values) {
      const printed = values.map((value, index) => itemAt(index).print(value))
      return printed.length > 0 && printed.every((each) => each !== undefined)
        ? printed.join(between.print({}) ?? '')
        : undefined
    },
    *read(input, place) {
      const values: T[] = []
      let end = place
      let next: number | undefined = place
      while (next !== undefined) {
        const item: Read<T> | undefined = first(itemAt(values.length).read(input, next))
        if (item === undefined) break
        values.push(item.value)
        end = item.end
        next = first(between.read(input, end))?.end
      }
      if (values.length > 0) yield { value: values, end }
    },
  }
}

/** Another view of the same value. `there` gives undefined for what was read and means nothing, `back` for what cannot be said. */
export function as<T, U>(
  phrase: Phrase<T>,
  there: (read: T, input: Input, end: number) => U | undefined,
  back: (value: U) => T | undefined,
): Phrase<U> {
  return {
    keys: [],
    print(value) {
      const view = back(value)
      return view === undefined ? undefined : phrase.print(view)
    },
    *read(input, place) {
      for (const read of phrase.read(input, place)) {
        const value = there(read.value, input, read.end)
        if (value !== undefined) yield { value, end: read.end }
      }
    },
  }
}

/** The same value under conditions: `check` says whether the phrase may say it and whether what was read is meant. */
export function provided<T>(phrase: Phrase<T>, check: (value: T) => boolean): Phrase<T> {
  return {
    keys: phrase.keys,
    print: (value) => (check(value) ? phrase.print(value) : undefined),
    *read(input, place) {
      for (const read of phrase.read(input, place)) if (check(read.value)) yield read
    },
  }
}

/** Made when it is first needed. */
export function lazy<T>(make: () => Phrase<T>): Phrase<T> {
  const phrase = once(make)
  return { keys: [], print: (value) => phrase().print(value), read: (input, place) => phrase().read(input, place) }
}

/** A phrase of texts that `pattern` (sticky) finds; what is found is brought to its one form by `form`. */
export function token(
  pattern: RegExp,
  what: string,
  form: (found: string) => string | undefined,
  isSayable: (text: string) => boolean,
): Phrase<string> {
  const sticky = new RegExp(pattern.source, pattern.flags.includes('y') ? pattern.flags : `${pattern.flags}y`)
  return {
    keys: [],
    print: (text) => (isSayable(text) ? text : undefined),
    *read(input, place) {
      const start = input.skipSpaces(place)
      sticky.lastIndex = start
      const found = input.step() ? sticky.exec(input.text)?.[0] : undefined
      const text = found === undefined ? undefined : form(found)
      if (found !== undefined && text !== undefined) yield { value: text, end: start + found.length }
      else input.miss(start, what)
    },
  }
}

export function first<T>(values: Iterable<T>): T | undefined {
  for (const value of values) return value
  return undefined
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function fieldOf(record: unknown, key: string): unknown {
  return typeof record === 'object' && record !== null ? (record as { [key: string]: unknown })[key] : undefined
}

/** Two records as one; undefined where they disagree on a key. */
function joined(left: object, right: object): object | undefined {
  for (const [key, value] of Object.entries(right)) {
    const other = fieldOf(left, key)
    if (other !== undefined && !isEqual(other, value)) return undefined
  }
  return { ...left, ...right }
}
