import { Exact, type StepsSide, unitOf } from '@yardstick/model'
import type { CurveScoringMethod } from './curve-of.ts'

/**
 * A rate is kept as a ratio, and "95%" is 0.95 beside it. A plain number may count in % or ‰ instead: 95 there is 95 %, so
 * a literal that is written with % is brought into that unit before it is compared with the value.
 *
 * returns what one of the value's unit is as a ratio: 0.01 for a number in %, one for everything else
 */
export function ratioUnit({ type, unit }: { readonly type: string; readonly unit?: string | undefined }): Exact {
  if (type === 'rate' || unit === undefined) return Exact.one
  const { kind, factor } = unitOf(unit)
  return kind === unitOf('%').kind ? factor : Exact.one
}

/** The method with its literals as numbers of such a unit; the same method where the value counts in anything else. */
export function inRatioUnit<S extends CurveScoringMethod>(scoring: S, unit: Exact): S {
  if (unit.equals(Exact.one)) return scoring
  const own = (text: string) => (text.endsWith('%') ? Exact.of(text).over(unit).toText() : text)
  const side = (of: StepsSide | undefined) => of && ownSide(of, unit)
  switch (scoring.method) {
    case 'bands':
      return { ...scoring, bands: scoring.bands.map((band) => ({ ...band, from: own(band.from) })) }
    case 'curve':
      return { ...scoring, anchors: scoring.anchors.map((anchor) => ({ ...anchor, at: own(anchor.at) })) }
    case 'steps': {
      const { from, below, above } = scoring
      return {
        ...scoring,
        ...(from === undefined
          ? {}
          : { from: typeof from === 'string' ? own(from) : { low: own(from.low), high: own(from.high) } }),
        ...(below === undefined ? {} : { below: side(below) }),
        ...(above === undefined ? {} : { above: side(above) }),
      }
    }
    default:
      return scoring
  }
}

/** One percentage point is 1 of a number in %. */
function ownSide(side: StepsSide, unit: Exact): StepsSide {
  if (side.per === 'percent-of-target') return side
  if (side.per === 'unit' && !side.size.endsWith('%')) return side
  const ratio = Exact.of(side.size.endsWith('%') ? side.size : `${side.size}%`)
  return { ...side, per: 'unit', size: ratio.over(unit).toText() }
}
