import { Exact } from '@yardstick/model'
import type { CompiledLeaf } from '../../compile/compiled.ts'
import type { EntryInput } from '../input.ts'
import type { NumberValue } from '../value.ts'

/** What people gave a leaf, exact: points, or the share of a level times the leaf's points. */
export function judgedValue({ points }: CompiledLeaf, { form, num, den, digits }: EntryInput): NumberValue {
  const unit = Exact.one.over(Exact.power10(digits))
  // A leaf without points gets none of any share; a scale is above 0.
  const scale = form === 'share' && points.sign > 0 ? unit.times(points) : unit
  return { kind: 'number', num, den, scale }
}
