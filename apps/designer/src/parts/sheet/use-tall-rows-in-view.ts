import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

export interface TallRows {
  /** The first row that is drawn, and the one behind the last. */
  readonly from: number
  readonly to: number
  /** Pixels that stand for the rows before and behind. */
  readonly above: number
  readonly below: number
  /** For `ref` of a row that has its place in `data-index`; undefined where all rows are drawn. */
  readonly measure: ((row: HTMLElement | null) => void) | undefined
  goTo(index: number): void
}

/**
 * Which rows are seen in what scrolls where each has a height of its own, measured once it is drawn.
 *
 * most      tables of so many rows are drawn whole
 * height    of a row that was not seen yet
 * heightOf  of one that is drawn, with what belongs to it
 */
export function useTallRowsInView(
  count: number,
  scroller: RefObject<HTMLElement | null>,
  { most, height, heightOf }: { most: number; height: number; heightOf: (row: Element) => number },
): TallRows {
  const isLong = count > most
  const inView = useVirtualizer({
    count,
    enabled: isLong,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    measureElement: heightOf,
    overscan: 12,
  })
  if (!isLong) return { from: 0, to: count, above: 0, below: 0, measure: undefined, goTo: () => undefined }
  const seen = inView.getVirtualItems()
  const [first, last] = [seen[0], seen.at(-1)]
  return {
    from: first?.index ?? 0,
    to: (last?.index ?? -1) + 1,
    above: first?.start ?? 0,
    below: inView.getTotalSize() - (last?.end ?? 0),
    measure: inView.measureElement,
    goTo: (index) => inView.scrollToIndex(index, { align: 'center' }),
  }
}
