import type { ShareMetScoring } from '@yardstick/model'
import { conditionSlot } from '../condition/condition.ts'
import { as, at, either, type Phrase, say, when, word } from '../phrase/phrase.ts'
import { quoted } from '../phrase/quote.ts'
import type { InLanguages, Speech } from './context.ts'

/** 达标占比: 得分＝达到目标的同级指标个数÷同级指标总数×分值。 */
export function shareMetSentence(speech: Speech): Phrase<ShareMetScoring> {
  return as(
    SENTENCES[speech.language](speech),
    (of): ShareMetScoring => ({ method: 'share-met', of }),
    ({ of }) => of,
  )
}

const SENTENCES: InLanguages<(speech: Speech) => Phrase<ShareMetScoring['of']>> = {
  zh: (speech) =>
    either(
      when(
        { siblings: true },
        say`得分＝达到目标的同级指标个数÷同级指标总数×分值${word('（不适用的指标不计）', '')}${word('。', '')}`,
      ),
      say`得分＝${at('list', quoted.zh)}中符合条件（${at('met', conditionSlot(speech))}）的条数÷总条数×分值${word('。', '')}`,
    ),
  en: (speech) =>
    either(
      when(
        { siblings: true },
        say`Points in proportion to the share of sibling indicators that met their target${word(' (those that do not apply are left out)', '')}${word('.', '')}`,
      ),
      say`Points in proportion to the share of records in ${at('list', quoted.en)} that meet the condition (${at('met', conditionSlot(speech))})${word('.', '')}`,
    ),
}
