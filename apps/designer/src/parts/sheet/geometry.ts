import type { Cell } from './cell.ts'
import type { PlacedColumn } from './column-layout.ts'

/** Sizes in pixels; drawing only. */
export const ROW_HEIGHT = 28
export const HEAD_HEIGHT = 30
export const GUTTER = 38
/** Room at the right for the button over the columns, which the last head keeps clear of. */
export const BUTTON = 27

export interface Ground<R> {
  readonly columns: readonly PlacedColumn<R>[]
  readonly fixedCount: number
  readonly fixedWidth: number
  readonly headHeight: number
}

export interface Box {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

/** Where a block of cells lies in the scrolled content, the header and row numbers included. */
export function boxOf<R>(ground: Ground<R>, top: number, left: number, bottom: number, right: number): Box {
  const first = ground.columns[left]
  const last = ground.columns[right]
  if (first === undefined || last === undefined) return { top: 0, left: 0, width: 0, height: 0 }
  return {
    top: ground.headHeight + top * ROW_HEIGHT,
    left: GUTTER + first.left,
    width: last.left + last.width - first.left,
    height: (bottom - top + 1) * ROW_HEIGHT,
  }
}

/** The cell under a point of the window; beyond the edges the nearest one. Column −1 is the row number. */
export function cellAt<R>(scroller: HTMLElement, ground: Ground<R>, clientX: number, clientY: number): Cell {
  const bounds = scroller.getBoundingClientRect()
  const x = clientX - bounds.left - GUTTER
  const y = clientY - bounds.top - ground.headHeight + scroller.scrollTop
  const row = Math.floor(y / ROW_HEIGHT)
  if (x < 0) return { row, column: -1 }
  const across = x < ground.fixedWidth ? x : x + scroller.scrollLeft
  const found = ground.columns.findIndex(({ left, width }) => across < left + width)
  return { row, column: found < 0 ? ground.columns.length - 1 : found }
}

/** Scrolls as little as shows a cell whole, clear of the header and the fixed columns. */
export function scrollTo<R>(scroller: HTMLElement, ground: Ground<R>, { row, column }: Cell): void {
  const top = row * ROW_HEIGHT
  const height = scroller.clientHeight - ground.headHeight
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (top + ROW_HEIGHT > scroller.scrollTop + height) scroller.scrollTop = top + ROW_HEIGHT - height
  const placed = ground.columns[column]
  if (placed === undefined || column < ground.fixedCount) return
  const left = placed.left - ground.fixedWidth
  const width = scroller.clientWidth - GUTTER - ground.fixedWidth
  if (left < scroller.scrollLeft) scroller.scrollLeft = left
  else if (left + placed.width > scroller.scrollLeft + width)
    scroller.scrollLeft = Math.min(left, left + placed.width - width)
}
