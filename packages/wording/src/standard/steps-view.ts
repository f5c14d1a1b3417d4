import type { StepCount, StepsScoring, StepsSide } from '@yardstick/model'
import { percentNumber, plainNumber } from '../phrase/number.ts'
import { alsoRead, as, at, type Phrase, say, when } from '../phrase/phrase.ts'
import { type Speech, unitOfValue } from './context.ts'
import { isSpokenUnit } from './slots.ts'

/** On which side points are deducted: below, above, both alike, both apart, or none. */
export type Sides = 'below' | 'above' | 'alike' | 'apart' | 'none'

/** A steps rule as its sentence says it, the single side flat. */
export interface StepsView
  extends Pick<StepsScoring, 'from' | 'start' | 'floor' | 'count'>,
    Partial<Omit<StepsSide, 'count'>> {
  sides: Sides
  /** The single side's own count. */
  own?: StepCount
  /** The scheme's count, where neither side nor leaf says. */
  scheme?: StepCount
  below?: StepsSide
  above?: StepsSide
}

/** The width of a step with what it is measured in. */
export type StepView = Pick<StepsSide, 'size' | 'per'>

/** A percentage without its sign: the 5 of 5个百分点. */
export const withoutPercent: Phrase<string> = as(
  plainNumber,
  (number) => `${number}%`,
  (percent) => (percent.endsWith('%') ? percent.slice(0, -1) : undefined),
)

/** `每降低1%` of a rate is a percentage point, of anything else a percent of the target; of an unknown kind it is neither. */
export function bareStep(speech: Speech): Phrase<StepView>[] {
  if (speech.valueType === undefined || speech.valueType === 'date') return []
  const per = speech.valueType === 'rate' ? 'percentage-point' : 'percent-of-target'
  return [alsoRead(when({ per }, say`${at('size', percentNumber)}`))]
}

/** The unit of a step, where it can be spoken; days for dates. */
export function stepUnit(speech: Speech): string | undefined {
  const unit = unitOfValue(speech) ?? (speech.valueType === 'date' ? '天' : undefined)
  return unit !== undefined && isSpokenUnit(unit) ? unit : undefined
}
