import {
  type Comparison,
  type Condition,
  type ConditionValue,
  canonicalDecimal,
  type Language,
  type Operator,
  type Result,
} from '@yardstick/model'
import { daySlot } from '../phrase/day.ts'
import type { Input } from '../phrase/input.ts'
import { percentNumber } from '../phrase/number.ts'
import {
  around,
  as,
  at,
  either,
  field,
  first,
  list,
  meaning,
  type Phrase,
  provided,
  say,
  word,
} from '../phrase/phrase.ts'
import { quoted } from '../phrase/quote.ts'
import { readWhole } from '../phrase/whole.ts'
import { wordsOf } from '../words/index.ts'
import { factSlot } from './fact.ts'
import type { Names, Tongue } from './names.ts'

/**
 * Conditions as sentences: `预算执行率≥95%且（类型=“甲”或非（佐证材料（批复文件）=是））`. Groups within groups stand in
 * brackets, so nobody needs to know whether 且 binds closer than 或. Text stands in quotes, numbers, percentages, days and
 * 是/否 stand bare; a number that the document holds as text stands in quotes too, because the document says so.
 */
export function printCondition(condition: Condition, language: Language, names?: Names): string {
  return conditionSlot({ language, names }).print(condition) ?? ''
}

/** The exact inverse of `printCondition`; words that it does not know are an issue with their place. */
export function readCondition(text: string, language: Language, names?: Names): Result<Condition> {
  return readWhole(conditionSlot({ language, names }), text, 'WORDING_CONDITION_UNREAD')
}

/** A condition as a part of a sentence. */
export function conditionSlot(tongue: Tongue): Phrase<Condition> {
  const signs = SIGNS[tongue.language]
  const comparison = comparisonSlot(tongue)
  const whole: Phrase<Condition> = {
    keys: [],
    print: (condition) => {
      if ('all' in condition && condition.all.length > 1) return printParts(condition.all, signs.and)
      if ('any' in condition && condition.any.length > 1) return printParts(condition.any, signs.or)
      return printPart(condition)
    },
    *read(input, place) {
      const one = readPart(input, place)
      if (one === undefined) return
      for (const [key, join] of [
        ['all', signs.and],
        ['any', signs.or],
      ] as const) {
        const parts = [one.value]
        let end = one.end
        for (;;) {
          const next = input.after(join, end)
          const part = next === undefined ? undefined : readPart(input, next)
          if (part === undefined) break
          parts.push(part.value)
          end = part.end
        }
        if (parts.length > 1) {
          yield { value: key === 'all' ? { all: parts } : { any: parts }, end }
          return
        }
      }
      yield one
    },
  }
  /** What a bracket means by the word before it. */
  const brackets: readonly (readonly [head: string, of: (inside: Condition) => Condition])[] = [
    [signs.not, (inside) => ({ not: inside })],
    [signs.allOf, (only) => ({ all: [only] })],
    [signs.anyOf, (only) => ({ any: [only] })],
    ['', (group) => group],
  ]
  const named = say`${at('condition', quoted[tongue.language])}${word(signs.holds)}`

  function printParts(parts: readonly Condition[], join: string): string | undefined {
    const printed = parts.map((part) => (isSeries(part) ? bracketed('', whole.print(part)) : printPart(part)))
    return printed.includes(undefined) ? undefined : printed.join(join)
  }

  function printPart(condition: Condition): string | undefined {
    if ('condition' in condition) return named.print(condition)
    if ('not' in condition) return bracketed(signs.not, whole.print(condition.not))
    if ('all' in condition) return bracketed(signs.allOf, condition.all[0] && whole.print(condition.all[0]))
    if ('any' in condition) return bracketed(signs.anyOf, condition.any[0] && whole.print(condition.any[0]))
    return comparison.print(condition)
  }

  function bracketed(head: string, inside: string | undefined): string | undefined {
    return inside === undefined ? undefined : `${head}${signs.open}${inside}${signs.close}`
  }

  function readPart(input: Input, place: number) {
    for (const [head, of] of brackets) {
      const opened = input.after(head + signs.open, place)
      if (opened === undefined || !input.enter(MOST_NESTED)) continue
      const inside = first(whole.read(input, opened))
      input.leave()
      const end = inside === undefined ? undefined : input.after(signs.close, inside.end)
      if (inside !== undefined && end !== undefined) return { value: of(inside.value), end }
    }
    return first(either(named, comparison).read(input, place))
  }

  return whole
}

function isSeries(condition: Condition): boolean {
  return ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1)
}

function comparisonSlot(tongue: Tongue): Phrase<Comparison> {
  return as(
    say`${at('fact', factSlot(tongue))}${at('operator', operatorSlot(tongue.language))}${at('value', valueSlot(tongue))}`,
    (read): Comparison => read,
    (comparison) => comparison,
  )
}

/** ≥, 属于, is one of. */
export function operatorSlot(language: Language): Phrase<Operator> {
  const table = wordsOf(language).operators
  const space = language === 'en' ? ' ' : ''
  const rows = Object.entries(table)
    .flatMap(([operator, words]) => words.map((each) => [each, operator as Operator] as const))
    .sort(([one], [other]) => other.length - one.length)
  return {
    keys: [],
    print: (operator) => space + table[operator][0].trim() + space,
    *read(input, place) {
      for (const [each, operator] of rows) {
        const end = input.after(each, place)
        if (end !== undefined) {
          yield { value: operator, end }
          return
        }
      }
    },
  }
}

/** What a fact is compared with: a value, a list of values, or another fact. */
export function valueSlot(tongue: Tongue): Phrase<ConditionValue> {
  const { language } = tongue
  const signs = SIGNS[language]
  const scalar = either(numberSlot, textSlot(language))
  const fact: Phrase<ConditionValue> = as(
    factSlot(tongue),
    (name): ConditionValue => ({ fact: name }),
    (value) => (typeof value === 'object' && !Array.isArray(value) ? value.fact : undefined),
  )
  const several: Phrase<ConditionValue> = as(
    around(say`${word(signs.open)}${field(list(scalar, signs.comma, ','))}${word(signs.close)}`),
    (values): ConditionValue => values,
    (value) => (Array.isArray(value) ? value : undefined),
  )
  const yesOrNo = either(meaning(true, word(signs.yes)), meaning(false, word(signs.no)))
  return either(several, scalar, fact, yesOrNo) as Phrase<ConditionValue>
}

/** JSON numbers as JSON writes them. */
const numberSlot: Phrase<number> = {
  keys: [],
  print: (value) => (typeof value === 'number' ? (Object.is(value, -0) ? '-0' : String(value)) : undefined),
  *read(input, place) {
    const start = input.skipSpaces(place)
    const found = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\d%.]|\s*[年-])/.exec(input.folded.slice(start, start + 400))
    if (found === null) input.miss(start, '0')
    else yield { value: Number(found[0]), end: start + found[0].length }
  },
}

/** Percentages and days bare, all other text in quotes. */
function textSlot(language: Language): Phrase<string> {
  const isText = (value: unknown) => typeof value === 'string'
  const percent = provided(percentNumber, (text) => isText(text) && text.length < 60 && canonicalDecimal(text) === text)
  return provided(either(daySlot(language), percent, quoted[language]), isText)
}

/** Deeper than any document may nest (`validate`). */
const MOST_NESTED = 250

const SIGNS = {
  zh: {
    open: '（',
    close: '）',
    comma: '、',
    and: '且',
    or: '或',
    not: '非',
    allOf: '全部满足',
    anyOf: '任一满足',
    holds: '成立',
    yes: '是',
    no: '否',
  },
  en: {
    open: '(',
    close: ')',
    comma: ', ',
    and: ' and ',
    or: ' or ',
    not: 'not ',
    allOf: 'all of ',
    anyOf: 'any of ',
    holds: ' holds',
    yes: 'yes',
    no: 'no',
  },
} as const
