import type { Exact, GroupFacts, Submission } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme, ResolvedTarget, ShownAs } from '../compile/compiled.ts'
import { ratioUnit } from '../compile/ratio-unit.ts'
import type { ScoreCurve } from '../curve/score-curve.ts'
import { Inputs } from '../evaluate/inputs.ts'
import { actualValue, resolveTarget } from '../evaluate/methods/by-curve.ts'
import { distanceFromMean, rankedAmong } from '../evaluate/methods/rank.ts'

/** A leaf's score curve as one submission sees it: what a picture of the rule is drawn from. */
export interface LeafCurve {
  readonly curve: ScoreCurve
  /** Where the submission stands; null without one, without a value, and for the distance from a mean without a group. */
  readonly x: Exact | null
  /** The target in the value's unit; null where the rule has none. */
  readonly target: ResolvedTarget | null
  /** How values on the curve are shown; a distance relative to a mean is a rate. */
  readonly shown: ShownAs
  /** What one of the value's unit is as a ratio: a literal "95%" stands at 0.95 ÷ this. */
  readonly ratioUnit: Exact
}

/**
 * The curve of a leaf that has one. A target that is data is read from the submission; without it, or for a method that
 * is no function of one value, there is no curve: undefined.
 *
 * group   what ranks are read from: the distance from a mean needs it
 */
export function leafCurve(
  compiled: CompiledScheme,
  id: string,
  submission: Submission,
  group?: GroupFacts,
): LeafCurve | undefined {
  const leaf = compiled.nodeById.get(id)
  if (leaf?.type !== 'leaf' || leaf.method.curve === undefined || leaf.method.broken !== undefined) return undefined
  const { method } = leaf
  const inputs = new Inputs(compiled, submission)
  const read = resolveTarget(method, inputs)
  const target = read.state === 'present' ? (read.value ?? null) : null
  if (typeof method.curve === 'function' && target === null) return undefined
  const curve = typeof method.curve === 'function' ? method.curve(target ?? undefined) : method.curve
  if (curve === undefined || !('pieces' in curve)) return undefined
  const x = method.actual === undefined ? undefined : actualValue(method, inputs)
  const value = x?.state === 'present' ? x.value : null
  const { scoring } = method
  if (scoring.method === 'rank') {
    const others = rankedAmong(leaf, submission.subject, group)
    const distance =
      value === null || others === undefined || scoring.rule.by !== 'mean'
        ? undefined
        : distanceFromMean(scoring.rule.distance, value, others)?.distance
    const shown = shownOnCurve(leaf)
    return { curve, x: distance ?? null, target: null, shown, ratioUnit: ratioUnit(shown) }
  }
  return { curve, x: value, target, shown: method.shown, ratioUnit: ratioUnit(method.shown) }
}

/** How the values that a leaf's curve is read at are shown: those of the leaf, or a distance relative to a mean. */
export function shownOnCurve({ method: { scoring, shown } }: CompiledLeaf): ShownAs {
  const isRelative = scoring.method === 'rank' && scoring.rule.by === 'mean' && scoring.rule.distance === 'relative'
  return isRelative ? { type: 'rate', unit: undefined, digits: undefined } : shown
}
