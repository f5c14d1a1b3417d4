import { CivilDate, Exact, type Target } from '@yardstick/model'
import { dateOfDayNumber } from '../numbers.ts'
import { daySlot } from '../phrase/day.ts'
import { foldText, type Input } from '../phrase/input.ts'
import { percentNumber, plainNumber, pointsNumber, quantityNumber } from '../phrase/number.ts'
import { around, as, aside, either, field, meaning, type Phrase, say, word } from '../phrase/phrase.ts'
import { quote, unquote } from '../phrase/quote.ts'
import { parseTarget } from '../target/parse-target.ts'
import { printTarget, printTargetQuoted } from '../target/print-target.ts'
import { type InLanguages, type Speech, unitOfValue } from './context.ts'

/** The slots that sentences of all methods share: points, shares, values with their unit, the target. */

/** n points, in English with its plural. */
export const pointsIn: InLanguages<Phrase<string>> = {
  zh: around(say`${field(pointsNumber)}分`),
  en: either(meaning('1', word('1 point')), around(say`${field(pointsNumber)} ${word('points', 'point')}`)),
}

/** What is given: `得满分`, `不得分`, `得2分`, `得指标分值的40%`. A score of "100%" is full points, of "0" none. */
export const gives: InLanguages<Phrase<string>> = {
  zh: either(
    meaning('100%', word('得满分', '计满分', '得该项满分', '得该指标满分', '记满分')),
    meaning('0', word('不得分', '不计分', '得0分', '计0分', '记0分')),
    around(say`${word('得', '计', '记')}${field(pointsIn.zh)}`),
    around(
      say`${word('得指标分值的', '得到指标分值的', '得分值的', '计分值的', '得该项分值的')}${field(percentNumber)}`,
    ),
  ),
  en: either(
    meaning('100%', word('full points')),
    meaning('0', word('no points', '0 points')),
    pointsIn.en,
    around(say`${field(percentNumber)} of the points`),
  ),
}

/** The points where nothing is deducted yet: 得满分 where none are stated. */
export const startingPoints: InLanguages<Phrase<{ start?: string }>> = {
  zh: either(
    word('得满分', '计满分', '得该项满分', '得该指标满分', '记满分'),
    startOf(around(say`${word('得', '计', '记')}${field(pointsIn.zh)}`)),
  ),
  en: either(word('Full points'), startOf(pointsIn.en)),
}

function startOf(phrase: Phrase<string>): Phrase<{ start?: string }> {
  return {
    keys: ['start'],
    print: ({ start }) => (start === undefined ? undefined : phrase.print(start)),
    *read(input, place) {
      for (const read of phrase.read(input, place)) yield { value: { start: read.value }, end: read.end }
    },
  }
}

/** A share of the points in a judged level: `80%`; a ratio written without % keeps its form, `0.8倍`. */
export const share: InLanguages<Phrase<string>> = {
  zh: either(percentNumber, around(say`${field(plainNumber)}倍`)),
  en: either(percentNumber, around(say`${field(plainNumber)} times`)),
}

/** A value of the indicator: `95%`, `35天`; of a date its day. */
export function valueSlot(speech: Speech): Phrase<string> {
  const unit = spokenUnit(speech)
  const printed = speech.language === 'zh' ? unit : ` ${unit}`
  const number =
    unit === undefined || printed === undefined
      ? quantityNumber
      : either(percentNumber, around(say`${field(plainNumber)}${word(printed, '')}`))
  return speech.valueType === 'date' ? either(dayNumberSlot(speech), number) : number
}

/** The low end of a range, whose unit stands at its high end: the 40 of 40～60个. */
export function lowEndSlot(speech: Speech): Phrase<string> {
  const unit = spokenUnit(speech)
  if (unit === undefined || speech.valueType === 'date') return valueSlot(speech)
  return either(percentNumber, around(say`${field(plainNumber)}${word('', unit)}`))
}

function spokenUnit(speech: Speech): string | undefined {
  const unit = unitOfValue(speech)
  return unit !== undefined && isSpokenUnit(unit) ? unit : undefined
}

/** A unit that cannot be taken for more digits, a percent sign or the words that follow. */
export function isSpokenUnit(unit: string): boolean {
  return /^[\p{L}\p{So}‰]/u.test(unit) && !/百分点|单位|points?$/.test(unit)
}

/** A date is scored as the number of its day, and reads as the day. */
function dayNumberSlot(speech: Speech): Phrase<string> {
  return as(
    daySlot(speech.language),
    (day) => CivilDate.parse(day)?.dayNumber.toString(),
    (number) => {
      const value = number.endsWith('%') ? undefined : Exact.parse(number)
      return value === undefined ? undefined : dateOfDayNumber(value)?.text
    },
  )
}

/** The leaf's own target behind 目标值, as a reminder: （≥95%）. */
export function targetAside(speech: Speech): Phrase<object> {
  const { targetText, language } = speech
  return targetText === undefined ? word('') : aside(word(language === 'zh' ? `（${targetText}）` : ` (${targetText})`))
}

/** A target that a method holds itself, in brackets, with the author's words where there are any: （≥95%，原文“不低于95%”）. */
export function targetSlot(speech: Speech): Phrase<Target> {
  const { language } = speech
  const [open, close, written] = BRACKETS[language]
  return {
    keys: [],
    print(target) {
      const plain = printTarget(target, language)
      const inside =
        /[“”"\\()（）\n]/.test(plain) || plain.includes(written) ? printTargetQuoted(target, language) : plain
      return `${open}${inside}${target.written === undefined ? '' : written + quote(target.written, language)}${close}`
    },
    *read(input, place) {
      const start = input.after(open, place)
      if (start === undefined) return
      const cut = outsideQuotes(input, start, foldText(close))
      if (cut === undefined) {
        input.miss(start, close)
        return
      }
      const wordsAt = outsideQuotes(input, start, foldText(written), cut)
      const { target } = parseTarget(input.text.slice(start, wordsAt ?? cut))
      const words = wordsAt === undefined ? undefined : unquote(input.text, wordsAt + written.length)
      if (target === undefined || (wordsAt !== undefined && words?.end !== cut)) input.miss(start, '≥95%')
      else yield { value: words === undefined ? target : { ...target, written: words.text }, end: cut + close.length }
    },
  }
}

const BRACKETS = { zh: ['（', '）', '，原文'], en: [' (', ')', ', written as '] } as const

/** The place of a word outside quotations, before `limit`. */
function outsideQuotes(input: Input, start: number, folded: string, limit = input.text.length): number | undefined {
  for (let place = start; place < limit; place++) {
    if (input.folded.startsWith(folded, place)) return place
    const skipped = unquote(input.text, place)
    if (skipped !== undefined) place = skipped.end - 1
  }
  return undefined
}
