import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

/** Which rows of one height are seen in what scrolls, and a few beyond; for lists that are no sheets. */
export function useRowsInView(
  count: number,
  scroller: RefObject<HTMLElement | null>,
  rowHeight: number,
): { readonly height: number; readonly rows: readonly { readonly index: number; readonly start: number }[] } {
  const inView = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  return { height: inView.getTotalSize(), rows: inView.getVirtualItems() }
}
