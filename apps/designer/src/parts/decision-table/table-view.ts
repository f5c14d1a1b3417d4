import type { TableCell, TableScoring } from '@yardstick/model'

/**
 * A decision table as the grid shows it: one column a fact, however many columns the stored table needs for it. A cell
 * that asks for a range (60 to 80) is two stored columns of the same fact.
 */
export interface TableView {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** For each column what it asks, all of it; nothing is 不限. */
  readonly cells: readonly (readonly TableCell[])[]
  readonly score: string
}

export function viewOf({ columns, rows }: Pick<TableScoring, 'columns' | 'rows'>): TableView {
  const facts = [...new Set(columns)]
  return {
    columns: facts,
    rows: rows.map(({ when, score }) => ({
      cells: facts.map((fact) => columns.flatMap((each, index) => (each === fact ? (when[index] ?? []) : []))),
      score,
    })),
  }
}

export function storedTable({ columns, rows }: TableView): Pick<TableScoring, 'columns' | 'rows'> {
  const widths = columns.map((_, index) => Math.max(1, ...rows.map((row) => row.cells[index]?.length ?? 0)))
  return {
    columns: columns.flatMap((fact, index) => Array.from({ length: widths[index]! }, () => fact)),
    rows: rows.map(({ cells, score }) => ({
      when: columns.flatMap((_, index) =>
        Array.from({ length: widths[index]! }, (_, part) => cells[index]?.[part] ?? null),
      ),
      score,
    })),
  }
}

export function emptyRow({ columns }: TableView, score = '0'): TableRow {
  return { cells: columns.map(() => []), score }
}

export function withCell(view: TableView, row: number, column: number, cells: readonly TableCell[]): TableView {
  return {
    ...view,
    rows: view.rows.map((each, index) =>
      index === row
        ? { ...each, cells: view.columns.map((_, at) => (at === column ? cells : (each.cells[at] ?? []))) }
        : each,
    ),
  }
}

export function withColumn(view: TableView, fact: string): TableView {
  if (view.columns.includes(fact)) return view
  return { columns: [...view.columns, fact], rows: view.rows.map((row) => ({ ...row, cells: [...row.cells, []] })) }
}

export function withoutColumn(view: TableView, column: number): TableView {
  const without = <T>(values: readonly T[]) => values.filter((_, index) => index !== column)
  return { columns: without(view.columns), rows: view.rows.map((row) => ({ ...row, cells: without(row.cells) })) }
}

/** A row from one place to another, counted before it leaves its own. */
export function moveRow(view: TableView, from: number, to: number): TableView {
  const rows = [...view.rows]
  const [moved] = rows.splice(from, 1)
  if (moved === undefined) return view
  rows.splice(to > from ? to - 1 : to, 0, moved)
  return { ...view, rows }
}
