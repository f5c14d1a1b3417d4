import { Exact } from '@yardstick/model'

/** 10, １０, 10分, 10.50 as a number; 25% as 25, said to be in percent. Undefined for what is no number ≥ 0. */
export function pointsIn(text: string): { points: Exact; isPercent: boolean } | undefined {
  const bare = text.normalize('NFKC').replace(/\s/g, '').replace(/分$/, '')
  const isPercent = bare.endsWith('%')
  const points = Exact.parse(isPercent ? bare.slice(0, -1) : bare)
  return points === undefined || points.sign < 0 ? undefined : { points, isPercent }
}
