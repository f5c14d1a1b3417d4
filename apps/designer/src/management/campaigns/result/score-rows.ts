import type { IndicatorResult } from '@yardstick/model'

/**
 * A result as the 评分表 people know: a row for each leaf, left of it the indicators it stands under, in cells that reach
 * over the rows of all their leaves.
 */
export interface ScoreRows {
  /** Columns of levels: 一级, 二级, 三级 … */
  readonly depth: number
  readonly rows: readonly ScoreRow[]
}

export interface ScoreRow {
  readonly leaf: IndicatorResult
  /** Merged cells that begin in this row. */
  readonly cells: readonly LevelCell[]
  /** Columns of levels that the leaf's own name takes. */
  readonly columns: number
}

export interface LevelCell {
  readonly branch: IndicatorResult
  readonly rows: number
}

/** indicators  in tree order; what stands below another has a longer path, and follows it */
export function scoreRows(indicators: readonly IndicatorResult[]): ScoreRows {
  const found: { readonly leaf: IndicatorResult; readonly above: readonly IndicatorResult[] }[] = []
  let above: IndicatorResult[] = []
  for (const [at, each] of indicators.entries()) {
    const level = each.path.length
    above = above.slice(0, level - 1)
    if ((indicators[at + 1]?.path.length ?? 0) > level) above = [...above, each]
    else found.push({ leaf: each, above })
  }
  const depth = Math.max(1, ...found.map((row) => row.above.length + 1))
  const rows = found.map(({ leaf, above: own }, at) => {
    const cells = own.flatMap((branch, column): LevelCell[] => {
      const isUnder = (row: (typeof found)[number] | undefined) => row?.above[column] === branch
      if (isUnder(found[at - 1])) return []
      let end = at + 1
      while (isUnder(found[end])) end++
      return [{ branch, rows: end - at }]
    })
    return { leaf, cells, columns: depth - own.length }
  })
  return { depth, rows }
}
