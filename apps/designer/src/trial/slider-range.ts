import { CivilDate, digitsOf, Exact, type Item, type Language } from '@yardstick/model'
import { dateOfDayNumber, showValue } from '@yardstick/wording'

/**
 * A slider over the values of one data item. Its positions are whole numbers, which is all a slider knows; every position
 * stands for one exact value on the grid of the item's digits, coarsened to a round step where the range is wide.
 */
export interface SliderRange {
  readonly low: Exact
  readonly step: Exact
  readonly count: number
}

/** More positions than this cannot be told apart by hand; typing reaches the others. */
const MOST_POSITIONS = 400

/** From the item's range where it has one, else around what it says now; undefined for what is no number and no date. */
export function sliderRange(item: Item, now: Exact | undefined): SliderRange | undefined {
  if (!isMovable(item)) return undefined
  const { min, max } = item.range ?? {}
  const value = now ?? Exact.zero
  const low = min === undefined ? defaultLow(item, value) : Exact.of(min)
  const high = max === undefined ? defaultHigh(item, value) : Exact.of(max)
  if (!low.lessThan(high)) return undefined
  const finest = Exact.one.over(Exact.power10(item.type === 'date' ? 0 : digitsOf(item)))
  const step = roundStep(high.minus(low), finest)
  const start = low.over(step).floor().times(step).max(low)
  return { low: start, step, count: Number(high.minus(start).over(step).floor().toText()) }
}

function isMovable({ type }: Item): boolean {
  return type === 'number' || type === 'money' || type === 'rate' || type === 'count' || type === 'date'
}

export function valueAtPosition({ low, step }: SliderRange, position: number): Exact {
  return low.plus(step.times(Exact.integer(Math.round(position))))
}

/** The position nearest to a value, at the ends for what lies beyond them. */
export function positionOf({ low, step, count }: SliderRange, value: Exact): number {
  const steps = Number(value.minus(low).over(step).round(0).toText())
  return Math.min(count, Math.max(0, steps))
}

/** What an entry of the item holds, as a number; a day counts by its number. */
export function numberIn(item: Item, value: unknown): Exact | undefined {
  if (item.type === 'date') {
    const date = typeof value === 'string' ? CivilDate.parse(value) : undefined
    return date === undefined ? undefined : Exact.integer(date.dayNumber)
  }
  if (typeof value === 'number') return Exact.fromNumber(value)
  return typeof value === 'string' ? Exact.parse(value.trim()) : undefined
}

/** As a sample holds it: a rate in per cent, a day as a date. */
export function textIn(item: Item, value: Exact): string {
  if (item.type === 'date') return dateOfDayNumber(value)?.text ?? ''
  return item.type === 'rate' && item.unit !== '‰' ? `${value.times(Exact.integer(100)).toText()}%` : value.toText()
}

export function shownIn(item: Item, value: Exact, language: Language): string {
  return showValue(value, { type: item.type, unit: item.unit, digits: digitsOf(item) }, language)
}

const TWO = Exact.integer(2)

function defaultLow(item: Item, value: Exact): Exact {
  if (item.type === 'date') return value.minus(Exact.integer(180))
  return value.sign < 0 ? value.times(TWO) : Exact.zero
}

function defaultHigh(item: Item, value: Exact): Exact {
  if (item.type === 'date') return value.plus(Exact.integer(180))
  if (item.type === 'rate') return value.lessThan(Exact.one) || value.equals(Exact.one) ? Exact.one : value.times(TWO)
  if (value.sign <= 0) return item.type === 'count' ? Exact.integer(10) : Exact.integer(100)
  return value.lessThan(Exact.integer(5)) && item.type === 'count' ? Exact.integer(10) : value.times(TWO)
}

/** 1, 2 or 5 of a power of ten, not finer than the item's digits, so that the positions are few enough. */
function roundStep(width: Exact, finest: Exact): Exact {
  const wanted = width.over(Exact.integer(MOST_POSITIONS))
  for (let step = finest; ; step = step.times(Exact.integer(10))) {
    for (const times of [1, 2, 5]) {
      const each = step.times(Exact.integer(times))
      if (wanted.atMost(each)) return each
    }
  }
}
