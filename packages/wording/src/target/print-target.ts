import { CivilDate, type Language, type Target } from '@yardstick/model'
import { showDate, showWithUnit } from '../numbers.ts'
import { isEqual } from '../phrase/equal.ts'
import { quote } from '../phrase/quote.ts'
import { wordsOf } from '../words/index.ts'
import { parseTarget } from './parse-target.ts'

/**
 * A target in its normal form: `≥50个`, `80%～120%`, `2021年12月31日前`, `达成预期`. What is printed reads back to the same
 * target (`written` aside, which is the author's); a unit or sentence that would be misread stands in quotes.
 */
export function printTarget(target: Target, language: Language): string {
  const plain = printed(target, language, false)
  return isEqual(parseTarget(plain).target, withoutWritten(target)) ? plain : printTargetQuoted(target, language)
}

/** The normal form with every unit and sentence in quotes, for places where more words follow. */
export function printTargetQuoted(target: Target, language: Language): string {
  return printed(target, language, true)
}

function withoutWritten(target: Target): Target {
  const { written: _, ...rest } = target
  return rest
}

function printed(target: Target, language: Language, quotes: boolean): string {
  const words = wordsOf(language)
  if ('text' in target) return quotes ? quote(target.text, language) : target.text
  if ('formula' in target) {
    return `${words.comparators[target.comparator][0]}${words.formula[0]}${quote(target.formula, language)}`
  }
  if ('date' in target) {
    const day = CivilDate.parse(target.date)
    return words.days[target.comparator][0].replace('{}', day === undefined ? target.date : showDate(day, language))
  }
  const withUnit = (number: string) => {
    if (target.unit === undefined) return number
    return quotes ? number + quote(target.unit, language) : showWithUnit(number, target.unit, language)
  }
  if ('low' in target) {
    return quotes
      ? words.between[0].replace('{}', target.low).replace('{}', withUnit(target.high))
      : `${target.low}${words.to[0]}${withUnit(target.high)}`
  }
  return words.comparators[target.comparator][0] + withUnit(target.value)
}
