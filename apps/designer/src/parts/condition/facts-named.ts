import type { Condition } from '@yardstick/model'

/** What a condition asks about, on either side of its comparisons, without what shared conditions ask. */
export function factsNamed(condition: Condition): string[] {
  if ('condition' in condition) return []
  if ('not' in condition) return factsNamed(condition.not)
  if ('all' in condition) return condition.all.flatMap(factsNamed)
  if ('any' in condition) return condition.any.flatMap(factsNamed)
  const { fact, value } = condition
  return typeof value === 'object' && !Array.isArray(value) ? [fact, value.fact] : [fact]
}
