/** A run of a campaign: all its submissions scored. */
export interface Run {
  readonly id: string
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  readonly submissions: number
  /** What kept it from being done. */
  readonly error: string | null
  /** Whoever started it, by name. */
  readonly createdBy: string
  readonly createdAt: string
  readonly finishedAt: string | null
}

/** How far a run is, as it is told: submissions in all, with a result, not scored for a fault; what is left by the pace. */
export interface Progress {
  readonly state: Run['state']
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly secondsLeft: number | null
}

/** A result with its place among the others: 1-1-3 by the total, null without one. */
export interface Ranked {
  /** Its line in the whole list, which the next page begins after. */
  readonly place: number
  readonly rank: number | null
  readonly submission: string
  readonly project: string
  readonly department: { readonly id: string; readonly name: string; readonly type: string; readonly region: string }
  readonly state: 'final' | 'provisional' | 'blocked'
  readonly total: string | null
  readonly fullScore: string
  readonly grade: string | null
}
