import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import {
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components'
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'

/** The door to ECharts: only the kinds that are drawn here, without motion. Loaded with the first chart. */
use([BarChart, CustomChart, LineChart, ScatterChart])
use([DataZoomComponent, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent])
use([CanvasRenderer, SVGRenderer])

export type Chart = ECharts
export type ChartOption = EChartsCoreOption
export type Renderer = 'svg' | 'canvas'

/** Colours are those of the page at this moment, since the library knows no CSS names. */
export function drawChart(element: HTMLElement, renderer: Renderer = 'svg'): Chart {
  return init(element, undefined, { renderer })
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The text of an SVG picture, drawn without a page. */
export function svgOfChart(option: ChartOption, { width, height }: Size): string {
  const chart = init(null, undefined, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ ...option, animation: false })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

/** The same as a canvas, at twice its size where a browser can hold that. */
export function canvasOfChart(option: ChartOption, { width, height }: Size): HTMLCanvasElement {
  const devicePixelRatio = Math.min(2, LONGEST_SIDE / Math.max(width, height))
  const canvas = document.createElement('canvas')
  const chart = init(canvas, undefined, { renderer: 'canvas', width, height, devicePixelRatio })
  try {
    chart.setOption({ ...option, animation: false })
    // A chart paints with the next frame; a picture that is handed over is painted now.
    chart.getZr().refreshImmediately()
    return chart.renderToCanvas({ pixelRatio: devicePixelRatio })
  } finally {
    chart.dispose()
  }
}

const LONGEST_SIDE = 16_000
