import { Exact, type Grade } from '@yardstick/model'

/**
 * Grades as a table, best first. Each has a lower bound and reaches up to the next better one, the lowest has none: gaps
 * and overlaps cannot be written.
 */
export function withBound(grades: readonly Grade[], index: number, from: string): Grade[] | undefined {
  const value = Exact.of(from)
  const [better, worse] = [grades[index - 1]?.from, grades[index + 1]?.from]
  if (better !== undefined && Exact.of(better).atMost(value)) return undefined
  if (worse !== undefined && value.atMost(Exact.of(worse))) return undefined
  return grades.map((grade, at) => (at === index ? { ...grade, from } : grade))
}

export function renamed(grades: readonly Grade[], index: number, name: string): Grade[] {
  return grades.map((grade, at) => (at === index ? { ...grade, name } : grade))
}

/** A grade cut in two; the new one is the lower half. `top` is the highest total there can be. */
export function splitGrade(grades: readonly Grade[], index: number, name: string, top: string): Grade[] {
  const grade = grades[index]!
  const high = Exact.of(grades[index - 1]?.from ?? top)
  const low = grade.from === undefined ? Exact.zero : Exact.of(grade.from)
  const middle = high.plus(low).over(Exact.integer(2)).round(2).toText()
  const lower: Grade = grade.from === undefined ? { name } : { name, from: grade.from }
  return [...grades.slice(0, index), { ...grade, from: middle }, lower, ...grades.slice(index + 1)]
}

/** A grade given to its neighbour: the one below it, and of the lowest the one above. One grade always stays. */
export function withoutGrade(grades: readonly Grade[], index: number): Grade[] | undefined {
  if (grades.length < 2) return undefined
  const left = grades.filter((_, at) => at !== index)
  if (index < grades.length - 1) return left
  const { from: _, ...lowest } = left.at(-1)!
  return [...left.slice(0, -1), lowest]
}

/** The national bands, in proportion to the full score. */
export function nationalGrades(fullScore: string, names: readonly [string, string, string, string]): Grade[] {
  const full = Exact.of(fullScore)
  const from = (share: string) => full.times(Exact.of(share)).toText()
  const [best, good, fair, poor] = names
  return [
    { name: best, from: from('90%') },
    { name: good, from: from('80%') },
    { name: fair, from: from('60%') },
    { name: poor },
  ]
}
