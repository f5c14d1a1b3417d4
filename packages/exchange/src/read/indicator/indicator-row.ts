/** One indicator of a pasted table; texts as written, save where a line says otherwise. */
export interface IndicatorRow {
  /** 1 at the top. */
  readonly level: number
  readonly name: string
  /** The number before its name or in a column of its own: 1.2, （一）, A11. */
  readonly code?: string
  /** Canonical decimal text. */
  readonly points?: string
  /** One merged cell of points for several indicators, as of 可选项: the row it begins in and what it says. */
  readonly shared?: { readonly row: number; readonly points: string }
  /** With the comparator and the unit where these have columns of their own: ≥95%. */
  readonly target?: string
  /** Lines of several rows of one indicator are joined; points that each had stand behind it: ①有依据（1分）. */
  readonly standard?: string
  /** What is looked at, where a column of its own says it beside the standard. */
  readonly aspects?: string
  /** How the value is reckoned, the same. */
  readonly formula?: string
  readonly actual?: string
  readonly score?: string
  readonly selfScore?: string
  readonly reason?: string
  readonly definition?: string
  readonly kind?: string
  readonly source?: string
  readonly evidence?: string
  readonly history?: string
  readonly due?: string
  readonly owner?: string
  readonly note?: string
  /** Its row in the table, from 0. */
  readonly sourceRow: number
}
