import type { Shortfall } from '@yardstick/engine'

/** One change of one value, with all that it reaches. */
export interface JoinedChange {
  /** As it is told for the highest of the goals. */
  readonly change: Shortfall
  readonly goals: readonly Shortfall['goal'][]
}

const order = { grade: 0, next: 1, full: 2 } as const

/** What changes the grade first, then in the order of the table; a value that reaches several goals at once is told once. */
export function joinedChanges(changes: readonly Shortfall[]): JoinedChange[] {
  const found = new Map<string, JoinedChange>()
  for (const change of [...changes].sort((a, b) => order[a.goal] - order[b.goal])) {
    const key = JSON.stringify([change.indicator, change.item, change.to])
    const same = found.get(key)
    found.set(key, { change: same?.change ?? change, goals: [...(same?.goals ?? []), change.goal] })
  }
  return [...found.values()]
}
