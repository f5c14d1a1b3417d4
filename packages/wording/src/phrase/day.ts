import { CivilDate, type Language } from '@yardstick/model'
import { showDate } from '../numbers.ts'
import { foldText } from './input.ts'
import type { Phrase } from './phrase.ts'

/** A day of the calendar, "2021-12-31" in documents: 2021年12月31日 in Chinese, 2021-12-31 in English; both are read in both. */
export function daySlot(language: Language): Phrase<string> {
  return {
    keys: [],
    print: (text) => {
      const date = typeof text === 'string' ? CivilDate.parse(text) : undefined
      return date === undefined ? undefined : showDate(date, language)
    },
    *read(input, place) {
      const start = input.skipSpaces(place)
      DAY.lastIndex = start
      const found = DAY.exec(input.folded)?.[0] ?? ''
      const [year = '', month = '', day = ''] = foldText(found).split(/\D+/)
      const date = CivilDate.parse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
      if (date === undefined) input.miss(start, EXAMPLE[language])
      else yield { value: date.text, end: start + found.length }
    },
  }
}

const DAY = /\d{4}\s*(?:年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|-\d{1,2}-\d{1,2})/y
const EXAMPLE = { zh: '2021年12月31日', en: '2021-12-31' } as const
