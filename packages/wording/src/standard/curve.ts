import type { CurveScoring } from '@yardstick/model'
import { as, at, either, list, type Phrase, say, when, word } from '../phrase/phrase.ts'
import type { InLanguages, Speech } from './context.ts'
import { gives, valueSlot } from './slots.ts'

/** 折线内插: 70%得指标分值的80%，90%得满分，相邻两点之间按直线内插；低于70%不得分，高于90%的按90%计。 */
export function curveSentence(speech: Speech): Phrase<CurveScoring> {
  return as(
    SENTENCES[speech.language](speech),
    ({ anchors, below, above, first, last }): CurveScoring | undefined =>
      anchors.length > 1 && anchors[0]?.at === first && anchors.at(-1)?.at === last
        ? { method: 'curve', anchors, below, above }
        : undefined,
    ({ anchors, below, above }) => {
      const [first, last] = [anchors[0]?.at, anchors.at(-1)?.at]
      return first === undefined || last === undefined ? undefined : { anchors, below, above, first, last }
    },
  )
}

interface View extends Pick<CurveScoring, 'anchors' | 'below' | 'above'> {
  /** The outer anchors' values, named again where the curve ends. */
  first: string
  last: string
}

const SENTENCES: InLanguages<(speech: Speech) => Phrase<View>> = {
  zh: (speech) => {
    const value = valueSlot(speech)
    const [first, last] = [at('first', value), at('last', value)]
    const anchor = say`${at('at', value)}${word('', '的', '时')}${at('score', gives.zh)}`
    return say`${at('anchors', list(anchor, '，', '、', '；'))}，${word('相邻两点之间按直线内插', '中间按直线内插', '其间按比例计分')}；${either(
      when({ below: 'zero' }, say`低于${first}${word('不得分', '的不得分')}`),
      when({ below: 'hold' }, say`低于${first}的按${first}计`),
    )}，${either(
      when({ above: 'zero' }, say`高于${last}${word('不得分', '的不得分')}`),
      when({ above: 'hold' }, say`高于${last}的按${last}计`),
    )}${word('。', '')}` as Phrase<View>
  },
  en: (speech) => {
    const value = valueSlot(speech)
    const [first, last] = [at('first', value), at('last', value)]
    const anchor = say`${at('score', gives.en)} at ${at('at', value)}`
    return say`${at('anchors', list(anchor, ', '))}, in a straight line in between; ${either(
      when({ below: 'zero' }, say`no points below ${first}`),
      when({ below: 'hold' }, say`below ${first} as at ${first}`),
    )}, ${either(
      when({ above: 'zero' }, say`no points above ${last}`),
      when({ above: 'hold' }, say`above ${last} as at ${last}`),
    )}${word('.', '')}` as Phrase<View>
  },
}
