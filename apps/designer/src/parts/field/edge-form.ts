import type { QuantityForm } from './read-quantity.ts'

/** Where a number stands that is written with %, a bare one is in percent too, as in a cell of that format. */
export function edgeForm(value: string | undefined): QuantityForm {
  return { percent: value?.endsWith('%') === true ? 'always' : 'allowed', isNegativeAllowed: true }
}
