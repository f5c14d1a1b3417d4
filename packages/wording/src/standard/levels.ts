import { Exact, type Level, type LevelsScoring } from '@yardstick/model'
import { as, at, either, list, meaning, type Phrase, say, when, word } from '../phrase/phrase.ts'
import { bareOrQuoted } from '../phrase/quote.ts'
import type { InLanguages, Speech } from './context.ts'
import { share } from './slots.ts'

/**
 * 等级评定: 按评定等级计分：优，得满分；良，得分值的80%；差，不得分。 Where a level leaves room for judgement its range is
 * printed with the ends that belong to it: the lower one always, the upper one at the top level.
 */
export function levelsSentence(speech: Speech): Phrase<LevelsScoring> {
  return as(
    SENTENCES[speech.language],
    ({ levels }): LevelsScoring | undefined => {
      const read = levels.map(({ fromIn: _, toIn: __, ...level }): Level => level)
      const said = read.map(viewOf)
      const isAsSaid = levels.every(
        (level, index) => level.fromIn === said[index]?.fromIn && level.toIn === said[index]?.toIn,
      )
      return isAsSaid ? { method: 'levels', levels: read } : undefined
    },
    ({ levels }) => ({ levels: levels.map(viewOf) }),
  )
}

/** A level with the ends of its range that belong to it. */
interface View extends Level {
  fromIn?: boolean
  toIn?: boolean
}

function viewOf(level: Level, index: number): View {
  const { from, to } = level
  if (from === undefined || to === undefined) return level
  const isDescending = valueOf(to).lessThan(valueOf(from))
  const isTop = index === 0
  return { ...level, fromIn: !isDescending || isTop, toIn: isDescending || isTop }
}

function valueOf(text: string): Exact {
  return Exact.parse(text) ?? Exact.zero
}

/** 得满分, 不得分, 得分值的80%. A share of "100%" is full points, of "0%" none. */
const gets: InLanguages<Phrase<string>> = {
  zh: either(
    meaning('100%', word('得满分', '计满分')),
    meaning('0%', word('不得分', '不计分', '得0分')),
    as(
      say`${word('得分值的', '得指标分值的')}${at('it', share.zh)}`,
      ({ it }) => it,
      (it) => ({ it }),
    ),
  ),
  en: either(
    meaning('100%', word('full points')),
    meaning('0%', word('no points')),
    as(
      say`${at('it', share.en)} of the points`,
      ({ it }) => it,
      (it) => ({ it }),
    ),
  ),
}

const SENTENCES: InLanguages<Phrase<{ levels: View[] }>> = {
  zh: (() => {
    const name = bareOrQuoted('等级名称', ['，'], /[；，、：“”（]|^\s/)
    const included = (key: 'fromIn' | 'toIn') =>
      either(
        when({ [key]: true } as { fromIn: true }, word('（含）')),
        when({ [key]: false } as { fromIn: false }, word('', '（不含）')),
      )
    const range = say`在分值的${at('from', share.zh)}${included('fromIn')}${word('～', '-', '至')}${at('to', share.zh)}${included('toIn')}之间${word('评定', '酌情评定')}`
    const worth = either(
      say`${at('share', gets.zh)}，${range}`,
      range,
      say`${at('share', gets.zh)}，在分值的${at('from', share.zh)}以上评定`,
      say`${at('share', gets.zh)}，在分值的${at('to', share.zh)}以下评定`,
      say`在分值的${at('from', share.zh)}以上评定`,
      say`在分值的${at('to', share.zh)}以下评定`,
      say`${at('share', gets.zh)}`,
      say`未定分`,
    )
    return say`${word('按评定等级计分：', '')}${at('levels', list(say`${at('name', name)}，${worth}` as Phrase<View>, '；'))}${word('。', '')}`
  })(),
  en: (() => {
    const name = bareOrQuoted('the name of a level', [':'], /[;；:：“”(（]|^\s/)
    const included = (key: 'fromIn' | 'toIn') =>
      either(
        when({ [key]: true } as { fromIn: true }, word(' (incl.)')),
        when({ [key]: false } as { fromIn: false }, word('')),
      )
    const range = say`judged between ${at('from', share.en)}${included('fromIn')} and ${at('to', share.en)}${included('toIn')} of the points`
    const worth = either(
      say`${at('share', gets.en)}, ${range}`,
      range,
      say`${at('share', gets.en)}, judged from ${at('from', share.en)} of the points`,
      say`${at('share', gets.en)}, judged up to ${at('to', share.en)} of the points`,
      say`judged from ${at('from', share.en)} of the points`,
      say`judged up to ${at('to', share.en)} of the points`,
      say`${at('share', gets.en)}`,
      say`not yet worth points`,
    )
    return say`${word('By the level judged: ', '')}${at('levels', list(say`${at('name', name)}: ${worth}` as Phrase<View>, '; '))}${word('.', '')}`
  })(),
}
