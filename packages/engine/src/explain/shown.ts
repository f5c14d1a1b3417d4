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
}

export function shownFor(shownAs: ShownAs, language: Language, words: Words): Shown {
  return {
    value: (value, edges = []) => showValue(value, shownAs, language, edges),
    difference: (value, edges = []) => {
      if (shownAs.type === 'rate') return words.percentagePoints(showPoints(value.times(Exact.integer(100))))
      if (shownAs.type === 'date') return words.days(value.toText())
      return showValue(value, shownAs, language, edges)
    },
    rate: (value) => showValue(value, { type: 'rate', unit: undefined, digits: undefined }, language),
  }
}

/** Points in a sentence: as they are where they are short, else to four digits with the sign of rounding left out. */
export function showPoints(points: Exact): string {
  const digits = points.decimalDigits
  return digits !== undefined && digits <= 6 ? points.toText() : points.round(4).toText()
}

/** Values where the score of a curve changes its course; a shown value must stay on its side of each. */
export function edgesOf(curve: ScoreCurve): Exact[] {
  return curve.pieces.flatMap((piece) => (piece.to === null ? [] : [piece.to]))
}

export function showTarget(target: ResolvedTarget, shown: Shown): string {
  if ('low' in target) return `${shown.value(target.low)}–${shown.value(target.high)}`
  return `${SIGNS[target.comparator]}${shown.value(target.value)}`
}

const SIGNS = { '>=': '≥', '>': '＞', '<=': '≤', '<': '＜', '=': '＝' } as const
