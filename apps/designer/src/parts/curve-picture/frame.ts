import type { CurveView } from '../../evaluation/leaf-view.ts'
import { type Domain, drawn } from './strokes.ts'

/** The part of the line that a picture shows: every edge with some room, the sample, and enough of what goes on for ever. */
export function domainOf(view: CurveView): Domain {
  const points = drawn(view.points)
  const edges = view.pieces.flatMap(({ from, to }) => [from, to].filter((each) => each !== null).map(drawn))
  const targets =
    view.target === null
      ? []
      : ('value' in view.target ? [view.target.value] : [view.target.low, view.target.high]).map(drawn)
  const known = [...edges, ...targets, ...(view.at === null ? [] : [drawn(view.at.x)])]
  if (known.length === 0) return { from: 0, to: 1, points }
  let [from, to] = [Math.min(...known), Math.max(...known)]
  if (view.pieces.some((piece) => piece.shape.kind === 'reciprocal'))
    to = Math.max(to, Math.max(...targets, ...edges) * 2.5)
  const isDate = view.type === 'date'
  const room = to > from ? (to - from) * 0.15 : isDate ? 30 : Math.abs(to) > 0 ? Math.abs(to) * 0.25 : 1
  const isNegative = from < 0
  from -= room
  to += room
  // Amounts and rates begin at 0 unless something lies below it; a narrow range far from 0 stays narrow.
  if (!isNegative && !isDate && (from < 0 || from < (to - from) * 0.5)) from = 0
  return { from, to, points }
}

/** About `count` round numbers within a range, to be printed beside the axis. */
export function ticksOf(from: number, to: number, count: number): { values: number[]; step: number } {
  const step = niceStep((to - from) / count)
  const values: number[] = []
  for (let k = Math.ceil(from / step - 1e-9); k * step <= to + step * 1e-9; k++) values.push(k * step)
  return { values, step }
}

/** 1, 2 or 5 times a power of ten, not smaller than asked. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const factor = [1, 2, 5, 10].find((each) => each * power >= least * (1 - 1e-9)) ?? 10
  return factor * power
}
