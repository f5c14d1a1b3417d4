import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

/** The door to ECharts: only the kinds that are drawn here, as SVG, without motion. Loaded with the first chart. */
use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

export type Chart = ECharts

/** Colours are those of the page at this moment, since the library knows no CSS names. */
export function drawChart(element: HTMLElement): Chart {
  return init(element, undefined, { renderer: 'svg' })
}
