import type { List } from '@yardstick/exchange/render/list-workbook'
import type { ReactNode } from 'react'
import { rateText } from '../rate-text.ts'
import type { SortedColumn } from './sorted-table.tsx'
import { exactOf } from './sorting.ts'

/** A column whose value is shown, put in order by, and exported. */
export interface DataColumn<R> {
  readonly id: string
  readonly title: string
  /** A track of CSS grid. */
  readonly width: string
  /** Numbers and rates (0.95) are decimal text, or a fraction; what is neither is a name or a remark. */
  readonly kind?: 'number' | 'rate'
  /** In the file it stands over columns that follow each other under the same head. */
  readonly head?: string
  readonly value: (row: R) => string | null
  /** Where it is put in order by something else. */
  readonly key?: SortedColumn<R>['key']
  /** Where more is shown than the value. */
  readonly cell?: (row: R, text: string) => ReactNode
}

function shownValue(value: string | null, kind: DataColumn<unknown>['kind'], none: string): string {
  if (value === null || value === '') return none
  return kind === 'rate' ? rateText(value) || value : value
}

/** For a table in the page; `none` stands where there is nothing. */
export function sortedColumns<R>(columns: readonly DataColumn<R>[], none: string): SortedColumn<R>[] {
  return columns.map(({ id, title, width, kind, value, key, cell }) => ({
    ...{ id, title, width },
    ...(kind === undefined ? {} : { align: 'end' as const }),
    key: key ?? (kind === undefined ? value : (row: R) => exactOf(value(row))),
    cell: (row: R) => {
      const text = shownValue(value(row), kind, none)
      return cell?.(row, text) ?? text
    },
  }))
}

/** For a file. */
export function listOf<R>(
  name: string,
  notes: readonly string[],
  columns: readonly DataColumn<R>[],
  rows: readonly R[],
): List {
  return {
    ...{ name, notes },
    columns: columns.map(({ title, head, kind }) => ({
      name: title,
      ...(head === undefined ? {} : { head }),
      width: kind === undefined ? 24 : 12,
      ...(kind === undefined ? {} : { kind }),
    })),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  }
}
