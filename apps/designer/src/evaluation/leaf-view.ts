import { compile, leafCurve, pieceAt, type ScoreCurve, scoreAt, standardContext } from '@yardstick/engine'
import {
  type Comparator,
  Exact,
  type GroupFacts,
  type Item,
  type Leaf,
  type Scheme,
  type Scoring,
  type Submission,
} from '@yardstick/model'
import type { LeafContext } from '@yardstick/wording'
import { sha256 } from './sha256.ts'

/**
 * One leaf as its editors see it: what its sentence takes from its row, and its score curve with the sample's point. The
 * leaf comes from the page as it is at this moment, also in the middle of a drag, and is compiled alone, so that the
 * answer does not wait for the whole scheme. Numbers are exact text (`Exact.fromText`).
 */
export interface LeafView {
  readonly context: Omit<LeafContext, 'names'>
  readonly curve: CurveView | null
  /** The same leaf under other rules, in the order they were asked for. */
  readonly variants: readonly (CurveView | null)[]
}

export interface CurveView {
  readonly pieces: readonly PieceView[]
  readonly points: string
  /** The sample's value, its points within those of the leaf, and the piece it falls on; null without a value. */
  readonly at: { readonly x: string; readonly score: string; readonly piece: number } | null
  readonly target: TargetView | null
  readonly type: Item['type']
  readonly unit: string | undefined
  readonly digits: number | undefined
  /** What one of the value's unit is as a ratio: a literal "95%" stands at 0.95 ÷ this. */
  readonly ratioUnit: string
}

export type TargetView =
  | { readonly comparator: Comparator; readonly value: string }
  | { readonly low: string; readonly high: string }

export interface PieceView {
  /** null is unbounded. */
  readonly from: string | null
  readonly to: string | null
  readonly includesFrom: boolean
  readonly includesTo: boolean
  readonly shape: ShapeView
}

/** The engine's shapes with their numbers as text. */
export type ShapeView = Plain<ScoreCurve['pieces'][number]['shape']>
type Plain<T> = T extends object ? { readonly [K in keyof T]: T[K] extends Exact ? string : T[K] } : never

export interface LeafQuery {
  readonly leaf: Leaf
  readonly variants?: readonly Scoring[]
}

/**
 * group   what ranks are read from, by the ids of the whole scheme
 */
export function leafView(
  scheme: Scheme,
  { leaf, variants = [] }: LeafQuery,
  submission: Submission,
  group?: GroupFacts,
): LeafView {
  const whole = under(scheme, leaf, leaf.scoring, submission, group)
  return {
    context: whole.context ?? {
      name: leaf.name,
      points: leaf.points,
      target: leaf.target,
      actual: leaf.actual,
      stepCount: scheme.stepCount,
    },
    curve: whole.curve,
    variants: variants.map((scoring) => under(scheme, leaf, scoring, submission, group).curve),
  }
}

/** The leaf as the only one of its scheme: nothing else of the tree bears on its curve. */
function under(
  scheme: Scheme,
  leaf: Leaf,
  scoring: Scoring,
  submission: Submission,
  group: GroupFacts | undefined,
): { context?: LeafView['context']; curve: CurveView | null } {
  const { kind: _, weight: __, ...alone } = leaf
  const { rules: ___, grades: ____, cases: _____, ceiling: ______, ...rest } = scheme
  const small: Scheme = { ...rest, fullScore: leaf.points, indicators: [{ ...alone, scoring }] }
  const compiled = compile(small, { sha256 })
  if (!compiled.ok) return { curve: null }
  const node = compiled.value.nodeById.get(leaf.id)
  if (node?.type !== 'leaf') return { curve: null }
  const { names: _names, ...context } = standardContext(node, compiled.value)
  const found = leafCurve(compiled.value, leaf.id, submission, group)
  if (found === undefined) return { context, curve: null }
  const { curve, x, target, shown } = found
  const points = Exact.of(leaf.points)
  return {
    context,
    curve: {
      pieces: curve.pieces.map((piece) => plain(piece)),
      points: leaf.points,
      at:
        x === null
          ? null
          : {
              x: x.toText(),
              score: scoreAt(curve, x).clamp(Exact.zero, points).toText(),
              piece: pieceAt(curve, x).index,
            },
      target: target === null ? null : plain(target),
      type: shown.type,
      unit: shown.unit,
      digits: shown.digits,
      ratioUnit: found.ratioUnit.toText(),
    },
  }
}

/** Exact numbers as text, all through; everything else as it is. */
function plain<T>(value: unknown): T {
  if (value instanceof Exact) return value.toText() as T
  if (typeof value !== 'object' || value === null) return value as T
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)])) as T
}
