import type { FormulaScoring } from '@yardstick/model'
import { as, at, either, type Phrase, say, word } from '../phrase/phrase.ts'
import { quoted } from '../phrase/quote.ts'
import type { InLanguages, Speech } from './context.ts'

/** 公式: 按下列公式计分，不低于0分，不超过分值：分值×（1-10×预算调整率）. The formula closes the sentence and stands as it is written. */
export function formulaSentence(speech: Speech): Phrase<FormulaScoring> {
  return as(
    SENTENCES[speech.language],
    (read): FormulaScoring => ({ method: 'formula', ...read }),
    ({ formula }) => ({ formula }),
  )
}

/** The rest of the text; quoted where it begins or ends with what a reader would take off. */
const rest: Phrase<string> = {
  keys: [],
  print: (text) => (MUST_BE_QUOTED.test(text) ? undefined : text),
  *read(input, place) {
    const start = input.skipSpaces(place)
    const text = input.text.slice(start).replace(/[\s。]+$/, '')
    if (text === '' || MUST_BE_QUOTED.test(text)) input.miss(start, '…')
    else yield { value: text, end: input.text.length }
  },
}
const MUST_BE_QUOTED = /^[\s“"]|[\s。]$/

const formula = { zh: either(rest, quoted.zh), en: either(rest, quoted.en) } as const

const SENTENCES: InLanguages<Phrase<{ formula: string }>> = {
  zh: say`${word('按下列公式计分，不低于0分，不超过分值', '按下列公式计分', '按公式计分')}：${word('', '得分=')}${at('formula', formula.zh)}`,
  en: say`Points by this formula, never below zero nor above the points: ${at('formula', formula.en)}`,
}
