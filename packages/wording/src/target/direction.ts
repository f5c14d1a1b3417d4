import type { Comparator, Target } from '@yardstick/model'

/** Which way is better: larger (正向), smaller (逆向), neither side of a value or range, or nothing a sentence tells. */
export type Direction = 'higher' | 'lower' | 'both' | 'none'

/** Direction follows from the comparator; of a date, lower is earlier. No target has no direction. */
export function directionOf(target: Target | undefined): Direction {
  if (target === undefined || 'text' in target) return 'none'
  return 'low' in target ? 'both' : DIRECTIONS[target.comparator]
}

const DIRECTIONS: Readonly<Record<Comparator, Direction>> = {
  '>=': 'higher',
  '>': 'higher',
  '<=': 'lower',
  '<': 'lower',
  '=': 'both',
}
