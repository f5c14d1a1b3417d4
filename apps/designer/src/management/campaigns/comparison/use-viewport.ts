import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { Viewport } from './heat-map-geometry.ts'

/** What is seen of what scrolls in an element. */
export function useViewport(scroller: RefObject<HTMLElement | null>): {
  readonly viewport: Viewport
  readonly onScroll: () => void
} {
  const [viewport, setViewport] = useState<Viewport>({ top: 0, left: 0, width: 0, height: 0 })
  const onScroll = useCallback(() => {
    const box = scroller.current
    if (box === null) return
    const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = box
    setViewport({ top, left, width, height })
  }, [scroller])
  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    const observer = new ResizeObserver(onScroll)
    observer.observe(box)
    return () => observer.disconnect()
  }, [scroller, onScroll])
  return { viewport, onScroll }
}
