import type { Ranked } from '../scoring.ts'

/** What a ranking says in one sentence; best first, as the server puts it in order. */
export interface Standing {
  readonly scored: number
  readonly best: Ranked | undefined
  readonly worst: Ranked | undefined
  /** How many share their rank with somebody. */
  readonly tied: number
}

export function standingOf(rows: readonly Ranked[]): Standing {
  const scored = rows.filter(({ total }) => total !== null)
  const ranks = tiedRanks(scored)
  return {
    scored: scored.length,
    best: scored[0],
    worst: scored.at(-1),
    tied: scored.filter(({ rank }) => rank !== null && ranks.has(rank)).length,
  }
}

/** The ranks that more than one has. */
export function tiedRanks(rows: readonly Pick<Ranked, 'rank'>[]): ReadonlySet<number> {
  const seen = new Set<number>()
  const tied = new Set<number>()
  for (const { rank } of rows) {
    if (rank === null) continue
    if (seen.has(rank)) tied.add(rank)
    seen.add(rank)
  }
  return tied
}
