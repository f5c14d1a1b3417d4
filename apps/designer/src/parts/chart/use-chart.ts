import { type RefObject, useEffect, useState } from 'react'
import type { Chart, Renderer } from './draw-chart.ts'

/** A chart in an element, as large as that is, as long as it is there; null until the library has come. */
export function useChart(element: RefObject<HTMLElement | null>, renderer: Renderer = 'svg'): Chart | null {
  const [chart, setChart] = useState<Chart | null>(null)
  useEffect(() => {
    let drawn: Chart | undefined
    let isGone = false
    import('./draw-chart.ts').then(({ drawChart }) => {
      if (isGone || element.current === null) return
      drawn = drawChart(element.current, renderer)
      setChart(drawn)
    }, NOT_DRAWN)
    return () => {
      isGone = true
      drawn?.dispose()
    }
  }, [element, renderer])
  useEffect(() => {
    if (chart === null || element.current === null) return
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [chart, element])
  return chart
}

/** Where the server is out of reach the text beside it has to do. */
const NOT_DRAWN = () => undefined
