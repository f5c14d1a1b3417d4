import { Exact, type Item, sum } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme, ResolvedTarget } from '../compile/compiled.ts'
import { scoreValue } from '../curve/plain-curves.ts'
import { type Piece, type ScoreCurve, scoreBounds, shapeScore } from '../curve/score-curve.ts'
import { statedPoints, statedScores } from './stated-scores.ts'

/**
 * The best score that a leaf's method can give, in points, before rules and before it is clamped. Of a curve it is the
 * highest point over the values that the item lets in, where the value is one item with a range.
 *
 * returns  undefined where the method does not say: free formulas, curves that could not be drawn, and methods that by
 *          their nature reach just the points (judgement, share-met, ratio to the best)
 */
export function bestScore(leaf: CompiledLeaf, compiled: CompiledScheme): Exact | undefined {
  const { method, points } = leaf
  const { scoring } = method
  switch (scoring.method) {
    case 'ratio':
    case 'steps':
    case 'bands':
    case 'curve':
    case 'pass': {
      const curve = curveOf(leaf)
      // Where the target is data too, the range says nothing about which side of it is reached.
      return curve && bestWithin(curve, method.target?.kind === 'formula' ? {} : valueRange(leaf, compiled))
    }
    case 'checklist':
      return sum(scoring.elements.map(({ score }) => scoreValue(score, points)))
    case 'table': {
      const scores = statedScores(scoring).map((each) => statedPoints(each, points))
      // Rows that are added up may exclude each other, so this is what they give at most.
      return scoring.hit === 'sum' ? sum(scores.slice(0, -1)).max(scores.at(-1)!) : highest(scores)
    }
    case 'levels':
      return highest(statedScores(scoring).map((each) => statedPoints(each, points)))
    case 'rank':
      if (scoring.rule.by === 'mean') return (method.curve && bestWithin(method.curve as ScoreCurve, {})) || undefined
      return scoring.rule.by === 'best'
        ? undefined
        : highest(statedScores(scoring).map((each) => statedPoints(each, points)))
    case 'judgement':
    case 'formula':
    case 'share-met':
      return undefined
  }
}

/** The highest score that values without any limit would reach. */
export function bestAnywhere(leaf: CompiledLeaf): Exact | undefined {
  const curve = curveOf(leaf)
  return curve && bestWithin(curve, {})
}

/** The leaf's curve; where its target is data, the curve for a target of 1, which has the same heights. */
export function curveOf({ method }: CompiledLeaf): ScoreCurve | undefined {
  const { curve, target } = method
  if (curve === undefined) return undefined
  if (typeof curve !== 'function') return curve
  const sample: ResolvedTarget | undefined =
    target?.kind === 'formula' ? { comparator: target.comparator, value: Exact.one } : undefined
  const drawn = curve(sample)
  return 'pieces' in drawn ? drawn : undefined
}

export interface Range {
  readonly min?: Exact
  readonly max?: Exact
}

/** What the leaf's value can be, as far as the one item it is says so. */
function valueRange(leaf: CompiledLeaf, compiled: CompiledScheme): Range {
  const item = soleItem(leaf, compiled)
  return item === undefined ? {} : itemRange(item)
}

/** What an item lets in; a count is never negative, whatever its range says. */
export function itemRange({ type, range }: Item): Range {
  const low = range?.min === undefined ? undefined : Exact.of(range.min)
  const min = type === 'count' ? (low ?? Exact.zero).max(Exact.zero) : low
  return { ...(min === undefined ? {} : { min }), ...(range?.max === undefined ? {} : { max: Exact.of(range.max) }) }
}

/** The item that is the leaf's value as it stands. */
export function soleItem({ method }: CompiledLeaf, { itemByName }: CompiledScheme): Item | undefined {
  const { actual } = method
  return actual?.root.kind === 'name' ? itemByName.get(actual.root.name) : undefined
}

function highest(scores: readonly Exact[]): Exact | undefined {
  return scores.length === 0 ? undefined : scores.reduce((best, each) => best.max(each))
}

/** The highest score that values in the range reach or come near to; undefined where there is no such value or no bound. */
function bestWithin(curve: ScoreCurve, { min, max }: Range): Exact | undefined {
  if (min === undefined && max === undefined) return scoreBounds(curve).best ?? undefined
  const bests = curve.pieces.flatMap((piece): (Exact | null)[] => {
    const part = within(piece, min, max)
    if (part === undefined) return []
    const { shape, from, to } = part
    // The first stair under the edge is what scoreBounds knows; further down a stair is read where the piece begins.
    const near = shape.kind !== 'staircase' ? undefined : shape.side === 'below' ? to : from
    if (shape.kind === 'staircase' && near !== null && near !== undefined && !near.equals(shape.edge)) {
      return [shapeScore(shape, near)]
    }
    return [scoreBounds({ pieces: [part] }).best]
  })
  return bests.includes(null) ? undefined : highest(bests as Exact[])
}

function within(piece: Piece, min: Exact | undefined, max: Exact | undefined): Piece | undefined {
  let { from, includesFrom, to, includesTo } = piece
  if (min !== undefined && (from === null || from.lessThan(min))) [from, includesFrom] = [min, true]
  if (max !== undefined && (to === null || max.lessThan(to))) [to, includesTo] = [max, true]
  const order = from === null || to === null ? -1 : from.compare(to)
  return order < 0 || (order === 0 && includesFrom && includesTo)
    ? { ...piece, from, includesFrom, to, includesTo }
    : undefined
}
