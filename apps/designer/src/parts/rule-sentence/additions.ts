import type { Scoring } from '@yardstick/model'
import type { sentenceWords } from './words.ts'

export type Addition = keyof typeof sentenceWords.zh.additions

/** Parts that a rule may have and this one has not, each with the rule that has it. */
export function additionsOf(scoring: Scoring, points: string): [Addition, Scoring][] {
  const made: [Addition, Scoring][] = []
  if (scoring.method === 'ratio') {
    if (scoring.passLine === undefined) made.push(['passLine', { ...scoring, passLine: '60%' }])
    if (scoring.overshoot === undefined)
      made.push(['overshoot', { ...scoring, overshoot: { beyond: '30%', effect: 'reduce' } }])
  }
  if (scoring.method === 'steps') {
    const { below, above } = scoring
    if (scoring.start === undefined) made.push(['start', { ...scoring, start: points }])
    if ((below ?? above)?.limit === undefined && (below ?? above) !== undefined) {
      const limited = {
        ...(below === undefined ? {} : { below: { ...below, limit: points } }),
        ...(above === undefined ? {} : { above: { ...above, limit: points } }),
      }
      made.push(['limit', { ...scoring, ...limited }])
    }
    if (scoring.floor === undefined) made.push(['floor', { ...scoring, floor: '0' }])
  }
  return made
}
