/** What a run says of a whole campaign. Rates are ratios as decimal text. */
export interface Statistics {
  readonly run: string
  readonly count: number
  /** By state. */
  readonly states: Readonly<Record<'final' | 'provisional' | 'blocked', number>>
  readonly rates: Spread | null
  readonly grades: readonly { readonly grade: string | null; readonly count: number }[]
  /** Tenths of the score rate: how many have 0–10 %, 10–20 % … */
  readonly tenths: readonly number[]
  readonly types: readonly { readonly type: string; readonly count: number; readonly mean: string | null }[]
  /** Indicators of the first level. */
  readonly branches: readonly { readonly id: string; readonly name: string; readonly mean: string | null }[]
}

export interface Spread {
  readonly mean: string
  readonly median: string
  readonly max: string
  readonly min: string
}
