import type { Domain } from './strokes.ts'

/** From values and points to pixels and back. */
export interface Scale {
  readonly x: (value: number) => number
  readonly y: (score: number) => number
  readonly valueAt: (pixel: number) => number
  readonly scoreAt: (pixel: number) => number
  readonly top: number
  readonly bottom: number
  readonly perPixel: number
  readonly domain: Domain
}

/** Room round the drawing for what stands on its axes, in pixels. */
export const MARGIN = { left: 28, right: 12, top: 24, bottom: 26 }

/** The scale that fits a domain into a picture of this size. */
export function scaleOf(domain: Domain, width: number, height: number): Scale {
  const [left, right] = [MARGIN.left, width - MARGIN.right]
  const [top, bottom] = [MARGIN.top, height - MARGIN.bottom]
  const span = domain.to - domain.from || 1
  const points = domain.points || 1
  return {
    x: (value) => left + ((value - domain.from) / span) * (right - left),
    y: (score) => bottom - (score / points) * (bottom - top),
    valueAt: (pixel) => domain.from + ((pixel - left) / (right - left)) * span,
    scoreAt: (pixel) => ((bottom - pixel) / (bottom - top)) * points,
    top,
    bottom,
    perPixel: span / (right - left),
    domain,
  }
}
