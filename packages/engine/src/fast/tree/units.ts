import { Exact, type Rounding, roundBy } from '@yardstick/model'
import type { CompiledNode } from '../../compile/compiled.ts'
import { SAFE } from '../lane.ts'

/** A number in units of 10^−digits, in which it is whole; Infinity where it is too large to be exact with what is added to it. */
export function unitsOf(value: Exact, digits: number): number {
  const units = Number(value.times(Exact.power10(digits)).numerator)
  return Math.abs(units) < SAFE / 2 ? units : Number.POSITIVE_INFINITY
}

/** The most that a node prints of what it gives by itself: its points, rounded up. */
export function mostOf({ points, rounding }: CompiledNode): Exact {
  return roundBy(points, rounding === 'none' ? rounding : upwards(rounding))
}

function upwards(rounding: Exclude<Rounding, 'none'>): Rounding {
  return 'step' in rounding ? { step: rounding.step, mode: 'up' } : { digits: rounding.digits, mode: 'up' }
}
