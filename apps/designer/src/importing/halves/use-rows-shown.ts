import { type RefObject, useLayoutEffect, useState } from 'react'

/** Rows of equal height in what scrolls, of which those in view are drawn, and some around them. */
export interface RowsShown {
  readonly from: number
  readonly to: number
}

/** Height of a row of either half, in pixels: 40 rows are looked over without losing oneself. */
export const ROW = 24
/** Above the rows, what stays while they scroll. */
export const HEAD = 26
const AROUND = 12

export function useRowsShown(scroller: RefObject<HTMLElement | null>, count: number): RowsShown {
  const [shown, setShown] = useState<RowsShown>({ from: 0, to: Math.min(count, 60) })
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const update = () => {
      const from = Math.max(0, Math.floor(element.scrollTop / ROW) - AROUND)
      const to = Math.min(count, Math.ceil((element.scrollTop + element.clientHeight) / ROW) + AROUND)
      setShown((before) => (before.from === from && before.to === to ? before : { from, to }))
    }
    update()
    element.addEventListener('scroll', update, { passive: true })
    const observer = new ResizeObserver(update)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', update)
      observer.disconnect()
    }
  }, [scroller, count])
  return shown
}

/** Scrolls a row into view, when it is not. */
export function showRow(element: HTMLElement | null, row: number): void {
  if (element === null) return
  const top = row * ROW
  const room = element.clientHeight - HEAD
  if (top < element.scrollTop) element.scrollTop = Math.max(0, top - 2 * ROW)
  else if (top + ROW > element.scrollTop + room) element.scrollTop = top - room + 3 * ROW
}
