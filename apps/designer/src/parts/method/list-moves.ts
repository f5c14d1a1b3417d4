/** A list with the entry at `index` moved one place. */
export function movedBy<T>(values: readonly T[], index: number, by: 1 | -1): T[] {
  const next = [...values]
  const [taken] = next.splice(index, 1)
  if (taken !== undefined) next.splice(index + by, 0, taken)
  return next
}

export function replacedAt<T>(values: readonly T[], index: number, value: T): T[] {
  return values.map((each, at) => (at === index ? value : each))
}

export function withoutAt<T>(values: readonly T[], index: number): T[] {
  return values.filter((_, at) => at !== index)
}
