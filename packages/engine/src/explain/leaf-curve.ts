import type { Exact, Submission } from '@yardstick/model'
import type { CompiledScheme, ResolvedTarget, ShownAs } from '../compile/compiled.ts'
import { ratioUnit } from '../compile/ratio-unit.ts'
import type { ScoreCurve } from '../curve/score-curve.ts'
import { Inputs } from '../evaluate/inputs.ts'
import { actualValue, resolveTarget } from '../evaluate/methods/by-curve.ts'

/** A leaf's score curve as one submission sees it: what a picture of the rule is drawn from. */
export interface LeafCurve {
  readonly curve: ScoreCurve
  /** Where the submission stands; null without one, without a value, and for distances from a group's mean. */
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
 */
export function leafCurve(compiled: CompiledScheme, id: string, submission: Submission): LeafCurve | undefined {
  const leaf = compiled.nodeById.get(id)
  if (leaf?.type !== 'leaf' || leaf.method.curve === undefined || leaf.method.broken !== undefined) return undefined
  const { method } = leaf
  const inputs = new Inputs(compiled, submission)
  const read = resolveTarget(method, inputs)
  const target = read.state === 'present' ? (read.value ?? null) : null
  if (typeof method.curve === 'function' && target === null) return undefined
  const curve = typeof method.curve === 'function' ? method.curve(target ?? undefined) : method.curve
  if (curve === undefined || !('pieces' in curve)) return undefined
  const { scoring, shown } = method
  if (scoring.method === 'rank') {
    const isRelative = scoring.rule.by === 'mean' && scoring.rule.distance === 'relative'
    const distance: ShownAs = isRelative ? { type: 'rate', unit: undefined, digits: undefined } : shown
    return { curve, x: null, target: null, shown: distance, ratioUnit: ratioUnit(distance) }
  }
  const x = method.actual === undefined ? undefined : actualValue(method, inputs)
  return { curve, x: x?.state === 'present' ? x.value : null, target, shown, ratioUnit: ratioUnit(shown) }
}
