import { digitsOf, Exact, type Item, type Language } from '@yardstick/model'
import { dateOfDayNumber, showValue } from '@yardstick/wording'
import type { CurveView } from '../../evaluation/leaf-view.ts'

/** Digits that a curve's values are stated with: as the item says, else by its type. */
export function digitsOn({ type, digits }: Pick<CurveView, 'type' | 'digits'>): number {
  return digitsOf({ id: '-', type, ...(digits === undefined ? {} : { digits }) } as Item)
}

/** A value with its unit, as sentences show it. */
export function shownOn({ type, unit, digits }: CurveView, value: Exact, language: Language): string {
  return showValue(value, { type, unit, digits: digits === undefined ? undefined : Math.max(digits, 0) }, language)
}

/** A round number beside the axis, without its unit: the unit stands once at the end. */
export function tickText({ type }: CurveView, value: number, step: number): string {
  if (type === 'date') return dateOfDayNumber(Exact.integer(Math.round(value)))?.text ?? ''
  const digits = Math.min(12, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)))
  const exact = Exact.parse(value.toFixed(digits)) ?? Exact.zero
  return type === 'rate' ? showValue(exact, { type, digits: Math.max(digits, 2) }, 'zh') : exact.toText()
}

interface Tick {
  readonly value: number
  readonly text: string
  /** Where its line stands, in pixels. */
  readonly x: number
}

/** Ticks whose texts stand free of each other and within the room; one too near the end is written towards it. */
export function ticksApart(ticks: readonly Tick[], room: number): (Tick & { readonly anchor: 'middle' | 'end' })[] {
  const placed: (Tick & { readonly anchor: 'middle' | 'end' })[] = []
  let taken = Number.NEGATIVE_INFINITY
  for (const tick of ticks) {
    const width = tick.text.length * LETTER
    const isLast = tick.x + width / 2 > room
    const [from, to] = isLast ? [room - width, room] : [tick.x - width / 2, tick.x + width / 2]
    if (tick.x > room || from < taken + LETTER) continue
    placed.push({ ...tick, x: isLast ? room : tick.x, anchor: isLast ? 'end' : 'middle' })
    taken = to
  }
  return placed
}

/** About the width of a figure beside the axis. */
const LETTER = 6.2
