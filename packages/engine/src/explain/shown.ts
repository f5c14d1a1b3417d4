import { Exact, type Language } from '@yardstick/model'
import { showValue } from '@yardstick/wording'
import type { ResolvedTarget, ShownAs } from '../compile/compiled.ts'
import type { ScoreCurve } from '../curve/score-curve.ts'
import type { Words } from './words.ts'

/** A leaf's values as its sentences show them: the actual in its unit, beside the edges that decide its score. */
export interface Shown {
  readonly value: (value: Exact, edges?: readonly Exact[]) => string
  /** A difference: percentage points of a rate, days of a date, else the unit. */
  readonly difference: (value: Exact, edges?: readonly Exact[]) => string
  readonly rate: (value: Exact) => string
  readonly target: (target: ResolvedTarget) => string
  /** How far below or above an edge, earlier or later than a day. */
  readonly beside: (side: 'below' | 'above', edge: Exact, by: string) => string
}

export function shownFor(shownAs: ShownAs, language: Language, words: Words): Shown {
  const value = (each: Exact, edges: readonly Exact[] = []) => showValue(each, shownAs, language, edges)
  const isDate = shownAs.type === 'date'
  return {
    value,
    difference: (each, edges = []) => {
      if (shownAs.type === 'rate') return words.percentagePoints(showPoints(each.times(Exact.integer(100))))
      return isDate ? words.days(each.toText()) : value(each, edges)
    },
    rate: (each) => showValue(each, { type: 'rate', unit: undefined, digits: undefined }, language),
    target: (target) => {
      if ('low' in target) return `${value(target.low)}–${value(target.high)}`
      const { comparator } = target
      return isDate ? words.dayTarget(comparator, value(target.value)) : `${SIGNS[comparator]}${value(target.value)}`
    },
    beside: (side, edge, by) => {
      const [below, above] = isDate ? [words.earlier, words.later] : [words.lower, words.higher]
      return (side === 'below' ? below : above)(value(edge), by)
    },
  }
}

/** Points in a sentence: as they are where they are short, else to four digits with the sign of rounding left out. */
export function showPoints(points: Exact): string {
  const digits = points.decimalDigits
  return digits !== undefined && digits <= 6 ? points.toText() : points.round(4).toText()
}

/** Values where the score of a curve changes its course; a shown value must stay on its side of each. */
export function edgesOf(curve: ScoreCurve): readonly Exact[] {
  let edges = edgesByCurve.get(curve)
  if (edges === undefined) {
    edges = curve.pieces.flatMap((piece) => (piece.to === null ? [] : [piece.to]))
    edgesByCurve.set(curve, edges)
  }
  return edges
}

const edgesByCurve = new WeakMap<ScoreCurve, readonly Exact[]>()

const SIGNS = { '>=': '≥', '>': '＞', '<=': '≤', '<': '＜', '=': '＝' } as const
