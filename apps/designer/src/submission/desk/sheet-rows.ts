import { type Indicator, type Item, isBranch, type Leaf, type Scheme } from '@yardstick/model'
import { itemsOfLeaf } from '../../parts/entry/items-of-leaf.ts'

/**
 * The 评分表 as evaluators know it: a row for each leaf, and left of it the indicators it stands under, in cells that reach
 * over the rows of all their leaves. The leaf's own name stands in the last column of levels; one that hangs higher up
 * than others takes the columns that are free.
 */
export interface ScoreTable {
  /** Columns of levels: 一级, 二级, 三级 … */
  readonly depth: number
  readonly rows: readonly ScoreRow[]
}

export interface ScoreRow {
  readonly leaf: Leaf
  /** From the first level down to the one above the leaf. */
  readonly above: readonly Indicator[]
  /** Columns of levels that the leaf's own name takes. */
  readonly columns: number
  /** What its score comes down to, in the order of the scheme. */
  readonly items: readonly Item[]
}

/** scheme  bound to its declaration, where there is one */
export function scoreTable(scheme: Scheme): ScoreTable {
  const found: Omit<ScoreRow, 'columns'>[] = []
  const visit = (nodes: readonly Indicator[], above: readonly Indicator[]) => {
    for (const node of nodes) {
      if (isBranch(node)) visit(node.children, [...above, node])
      else found.push({ leaf: node, above, items: itemsOfLeaf(scheme, node.id) })
    }
  }
  visit(scheme.indicators, [])
  const depth = Math.max(1, ...found.map(({ above }) => above.length + 1))
  return { depth, rows: found.map((row) => ({ ...row, columns: depth - row.above.length })) }
}

/** A merged cell of the columns of levels, where it begins. */
export interface LevelCell {
  readonly indicator: Indicator
  readonly column: number
  /** Rows it reaches over, of those that are shown. */
  readonly rows: number
}

/**
 * The merged cells that begin in each of the rows from `from` up to `to`. Where only a part of a long table is there, a cell
 * that began above begins anew in its first row: whoever scrolls always sees under what they are.
 */
export function levelCells(rows: readonly ScoreRow[], from = 0, to = rows.length): readonly (readonly LevelCell[])[] {
  const shown = rows.slice(from, to)
  return shown.map(({ above }, index) =>
    above.flatMap((indicator, column): LevelCell[] => {
      const isUnder = (row: ScoreRow | undefined) => row?.above[column]?.id === indicator.id
      if (isUnder(shown[index - 1])) return []
      let end = index + 1
      while (isUnder(shown[end])) end++
      return [{ indicator, column, rows: end - index }]
    }),
  )
}
