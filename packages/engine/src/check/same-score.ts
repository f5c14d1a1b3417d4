import { Exact } from '@yardstick/model'

/** Numbers are the same by value: "98.20" is 98.2; a grade is the same by its name, no score only as no score. */
export function isSameScore(value: string | null, wanted: string | null): boolean {
  if (value === null || wanted === null || value === wanted) return value === wanted
  const [one, other] = [Exact.fromText(value), Exact.fromText(wanted)]
  return one !== undefined && other !== undefined && one.equals(other)
}
