import { useCallback, useMemo, useState } from 'react'
import type { SheetColumn } from './column.ts'

/** What a person has made of the columns: kept in this browser under a key, never in the scheme. */
export interface ColumnLayout {
  readonly order: readonly string[]
  readonly hidden: readonly string[]
  readonly shown: readonly string[]
  readonly widths: { readonly [id: string]: number }
}

export const noLayout: ColumnLayout = { order: [], hidden: [], shown: [], widths: {} }

export interface PlacedColumn<R> {
  readonly column: SheetColumn<R>
  readonly width: number
  /** From the left edge of the first column, without the row numbers. */
  readonly left: number
}

/** The columns that are shown, in a person's order, each with its place. Fixed ones stay in front. */
export function placedColumns<R>(columns: readonly SheetColumn<R>[], layout: ColumnLayout): PlacedColumn<R>[] {
  let left = 0
  return ordered(columns, layout)
    .filter((column) => isShown(column, layout))
    .map((column) => {
      const width = layout.widths[column.id] ?? column.width
      const placed = { column, width, left }
      left += width
      return placed
    })
}

export function isShown<R>({ id, shown }: SheetColumn<R>, layout: ColumnLayout): boolean {
  if (shown === 'always') return true
  return shown === 'on-demand' ? layout.shown.includes(id) : !layout.hidden.includes(id)
}

/** Columns that a person has not placed stand where they stood, after their neighbour of before. */
export function ordered<R>(columns: readonly SheetColumn<R>[], { order }: ColumnLayout): SheetColumn<R>[] {
  const known = order.flatMap((id) => columns.find((column) => column.id === id) ?? [])
  const list = [...known]
  columns.forEach((column, index) => {
    if (known.includes(column)) return
    const before = columns[index - 1]
    list.splice(before === undefined ? 0 : list.indexOf(before) + 1, 0, column)
  })
  return [...list.filter((column) => column.isFixed === true), ...list.filter((column) => column.isFixed !== true)]
}

/** The layout with a column put before another one, or at the end. */
export function moveColumn<R>(
  columns: readonly SheetColumn<R>[],
  layout: ColumnLayout,
  id: string,
  before: string | null,
): ColumnLayout {
  const ids = ordered(columns, layout)
    .map((column) => column.id)
    .filter((each) => each !== id)
  ids.splice(before === null ? ids.length : ids.indexOf(before), 0, id)
  return { ...layout, order: ids }
}

export function showColumn<R>({ id, shown }: SheetColumn<R>, layout: ColumnLayout, isOn: boolean): ColumnLayout {
  const without = (list: readonly string[]) => list.filter((each) => each !== id)
  if (shown === 'on-demand') return { ...layout, shown: isOn ? [...without(layout.shown), id] : without(layout.shown) }
  return { ...layout, hidden: isOn ? without(layout.hidden) : [...without(layout.hidden), id] }
}

/** A layout that is remembered; what cannot be read or stored is as if nobody had chosen. */
export function useColumnLayout(key: string | undefined): [ColumnLayout, (layout: ColumnLayout) => void] {
  const [layout, setLayout] = useState(() => (key === undefined ? noLayout : stored(key)))
  const change = useCallback(
    (next: ColumnLayout) => {
      setLayout(next)
      if (key === undefined) return
      try {
        localStorage.setItem(STORED_UNDER + key, JSON.stringify(next))
      } catch {
        // A full or forbidden storage costs no more than the widths.
      }
    },
    [key],
  )
  return useMemo(() => [layout, change], [layout, change])
}

const STORED_UNDER = 'yardstick.columns.'

function stored(key: string): ColumnLayout {
  try {
    const layout: unknown = JSON.parse(localStorage.getItem(STORED_UNDER + key) ?? 'null')
    return { ...noLayout, ...(typeof layout === 'object' ? layout : {}) }
  } catch {
    return noLayout
  }
}
