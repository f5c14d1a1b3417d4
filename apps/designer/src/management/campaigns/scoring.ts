/** A run of a campaign: all its submissions scored. */
export interface Run {
  readonly id: string
  readonly campaign: string
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  readonly createdBy?: string
  readonly createdAt: string
  readonly finishedAt: string | null
  /** Submissions: all, those with a result, those that could not be scored for a fault. */
  readonly submissions: number
  readonly done: number
  readonly failed: number
}

/** A result as lists give it. */
export interface ResultHead {
  readonly submission: string
  readonly department: string
  readonly name: string
  readonly type: string
  readonly region: string
  readonly project: string
  readonly state: 'final' | 'provisional' | 'blocked'
  readonly total: string | null
  readonly fullScore: string
  readonly grade: string | null
}

/** With its place: by score rate, equal rates sharing the better place; null where there is no total. */
export interface Ranked extends ResultHead {
  readonly rank: number | null
  readonly rate: string | null
}
