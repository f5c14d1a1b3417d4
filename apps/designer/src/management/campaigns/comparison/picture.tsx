import { useEffect, useRef } from 'react'
import type { ChartOption } from '../../../parts/chart/draw-chart.ts'
import { useChart } from '../../../parts/chart/use-chart.ts'
import { useDesigner } from '../../../store/use-designer.ts'
import { type Colours, coloursOf } from './colours.ts'

/** What a picture shows, in colours that are handed in: those of the page, or of paper. */
export type Draw = (colours: Colours) => ChartOption

/** A mark that was pressed: its place in the data of its series. */
export interface Mark {
  readonly series: string
  readonly index: number
}

/**
 * A picture on a canvas. What it shows stands beside it as a table, whose links lead where its marks do: the picture is
 * for the eye and the mouse.
 */
export function Picture({
  draw,
  label,
  height,
  onPick,
}: {
  draw: Draw
  label: string
  /** In pixels; undefined fills what is there. */
  height?: number
  onPick?: (mark: Mark) => void
}) {
  const element = useRef<HTMLDivElement>(null)
  const chart = useChart(element, 'canvas')
  const theme = useDesigner((state) => state.view.theme)
  const pick = useRef(onPick)
  pick.current = onPick
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme stands for the colours of the page
  useEffect(() => {
    if (chart === null || element.current === null) return
    chart.setOption({ animation: false, ...draw(coloursOf(element.current)) }, true)
  }, [chart, draw, theme])
  useEffect(() => {
    chart?.on('click', ({ seriesId = '', dataIndex }) => pick.current?.({ series: seriesId, index: dataIndex }))
  }, [chart])
  return (
    <div
      ref={element}
      className={height === undefined ? 'picture picture-filling' : 'picture'}
      role="img"
      aria-label={label}
      style={height === undefined ? undefined : { height }}
    />
  )
}
