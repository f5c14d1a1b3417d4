import { readNumeral } from '../numeral.ts'
import type { Phrase } from './phrase.ts'

/** Numbers as slots: canonical decimal text goes in and comes out; Chinese numerals and thousands are read too. */
function numberSlot(what: string, mayBe: RegExp): Phrase<string> {
  return {
    keys: [],
    print: (text) => (mayBe.test(text) ? text : undefined),
    *read(input, place) {
      const start = input.skipSpaces(place)
      const found = readNumeral(input.folded, start)
      if (found !== undefined && mayBe.test(found.text)) yield { value: found.text, end: found.end }
      else input.miss(start, what)
    },
  }
}

/** Points: "7.5". */
export const pointsNumber = numberSlot('0', /^\d+(\.\d+)?$/)
/** "95", "-5", "95%". */
export const quantityNumber = numberSlot('0', /^-?\d+(\.\d+)?%?$/)
/** "95%". */
export const percentNumber = numberSlot('0%', /^-?\d+(\.\d+)?%$/)
/** "95", without a percent sign. */
export const plainNumber = numberSlot('0', /^-?\d+(\.\d+)?$/)
/** "3", a count. */
export const wholeNumber = numberSlot('1', /^\d+$/)
