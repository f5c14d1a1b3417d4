import type { JudgedValue } from '@yardstick/model'

/**
 * What people said of judged elements, as bits: bit n is the n-th of `ids`, the elements in the scheme's order, as forms
 * write them.
 *
 * returns  −1 for any other order or form
 */
export function elementsBits(
  { elements, level, share, experts }: Pick<JudgedValue, 'elements' | 'level' | 'share' | 'experts'>,
  ids: readonly string[],
): number {
  if (elements === undefined || level !== undefined || share !== undefined || experts !== undefined) return -1
  let bits = 0
  let bit = 1
  let position = 0
  for (const id in elements) {
    if (id !== ids[position]) return -1
    const met = elements[id]
    if (met === true) bits += bit
    else if (met !== false) return -1
    bit += bit
    position++
  }
  return position === ids.length ? bits : -1
}
