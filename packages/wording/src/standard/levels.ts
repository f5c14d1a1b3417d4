import { Exact, type Level, type LevelsScoring } from '@yardstick/model'
import { as, at, either, list, meaning, type Phrase, say, when, word } from '../phrase/phrase.ts'
import { bareOrQuoted } from '../phrase/quote.ts'
import type { InLanguages, Speech } from './context.ts'
import { share } from './slots.ts'

/**
 * 等级评定: 按评定等级计分：优，得满分；良，得指标分值的80%；差，不得分。 Where a level leaves room for judgement, the ends of its
 * range follow from its place among the levels (the lower end belongs to it, the upper one only at the top), so （含） is a
 * reminder at the lower end; a mark at an end that does not belong to the level is refused.
 */
export function levelsSentence(speech: Speech): Phrase<LevelsScoring> {
  return as(
    SENTENCES[speech.language],
    ({ levels }): LevelsScoring | undefined =>
      levels.every(isWellMarked)
        ? { method: 'levels', levels: levels.map(({ fromMarked: _, toMarked: __, ...level }) => level) }
        : undefined,
    ({ levels }) => ({ levels: levels.map(marked) }),
  )
}

/** A level with the ends of its range that are marked （含）. */
interface View extends Level {
  fromMarked?: boolean
  toMarked?: boolean
}

function marked(level: Level): View {
  const { from, to } = level
  if (from === undefined || to === undefined) return level
  const isDescending = exactOf(to).lessThan(exactOf(from))
  const lower = isDescending ? to : from
  const isMarked = exactOf(lower).sign !== 0
  return { ...level, fromMarked: isMarked && !isDescending, toMarked: isMarked && isDescending }
}

function isWellMarked({ from, to, fromMarked, toMarked }: View, index: number): boolean {
  if (from === undefined || to === undefined || index === 0) return true
  const isDescending = exactOf(to).lessThan(exactOf(from))
  return isDescending ? fromMarked !== true : toMarked !== true
}

function exactOf(text: string): Exact {
  return Exact.parse(text) ?? Exact.zero
}

/** 得满分, 不得分, 得分值的80%. A share of "100%" is full points, of "0%" none. */
const gets: InLanguages<Phrase<string>> = {
  zh: either(
    meaning('100%', word('得满分', '计满分')),
    meaning('0%', word('不得分', '不计分', '得0分')),
    as(
      say`${word('得指标分值的', '得到指标分值的', '得分值的')}${at('it', share.zh)}`,
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
    const name = bareOrQuoted('zh', '等级名称', ['，'], /[；：]/)
    const included = (key: 'fromMarked' | 'toMarked') =>
      either(
        when({ [key]: true } as { fromMarked: true }, word('（含）')),
        when({ [key]: false } as { fromMarked: false }, word('')),
      )
    const range = say`在${word('指标分值的', '分值的')}${at('from', share.zh)}${included('fromMarked')}${word('～', '-', '至')}${at('to', share.zh)}${included('toMarked')}之间${word('评定', '酌情评定')}`
    const worth = either(
      say`${at('share', gets.zh)}，${range}`,
      range,
      say`${at('share', gets.zh)}，在${word('指标分值的', '分值的')}${at('from', share.zh)}以上评定`,
      say`${at('share', gets.zh)}，在${word('指标分值的', '分值的')}${at('to', share.zh)}以下评定`,
      say`在${word('指标分值的', '分值的')}${at('from', share.zh)}以上评定`,
      say`在${word('指标分值的', '分值的')}${at('to', share.zh)}以下评定`,
      say`${at('share', gets.zh)}`,
      say`未定分`,
    )
    return say`${word('按评定等级计分：', '评定等级：', '按等级计分：', '等级：')}${at('levels', list(say`${at('name', name)}，${worth}` as Phrase<View>, '；'))}${word('。', '')}`
  })(),
  en: (() => {
    const name = bareOrQuoted('en', 'the name of a level', [':'], /[;；：]/)
    const included = (key: 'fromMarked' | 'toMarked') =>
      either(
        when({ [key]: true } as { fromMarked: true }, word(' (incl.)')),
        when({ [key]: false } as { fromMarked: false }, word('')),
      )
    const range = say`judged between ${at('from', share.en)}${included('fromMarked')} and ${at('to', share.en)}${included('toMarked')} of the points`
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
    return say`${word('By the level judged: ', 'By level: ')}${at('levels', list(say`${at('name', name)}: ${worth}` as Phrase<View>, '; '))}${word('.', '')}`
  })(),
}
