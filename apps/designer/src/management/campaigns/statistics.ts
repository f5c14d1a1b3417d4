/** A mean or a rate, rounded to four digits. */
interface Quotient {
  readonly value: string
}

/** What a run says of all its results, or of those of one type of department. Numbers are decimal text. */
export interface StatisticsGroup {
  /** The type; '' for all. */
  readonly name: string
  readonly count: number
  readonly scored: number
  readonly provisional: number
  readonly blocked: number
  readonly mean: Quotient | null
  readonly median: Quotient | null
  readonly min: string | null
  readonly max: string | null
  readonly grades: readonly { readonly grade: string | null; readonly count: number }[]
  /** Indicators of the first level: points given of points. */
  readonly branches: readonly { readonly id: string; readonly name: string; readonly rate: Quotient | null }[]
}

export interface Statistics {
  readonly run: string
  readonly all: StatisticsGroup | null
  readonly byType: readonly StatisticsGroup[]
}
