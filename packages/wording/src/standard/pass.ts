import type { PassScoring } from '@yardstick/model'
import { conditionSlot } from '../condition/condition.ts'
import { as, at, either, type Phrase, say, word } from '../phrase/phrase.ts'
import type { InLanguages, Speech } from './context.ts'
import { targetAside, targetSlot } from './slots.ts'

/** 达标得分: 达到目标值（≥95%）得满分，否则不得分。 */
export function passSentence(speech: Speech): Phrase<PassScoring> {
  return as(
    SENTENCES[speech.language](speech),
    (read): PassScoring => ({ method: 'pass', ...read }),
    ({ method: _, ...rest }) => rest,
  )
}

const SENTENCES: InLanguages<(speech: Speech) => Phrase<Omit<PassScoring, 'method'>>> = {
  zh: (speech) => {
    const threshold = say`${word('达到规定标准', '达到标准')}${at('threshold', targetSlot(speech))}`
    const condition = say`符合条件（${at('condition', conditionSlot(speech))}）${word('的', '')}`
    const met = either(say`${threshold}且${condition}`, condition, threshold, reachedZh(speech))
    return say`${met}${word('得满分', '计满分')}，${word('否则不得分', '否则不计分', '否则得0分')}${word('。', '')}`
  },
  en: (speech) => {
    const threshold = say`the required standard${at('threshold', targetSlot(speech))} is met`
    const condition = say`the condition (${at('condition', conditionSlot(speech))}) holds`
    const met = either(say`${threshold} and ${condition}`, condition, threshold, reachedEn(speech))
    return say`Full points if ${met}, otherwise none${word('.', '')}`
  },
}

/** How a target is reached, in the words that fit its form. */
function reachedZh(speech: Speech): Phrase<object> {
  const { target } = speech
  const shown = targetAside(speech)
  if (target === undefined) return say`${word('达到目标值', '达标')}`
  if ('text' in target) return say`${word('达到目标', '达到目标值')}${shown}`
  if ('low' in target) return say`${word('在目标范围', '达到目标值')}${shown}${word('内', '')}`
  if ('date' in target) return say`${word('在目标时限', '在规定时限')}${shown}${word('内完成', '完成')}`
  switch (target.comparator) {
    case '<=':
      return say`${word('不超过目标值', '达到目标值', '控制在目标值')}${shown}`
    case '<':
      return say`${word('低于目标值', '达到目标值')}${shown}`
    case '>':
      return say`${word('超过目标值', '达到目标值')}${shown}`
    case '=':
      return say`${word('等于目标值', '达到目标值')}${shown}`
    default:
      return say`达到目标值${shown}`
  }
}

function reachedEn(speech: Speech): Phrase<object> {
  return say`the target${targetAside(speech)} is met`
}
