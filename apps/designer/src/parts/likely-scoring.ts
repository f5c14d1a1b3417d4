import type { Language, Leaf, Scheme, Scoring, ScoringMethod, Target } from '@yardstick/model'
import { directionOf } from '@yardstick/wording'
import { scoringOf } from './method/default-scoring.ts'

/**
 * The method a target most likely wants (`ux.md` 4.7): in proportion where it is a number to reach, 达标得分 where it is a
 * day or a single value, by steps where it is a range, levels where it is a sentence. Without a target nothing is said.
 */
export function likelyMethod(target: Target | undefined): ScoringMethod | undefined {
  if (target === undefined) return undefined
  if ('text' in target) return 'levels'
  if ('low' in target) return 'steps'
  if ('date' in target) return 'pass'
  const direction = directionOf(target)
  const isZero = 'value' in target && /^0(\.0+)?%?$/.test(target.value)
  return direction === 'both' || isZero ? 'pass' : 'ratio'
}

export function likelyScoring(
  leaf: Pick<Leaf, 'name' | 'points' | 'target' | 'actual' | 'scoring'>,
  scheme: Pick<Scheme, 'items' | 'measures'>,
  language: Language,
): Scoring | undefined {
  const method = likelyMethod(leaf.target)
  if (method === undefined) return undefined
  if (method === 'levels') {
    const levels = LEVELS.map(({ zh, en, ...range }) => ({ name: { zh, en }[language], ...range }))
    return { method, levels }
  }
  const { items, measures } = scheme
  return scoringOf(method, leaf.scoring, { leaf, items, ...(measures === undefined ? {} : { measures }), language })
}

/** 财预〔2020〕10号: what is described in words is given one of three levels, and a number within it. */
const LEVELS = [
  { zh: '达成预期指标', en: 'Reached', from: '80%', to: '100%' },
  { zh: '部分达成预期指标并具有一定效果', en: 'Partly reached, with some effect', from: '60%', to: '80%' },
  { zh: '未达成预期指标且效果较差', en: 'Not reached, with little effect', from: '0%', to: '60%' },
] as const

/** A leaf whose method nobody has chosen: what a new row gets because every leaf has one. */
export function isUnchosen({ scoring }: Pick<Leaf, 'scoring'>): boolean {
  return scoring.method === 'judgement' && scoring.panel === undefined
}
