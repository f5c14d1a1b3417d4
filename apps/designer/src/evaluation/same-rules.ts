import type { Scheme } from '@yardstick/model'

/** Whether two states of a design score alike. Patches share what they do not touch, so that identity tells. */
export function hasSameRules(one: Scheme, other: Scheme): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof Scheme)[])
  return [...keys].every((key) => key === 'cases' || key === 'layout' || one[key] === other[key])
}
