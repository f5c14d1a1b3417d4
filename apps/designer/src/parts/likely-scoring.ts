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
  const { items, measures } = scheme
  return scoringOf(method, leaf.scoring, { leaf, items, ...(measures === undefined ? {} : { measures }), language })
}

/** A leaf whose method nobody has chosen: what a new row gets because every leaf has one. */
export function isUnchosen({ scoring }: Pick<Leaf, 'scoring'>): boolean {
  return scoring.method === 'judgement' && scoring.panel === undefined
}
