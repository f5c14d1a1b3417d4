import { type ReactNode, useMemo, useState } from 'react'
import { type ListColumn, ListTable } from '../../list-table.tsx'
import { type Sort, type SortKey, sorted } from './sorting.ts'

export interface SortedColumn<R> extends ListColumn<R> {
  /** What its rows are put in order by; without it they cannot be. */
  readonly key?: (row: R) => SortKey
}

/** A list whose columns put it in order: pressed once as it is wanted first, again the other way round. */
export function SortedTable<R>({
  columns,
  rows,
  first,
  ...table
}: {
  label: string
  columns: readonly SortedColumn<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  /** Undefined leaves the rows as they come. */
  first?: Sort
  isWaiting?: boolean
  look?: (row: R) => string | undefined
  empty?: ReactNode
}) {
  const [sort, setSort] = useState(first)
  const inOrder = useMemo(() => {
    const key = columns.find(({ id }) => id === sort?.column)?.key
    return key === undefined || sort === undefined ? rows : sorted(rows, key, sort.isDown)
  }, [columns, rows, sort])
  const withSort = useMemo(() => columns.map((each) => ({ ...each, canSort: each.key !== undefined })), [columns])
  // Numbers are looked at from the largest down, names from the first on.
  const toggle = (column: string) =>
    setSort((before) => {
      if (before?.column === column) return { column, isDown: !before.isDown }
      return { column, isDown: columns.find(({ id }) => id === column)?.align === 'end' }
    })
  return (
    <ListTable {...table} columns={withSort} rows={inOrder} {...(sort === undefined ? {} : { sort })} onSort={toggle} />
  )
}
