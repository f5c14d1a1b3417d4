import type { Scoring, StepCount, StepsScoring, StepsSide } from '@yardstick/model'
import { isEqual } from '../phrase/equal.ts'
import { as, type Phrase } from '../phrase/phrase.ts'
import type { LeafContext, Speech } from './context.ts'
import { stepsEn } from './steps-en.ts'
import type { StepsView } from './steps-view.ts'
import { stepsZh } from './steps-zh.ts'

/**
 * 按步扣分: 达到目标值（≥95%）得满分，每降低1个百分点扣1分，不足1个百分点的按比例扣分，扣完为止。
 *
 * A rule that deducts on one side, or equally on both, is one sentence with one step, and its side is said flat (`StepsView`).
 * How a part of a step counts can be stated by the side (in brackets behind it), by the leaf (behind a comma) or by the
 * scheme (behind 方案规定); the three read apart because they are three places in the documents.
 */
export function stepsSentence(speech: Speech): Phrase<StepsScoring> {
  return as(
    speech.language === 'zh' ? stepsZh(speech) : stepsEn(speech),
    (view) => scoringOf(view, speech),
    (scoring) => viewOf(scoring, speech),
  )
}

function viewOf({ method: _, below, above, ...rest }: StepsScoring, speech: Speech): StepsView {
  const scheme = schemeCount({ ...rest, method: 'steps', below, above } as StepsScoring, speech)
  const leaf = { ...rest, ...(scheme === undefined ? {} : { scheme }) }
  if (below !== undefined && above !== undefined && !isEqual(below, above))
    return { ...leaf, sides: 'apart', below, above }
  const single = below ?? above
  if (single === undefined) return { ...leaf, sides: 'none' }
  const { count, ...side } = single
  const sides = below === undefined ? 'above' : above === undefined ? 'below' : 'alike'
  return { ...leaf, ...side, ...(count === undefined ? {} : { own: count }), sides }
}

function scoringOf(view: StepsView, speech: Speech): StepsScoring | undefined {
  const { sides, own, scheme, below, above, size, per, deduct, limit, ...rest } = view
  const scoring: StepsScoring = { method: 'steps', ...rest }
  if (sides === 'apart') {
    // Alike sides have a sentence of their own.
    if (below === undefined || above === undefined || isEqual(below, above)) return undefined
    Object.assign(scoring, { below, above })
  } else if (sides !== 'none') {
    if (size === undefined || per === undefined || deduct === undefined) return undefined
    const side: StepsSide = {
      size,
      per,
      deduct,
      ...(own === undefined ? {} : { count: own }),
      ...(limit === undefined ? {} : { limit }),
    }
    if (sides !== 'above') scoring.below = side
    if (sides !== 'below') scoring.above = side
  }
  return scheme === undefined || (rest.count === undefined && scheme === speech.stepCount) ? scoring : undefined
}

/** The scheme's way of counting, where it is the one that counts. */
function schemeCount(scoring: StepsScoring, speech: Speech): StepCount | undefined {
  return asksCount(scoring, speech) ? speech.stepCount : undefined
}

/**
 * Whether a rule leaves open how a part of a step counts: whole steps only, in proportion, or each one begun. Then the
 * scheme has to say it (`stepCount`), and a text that the rule was read from did not.
 */
export function asksCount(scoring: Scoring, context: Pick<LeafContext, 'valueType'>): boolean {
  if (scoring.method !== 'steps' || scoring.count !== undefined) return false
  return [scoring.below, scoring.above].some(
    (side) => side !== undefined && side.count === undefined && !isUndivided(side, context),
  )
}

/** Whole numbers of a count have no part of one piece. */
function isUndivided(side: StepsSide, context: Pick<LeafContext, 'valueType'>): boolean {
  return context.valueType === 'count' && side.per === 'unit' && side.size === '1'
}
