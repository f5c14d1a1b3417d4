import { Exact } from '@yardstick/model'
import type { Asking } from '../asking.ts'
import type { Row } from '../row.ts'
import type { Span } from '../rule-reading.ts'
import type { Given, Said } from '../statement.ts'

/** The points that a text gives at most, with their words; undefined where it says 满分 or gives none. */
export function bestSaid(scores: readonly Said<'score'>[]): { points: string; at: Span } | undefined {
  if (scores.some(({ gives }) => gives === 'full' || gives === '100%')) return undefined
  const given = scores.filter(({ gives }) => /^\d/.test(gives) && !gives.endsWith('%'))
  const [best] = [...given].sort((one, other) => Exact.of(other.gives).compare(Exact.of(one.gives)))
  return best === undefined || Exact.of(best.gives).sign <= 0
    ? undefined
    : { points: best.gives, at: best.spans['gives'] ?? best }
}

/**
 * How the points of a text stand to the points of its row. A text that gives 5分 for the best where the row has 10 leaves
 * three ways open, and the answer decides for every number in it.
 */
export class Points {
  /** Full points of the text where they differ from the row's. */
  private constructor(
    private readonly row: Row,
    private readonly said: Exact | undefined,
    private readonly answer: string | undefined,
  ) {}

  /** `best`: the points that the text gives at most, with their words; undefined where it says 满分. */
  static of(row: Row, best: { points: string; at: Span } | undefined, asking: Asking): Points {
    const said = best === undefined ? undefined : Exact.parse(best.points)
    if (best === undefined || said === undefined || said.equals(row.points) || row.points.sign <= 0)
      return new Points(row, undefined, undefined)
    const isLess = said.lessThan(row.points)
    const answer = asking.ask(
      {
        kind: 'points-differ',
        points: row.context.points,
        said: best.points,
        answers: isLess ? ['row', 'scale', 'said'] : ['row', 'scale'],
        proposal: 'row',
      },
      best.at,
    )
    return new Points(row, said, answer)
  }

  /** What nobody deducts from: absent where it is the row's points. */
  get start(): string | undefined {
    return this.answer === 'said' ? this.said?.toText() : undefined
  }

  /** Points to be taken or given, as the answer has them; shares of the points become points. */
  amount(text: string): string | undefined {
    const value = Exact.parse(text)
    if (value === undefined) return undefined
    const points = text.endsWith('%')
      ? value.times(this.row.points)
      : this.answer === 'scale'
        ? value.times(this.row.points).over(this.said!)
        : value
    return points.decimalDigits === undefined ? undefined : points.toText()
  }

  /** A score of the text as a field of a rule: points, or a share of them. */
  score(given: Given): string | undefined {
    if (given === 'full') return '100%'
    if (given === 'none') return '0'
    if (given.startsWith('-')) {
      const taken = this.amount(given.slice(1))
      if (taken === undefined) return undefined
      const left = this.full.minus(Exact.of(taken))
      return (left.sign < 0 ? Exact.zero : left).toText()
    }
    if (given.endsWith('%')) return given
    if (this.said !== undefined && Exact.of(given).equals(this.said)) return this.answer === 'said' ? given : '100%'
    return this.amount(given)
  }

  /** The most there is, in points. */
  get full(): Exact {
    return this.answer === 'said' && this.said !== undefined ? this.said : this.row.points
  }

  /** A score as points, to be compared. */
  pointsOf(score: string): Exact {
    const value = Exact.of(score)
    return score.endsWith('%') ? value.times(this.row.points) : value
  }
}
