import { Exact, type Grade } from '@yardstick/model'

/** The bands of the total as a picture wants them, and how far it is to the next better one. */
export interface GradeBand {
  readonly name: string
  readonly from: string
  /** In percent of the width; drawing only. */
  readonly left: number
  readonly width: number
  readonly isReached: boolean
}

/** From 0 to the full score, lowest band first; a band that begins beyond the full score is not there. */
export function gradeBands(grades: readonly Grade[], fullScore: string, reached: string | null): GradeBand[] {
  const full = Exact.of(fullScore)
  if (full.sign <= 0) return []
  const rising = [...grades]
    .sort((a, b) => boundOf(a).compare(boundOf(b)))
    .filter((each) => boundOf(each).lessThan(full))
  return rising.map((grade, index) => {
    const from = boundOf(grade).max(Exact.zero)
    const next = rising[index + 1]
    const to = next === undefined ? full : boundOf(next)
    return {
      name: grade.name,
      from: from.toText(),
      left: shareOf(from, full),
      width: shareOf(to.minus(from), full),
      isReached: grade.name === reached,
    }
  })
}

/** Where a total stands between 0 and the full score, in percent; drawing only. */
export function markAt(total: string, fullScore: string): number {
  const full = Exact.of(fullScore)
  return full.sign <= 0 ? 0 : Math.min(100, Math.max(0, shareOf(Exact.of(total), full)))
}

export interface ToNextGrade {
  readonly grade: string
  readonly short: string
  /** The points are there and something else keeps the grade down: a cap, a veto. */
  readonly isHeld: boolean
}

/** The next better grade and the points that are missing; undefined at the best one, or where there is no total. */
export function toNextGrade(
  grades: readonly Grade[],
  total: string | null,
  reached: string | null,
): ToNextGrade | undefined {
  const index = grades.findIndex((each) => each.name === reached)
  const next = index > 0 ? grades[index - 1] : undefined
  if (next?.from === undefined || total === null) return undefined
  const short = Exact.of(next.from).minus(Exact.of(total))
  return { grade: next.name, short: short.max(Exact.zero).toText(), isHeld: short.sign <= 0 }
}

const boundOf = ({ from }: Grade): Exact => (from === undefined ? Exact.zero : Exact.of(from))

const shareOf = (part: Exact, whole: Exact): number =>
  Number(part.times(Exact.integer(100)).over(whole).round(4).toText())
