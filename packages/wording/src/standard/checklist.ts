import type { ChecklistElement, ChecklistScoring, Met } from '@yardstick/model'
import { conditionSlot } from '../condition/condition.ts'
import { as, at, either, listOf, maybe, meaning, type Phrase, say, token, when, word } from '../phrase/phrase.ts'
import { bareOrQuoted, quoted } from '../phrase/quote.ts'
import type { InLanguages, Speech } from './context.ts'
import { ORDINAL, ordinal } from './ordinal.ts'
import { gives } from './slots.ts'

/** 要素得分: ①按规定的程序申请设立，得1分；②审批文件、材料符合相关要求，得1分（以“批复文件”为佐证），缺此项本指标不得分。 */
export function checklistSentence(speech: Speech): Phrase<ChecklistScoring> {
  const { language } = speech
  const element = ELEMENTS[language](speech)
  const numbered = (index: number): Phrase<ChecklistElement> =>
    as(
      say`${ordinal(index, language)}${at('id', idSlot(speech, index))}${element}`,
      (read): ChecklistElement => read,
      (said) => said,
    )
  return as(
    say`${at('elements', listOf(numbered, language === 'zh' ? word('；') : word('; ')))}${language === 'zh' ? word('。', '') : word('.', '')}`,
    (read): ChecklistScoring => ({ method: 'checklist', ...read }),
    ({ elements }) => ({ elements }),
  )
}

/** The id of an element is not said where it is the one expected at its place; else it stands in 〔 〕. */
function idSlot(speech: Speech, index: number): Phrase<string> {
  const expected = speech.elementIds?.[index] ?? String(index + 1)
  const id = token(
    /[\p{L}\p{N}][\p{L}\p{N}._-]{0,119}/u,
    '〔id〕',
    (found) => found,
    (text) => text !== expected,
  )
  const said = as(
    say`〔${at('id', id)}〕${speech.language === 'zh' ? word('') : word(' ')}`,
    (read) => read.id,
    (text) => ({ id: text }),
  )
  return either(said, meaning(expected, word('')))
}

type Said = Omit<ChecklistElement, 'id'>

const ELEMENTS: InLanguages<(speech: Speech) => Phrase<Said>> = {
  zh: (speech) => {
    const text = bareOrQuoted(
      'zh',
      '要素',
      ['，得', '，不得分', '，计', '，不计分'],
      new RegExp(`[；〔〕]|${ORDINAL.source}`),
    )
    return say`${at('text', text)}，${at('score', gives.zh)}${at(
      'met',
      either(
        byItem(say`（按${at('item', quoted.zh)}认定）`),
        byEvidence(say`（以${at('evidence', quoted.zh)}为佐证）`),
        byCondition(say`（条件：${at('condition', conditionSlot(speech))}）`),
        meaning('judged', word('')),
      ),
    )}${maybe(when({ gate: true }, word('，缺此项本指标不得分', '，缺此项不得分')))}` as Phrase<Said>
  },
  en: (speech) => {
    const text = bareOrQuoted('en', 'an element', [':'], new RegExp(`[；;〔〕]|${ORDINAL.source}`))
    return say`${at('text', text)}: ${at('score', gives.en)}${at(
      'met',
      either(
        byItem(say` (by the item ${at('item', quoted.en)})`),
        byEvidence(say` (by the evidence ${at('evidence', quoted.en)})`),
        byCondition(say` (if ${at('condition', conditionSlot(speech))})`),
        meaning('judged', word('')),
      ),
    )}${maybe(when({ gate: true }, word(', without which the indicator gets no points')))}` as Phrase<Said>
  },
}

const byItem = (phrase: Phrase<{ item: string }>): Phrase<Met> => keyed('item', phrase)
const byEvidence = (phrase: Phrase<{ evidence: string }>): Phrase<Met> => keyed('evidence', phrase)
const byCondition = (phrase: Phrase<Extract<Met, { condition: unknown }>>): Phrase<Met> => keyed('condition', phrase)

/** The way of being met that has this key. */
function keyed<T extends Extract<Met, object>>(key: string, phrase: Phrase<T>): Phrase<Met> {
  return as(
    phrase,
    (read): Met => read,
    (met) => (typeof met === 'object' && key in met ? (met as T) : undefined),
  )
}
