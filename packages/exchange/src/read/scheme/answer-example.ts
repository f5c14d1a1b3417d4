import { Exact, type Scoring, type StepCount, type Target } from '@yardstick/model'
import type { AnswerExample } from './import-question.ts'

/** One and a half steps away, where the three ways to count part company; undefined where no number says so. */
export function stepCountExample(
  scoring: Scoring | undefined,
  points: string,
  target: Target | undefined,
): AnswerExample | undefined {
  if (scoring?.method !== 'steps') return undefined
  const [side, way] = scoring.below === undefined ? [scoring.above, 1] : [scoring.below, -1]
  const start = startOf(scoring.from ?? target, way)
  if (side === undefined || start === undefined) return undefined
  const one = side.per === 'percent-of-target' ? Exact.of(start).times(Exact.of(side.size)) : Exact.of(side.size)
  const away = one.times(Exact.of('1.5'))
  const value = way > 0 ? Exact.of(start).plus(away) : Exact.of(start).minus(away)
  const full = Exact.of(scoring.start ?? points)
  const least = Exact.of(scoring.floor ?? '0')
  const scoreOf = (steps: string) => {
    const lost = Exact.of(side.deduct).times(Exact.of(steps))
    return full.minus(side.limit === undefined ? lost : lost.min(Exact.of(side.limit))).max(least)
  }
  const scores: { readonly [C in StepCount]: Exact } = {
    whole: scoreOf('1'),
    prorata: scoreOf('1.5'),
    started: scoreOf('2'),
  }
  const texts = Object.entries(scores).map(([answer, score]) => [answer, score.round(4).toText()])
  if (value.sign < 0 || value.decimalDigits === undefined || new Set(texts.map(([, text]) => text)).size < 2)
    return undefined
  return { value: asWritten(value, start), scores: Object.fromEntries(texts) }
}

function startOf(from: Target | string | { low: string; high: string } | undefined, way: number): string | undefined {
  if (from === undefined || typeof from === 'string') return from
  if ('low' in from) return way > 0 ? from.high : from.low
  return 'value' in from ? from.value : undefined
}

function asWritten(value: Exact, like: string): string {
  return like.endsWith('%') ? `${value.times(Exact.integer(100)).toText()}%` : value.toText()
}
