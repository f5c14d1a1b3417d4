import type { DistanceScoring, RankScoring } from '@yardstick/model'
import { wholeNumber } from '../phrase/number.ts'
import { as, at, either, list, type Phrase, say, when, word } from '../phrase/phrase.ts'
import { quoted } from '../phrase/quote.ts'
import { bandsSentence } from './bands.ts'
import type { InLanguages, Speech } from './context.ts'
import { curveSentence } from './curve.ts'
import { gives } from './slots.ts'
import { stepsSentence } from './steps.ts'

/** 排名: 在全部评价对象中按优劣排名，第1名得满分，第2至3名得8分，其余名次不得分；并列的均按较前名次计分。 */
export function rankSentence(speech: Speech): Phrase<RankScoring> {
  return as(
    SENTENCES[speech.language](speech),
    ({ rule, ...rest }): RankScoring => ({ method: 'rank', ...rest, rule }),
    ({ method: _, ...rest }) => rest,
  )
}

type View = Omit<RankScoring, 'method'>
type Rule = RankScoring['rule']

/** Equal places that follow each other, `第2至3名`; the last is absent where there is one. */
interface Run {
  first: string
  last?: string
  score: string
}

function placesSlot(run: Phrase<Run>, between: string): Phrase<string[]> {
  return as(
    list(run, between),
    (runs) => {
      const places: string[] = []
      for (const { first, last = first, score } of runs) {
        const count = Number(last) - Number(first) + 1
        if (Number(first) !== places.length + 1 || count < 1 || places.length + count > 1000) return undefined
        for (let place = 0; place < count; place++) places.push(score)
      }
      return places
    },
    (places) => {
      const runs: Run[] = []
      places.forEach((score, index) => {
        const run = runs.at(-1)
        if (run?.score === score) run.last = String(index + 1)
        else runs.push({ first: String(index + 1), score })
      })
      return runs
    },
  )
}

/** The sentence of a distance from the mean; the mean is its 目标值, and a relative distance is a rate. */
function distanceSlot(speech: Speech, kind: 'absolute' | 'relative'): Phrase<DistanceScoring> {
  const inner: Speech = {
    ...speech,
    target: undefined,
    targetText: undefined,
    against: 'mean',
    ...(kind === 'relative' ? { unit: undefined, valueType: 'rate' } : {}),
  }
  return either(
    ofMethod('steps', stepsSentence(inner)),
    ofMethod('bands', bandsSentence(inner)),
    ofMethod('curve', curveSentence(inner)),
  ) as Phrase<DistanceScoring>
}

/** A method's sentence as one alternative among methods: it can say only scorings of its own method. */
export function ofMethod<T extends { method: string }>(method: T['method'], sentence: Phrase<T>): Phrase<T> {
  return { ...sentence, print: (scoring) => (scoring.method === method ? sentence.print(scoring) : undefined) }
}

function ruleOf(phrase: Phrase<object>): Phrase<Rule> {
  return phrase as Phrase<Rule>
}

const SENTENCES: InLanguages<(speech: Speech) => Phrase<View>> = {
  zh: (speech) => {
    const run = either(
      say`第${at('first', wholeNumber)}${word('至', '-', '～', '到')}${at('last', wholeNumber)}名${at('score', gives.zh)}`,
      say`第${at('first', wholeNumber)}名${at('score', gives.zh)}`,
    ) as Phrase<Run>
    const places = say`${at('places', placesSlot(run, '，'))}，${word('其余名次', '其余')}${at('otherwise', gives.zh)}`
    const ranked = either(
      ruleOf(when({ by: 'place' }, say`${places}${word('；并列的均按较前名次计分', '')}${word('。', '')}`)),
      ruleOf(when({ by: 'best' }, say`第1名得满分，其余按与第1名的比例得分${word('。', '')}`)),
    )
    const compared = either(
      ruleOf(
        when(
          { by: 'mean', distance: 'absolute' },
          say`按与平均值的差（本单位数值－平均值）计分：${at('scoring', distanceSlot(speech, 'absolute'))}`,
        ),
      ),
      ruleOf(
        when(
          { by: 'mean', distance: 'relative' },
          say`按与平均值的相差幅度（（本单位数值－平均值）÷平均值）计分：${at('scoring', distanceSlot(speech, 'relative'))}`,
        ),
      ),
    )
    const group = say`在${either(say`${at('within', quoted.zh)}相同的评价对象`, word('全部评价对象'))}中`
    return either(
      say`${group}${either(
        when({ order: 'descending' }, word('由高到低')),
        when({ order: 'ascending' }, word('由低到高')),
        word('按优劣', ''),
      )}排名，${at('rule', ranked)}`,
      say`${group}${either(
        when({ order: 'descending' }, word('由高到低比较')),
        when({ order: 'ascending' }, word('由低到高比较')),
        word(''),
      )}，${at('rule', compared)}`,
    ) as Phrase<View>
  },
  en: (speech) => {
    const run = either(
      say`places ${at('first', wholeNumber)} to ${at('last', wholeNumber)}: ${at('score', gives.en)}`,
      say`place ${at('first', wholeNumber)}: ${at('score', gives.en)}`,
    ) as Phrase<Run>
    const places = say`${at('places', placesSlot(run, ', '))}, any other: ${at('otherwise', gives.en)}`
    const ranked = either(
      ruleOf(
        when({ by: 'place' }, say`: ${places}${word('; equal values share the better place', '')}${word('.', '')}`),
      ),
      ruleOf(when({ by: 'best' }, say`: full points for the best, the others in proportion to it${word('.', '')}`)),
    )
    const compared = either(
      ruleOf(
        when(
          { by: 'mean', distance: 'absolute' },
          say`by the distance from the mean (value − mean): ${at('scoring', distanceSlot(speech, 'absolute'))}`,
        ),
      ),
      ruleOf(
        when(
          { by: 'mean', distance: 'relative' },
          say`by the relative distance from the mean ((value − mean) ÷ mean): ${at('scoring', distanceSlot(speech, 'relative'))}`,
        ),
      ),
    )
    const group = say`Among ${either(say`subjects of the same ${at('within', quoted.en)}`, word('all subjects'))}`
    const order = either(
      when({ order: 'descending' }, word(', highest first')),
      when({ order: 'ascending' }, word(', lowest first')),
    )
    return either(
      say`${group}${either(order, word(', best first'))}${at('rule', ranked)}`,
      say`${group}${either(order, word(''))}, ${at('rule', compared)}`,
    ) as Phrase<View>
  },
}
