import {
  Exact,
  type Item,
  type Language,
  type Leaf,
  type Measure,
  type Scoring,
  type ScoringMethod,
  type StepsSide,
  type Target,
} from '@yardstick/model'
import { directionOf } from '@yardstick/wording'
import { methodWords } from './words.ts'

/** What the parameters of a new method are taken from, beside the rule that stands there. */
export interface MethodGround {
  readonly leaf: Pick<Leaf, 'name' | 'points' | 'target' | 'actual'>
  readonly items: readonly Item[]
  readonly measures?: readonly Measure[]
  readonly language: Language
}

/**
 * A rule of another method that keeps what can be kept: a threshold, edges with their points, names; and takes the rest
 * from the target, so that what comes out scores at once.
 */
export function scoringOf(method: ScoringMethod, before: Scoring, ground: MethodGround): Scoring {
  if (method === before.method) return before
  const own = ownTarget(before)
  const goal = numberGoal(own ?? ground.leaf.target)
  switch (method) {
    case 'ratio':
      return own === undefined ? { method } : { method, target: own }
    case 'pass':
      return own === undefined ? { method } : { method, threshold: own }
    case 'steps':
      return before.method === 'rank' && before.rule.by === 'mean' && before.rule.scoring.method === 'steps'
        ? before.rule.scoring
        : stepsFor(goal, own, ground)
    case 'bands':
      return bandsFrom(before) ?? bandsFor(goal)
    case 'curve':
      return curveFrom(before) ?? curveFor(goal)
    case 'checklist':
      return checklistFrom(before, ground.language)
    case 'levels':
      return levelsFrom(before, ground.language)
    case 'judgement':
      return { method }
    case 'formula':
      return { method, formula: formulaFor(goal, ground.leaf) }
    case 'table':
      return tableFor(goal, ground)
    case 'share-met':
      return { method, of: { siblings: true } }
    case 'rank':
      return rankFrom(before)
  }
}

/** A target or threshold that the rule holds itself. */
function ownTarget(scoring: Scoring): Target | undefined {
  if (scoring.method === 'ratio') return scoring.target
  return scoring.method === 'pass' ? scoring.threshold : undefined
}

/** The number to be reached, as it is written, and which way is better. */
interface Goal {
  readonly text: string
  readonly isPercent: boolean
  readonly isLower: boolean
}

function numberGoal(target: Target | undefined): Goal | undefined {
  if (target === undefined || !('value' in target)) return undefined
  return { text: target.value, isPercent: target.value.endsWith('%'), isLower: directionOf(target) === 'lower' }
}

/** A share of the goal, written as the goal is. */
function part({ text, isPercent }: Goal, share: string): string {
  const value = Exact.of(isPercent ? text.slice(0, -1) : text).times(Exact.of(share))
  return value.round(4).toText() + (isPercent ? '%' : '')
}

function stepsFor(goal: Goal | undefined, own: Target | undefined, { leaf }: MethodGround): Scoring {
  const target = own ?? leaf.target
  const isZone = target !== undefined && 'low' in target
  const isPercent = goal?.isPercent ?? (isZone && target.low.endsWith('%'))
  // A tenth of the points a step, in round numbers: full marks are gone after ten steps.
  const deduct = Exact.of(leaf.points).over(Exact.integer(10)).round(1).toText()
  const side: StepsSide = {
    size: isPercent ? '1%' : '1',
    per: isPercent ? 'percentage-point' : 'unit',
    deduct: deduct === '0' ? '0.1' : deduct,
  }
  const isLower = target !== undefined && directionOf(target) === 'lower'
  return {
    method: 'steps',
    ...(own !== undefined && 'value' in own ? { from: own.value } : {}),
    ...(isZone || !isLower ? { below: side } : {}),
    ...(isZone || isLower ? { above: side } : {}),
    count: isPercent ? 'prorata' : 'whole',
  }
}

function bandsFor(goal: Goal | undefined): Scoring {
  const known = goal ?? { text: '90%', isPercent: true, isLower: false }
  if (Exact.of(known.text).sign <= 0) {
    return {
      method: 'bands',
      otherwise: known.isLower ? '100%' : '0',
      bands: [{ from: known.text, included: !known.isLower, score: known.isLower ? '0' : '100%' }],
    }
  }
  return known.isLower
    ? {
        method: 'bands',
        otherwise: '100%',
        bands: [
          { from: known.text, included: false, score: '60%' },
          { from: part(known, '1.2'), included: false, score: '0' },
        ],
      }
    : {
        method: 'bands',
        otherwise: '0',
        bands: [
          { from: part(known, '0.8'), included: true, score: '60%' },
          { from: known.text, included: true, score: '100%' },
        ],
      }
}

function curveFor(goal: Goal | undefined): Scoring {
  const known =
    goal !== undefined && Exact.of(goal.text).sign > 0 ? goal : { text: '90%', isPercent: true, isLower: false }
  const near = { at: known.text, score: '100%' }
  return known.isLower
    ? { method: 'curve', anchors: [near, { at: part(known, '1.5'), score: '0' }], below: 'hold', above: 'zero' }
    : { method: 'curve', anchors: [{ at: part(known, '0.6'), score: '60%' }, near], below: 'zero', above: 'hold' }
}

/** Anchors become the edges of bands, each with the points it had; a mean's own bands come out of their rank. */
function bandsFrom(before: Scoring): Scoring | undefined {
  if (before.method === 'rank' && before.rule.by === 'mean' && before.rule.scoring.method === 'bands')
    return before.rule.scoring
  if (before.method !== 'curve') return undefined
  const bands = before.anchors.map(({ at, score }) => ({ from: at, included: true, score }))
  return { method: 'bands', otherwise: before.below === 'hold' ? bands[0]!.score : '0', bands }
}

function curveFrom(before: Scoring): Scoring | undefined {
  if (before.method === 'rank' && before.rule.by === 'mean' && before.rule.scoring.method === 'curve')
    return before.rule.scoring
  if (before.method !== 'bands') return undefined
  const anchors = before.bands
    .filter((band, index, all) => band.from !== all[index - 1]?.from)
    .map(({ from, score }) => ({ at: from, score }))
  if (anchors.length < 2) return undefined
  return { method: 'curve', anchors, below: before.otherwise === '0' ? 'zero' : 'hold', above: 'hold' }
}

function checklistFrom(before: Scoring, language: Language): Scoring {
  const w = methodWords[language]
  const names =
    before.method === 'levels' ? before.levels.map((level) => level.name) : [w.elementNew(1), w.elementNew(2)]
  const shares = evenShares(names.length)
  return {
    method: 'checklist',
    elements: names.map((text, index) => ({ id: String(index + 1), text, score: shares[index]!, met: 'judged' })),
  }
}

/** Whole percentages that add up to 100 %. */
function evenShares(count: number): string[] {
  const each = Math.floor(100 / count)
  return Array.from({ length: count }, (_, index) => `${each + (index < 100 - each * count ? 1 : 0)}%`)
}

function levelsFrom(before: Scoring, language: Language): Scoring {
  const shares = ['100%', '80%', '60%', '0%']
  const names = methodWords[language].standardLevels
  const bands = before.method === 'bands' ? [...before.bands].reverse() : []
  const isShares = bands.length > 0 && [...bands.map((band) => band.score)].every((score) => score.endsWith('%'))
  const kept = isShares
    ? [...bands.map((band) => band.score), before.method === 'bands' ? before.otherwise : '0']
    : shares
  return {
    method: 'levels',
    levels: kept.map((share, index) => ({
      name: names[index] ?? methodWords[language].levelNew(index + 1),
      share: share === '0' ? '0%' : share,
    })),
  }
}

function formulaFor(goal: Goal | undefined, { actual, points }: MethodGround['leaf']): string {
  if (actual === undefined) return points
  if (goal === undefined || Exact.of(goal.text).sign <= 0) return `MIN(${actual}, 1) * ${points}`
  return goal.isLower
    ? `IF((${actual}) <= ${goal.text}, ${points}, ${goal.text} / (${actual}) * ${points})`
    : `MIN((${actual}) / ${goal.text}, 1) * ${points}`
}

function tableFor(goal: Goal | undefined, { leaf, items, measures = [] }: MethodGround): Scoring {
  const names = [...items, ...measures].filter((each) => each.type !== 'list').map((each) => each.id)
  const column = leaf.actual !== undefined && names.includes(leaf.actual) ? leaf.actual : (names[0] ?? leaf.name)
  const cell =
    goal === undefined || column !== leaf.actual
      ? null
      : ({ operator: goal.isLower ? 'lessThanInclusive' : 'greaterThanInclusive', value: goal.text } as const)
  return { method: 'table', columns: [column], rows: [{ when: [cell], score: '100%' }], hit: 'first', otherwise: '0' }
}

/** Steps away from a target can stay as steps away from the mean; other edges would mean something else there. */
function rankFrom(before: Scoring): Scoring {
  if (before.method !== 'steps') return { method: 'rank', rule: { by: 'best' } }
  const { from: _, ...scoring } = before
  return { method: 'rank', rule: { by: 'mean', distance: 'absolute', scoring } }
}
