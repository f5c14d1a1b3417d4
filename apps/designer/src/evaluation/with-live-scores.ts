import type { Evaluation, IndicatorResult } from '@yardstick/model'
import type { LiveAnswer } from './live-sample.ts'

/**
 * An evaluation with newer numbers: those of indicators that score as before stay the same objects. Null where it is of
 * other indicators, since then nobody knows their names yet.
 */
export function withLiveScores(evaluation: Evaluation, answer: LiveAnswer): Evaluation | null {
  const { indicators } = evaluation
  const isOfTheSame = indicators.length === answer.ids.length && indicators.every(({ id }, at) => id === answer.ids[at])
  if (!isOfTheSame) return null
  const { state, total, grade, fullScore } = answer
  return {
    ...evaluation,
    state,
    total,
    grade,
    fullScore,
    indicators: indicators.map((each, at) => renewed(each, answer, at)),
  }
}

function renewed(before: IndicatorResult, answer: LiveAnswer, at: number): IndicatorResult {
  const [score, state, points] = [answer.scores[at]!, answer.states[at]!, answer.points[at]!]
  const provisional = answer.provisional[at] === true
  const isSame =
    before.score === score &&
    before.state === state &&
    before.points === points &&
    (before.provisional === true) === provisional
  if (isSame) return before
  // The exact value that stands beside a rounded one is that of before.
  const { exact: _, provisional: __, ...rest } = before
  return { ...rest, score, state, points, ...(provisional ? { provisional } : {}) }
}
