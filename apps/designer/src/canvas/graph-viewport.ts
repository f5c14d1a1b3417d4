import type { useReactFlow } from '@xyflow/react'
import { ROOT, type TreeBox, type TreeLayout } from '../parts/tree-picture/tree-layout.ts'

interface Canvas {
  readonly width: number
  readonly height: number
  readonly transform: readonly [number, number, number]
}
type SetViewport = ReturnType<typeof useReactFlow>['setViewport']

/** The whole tree where it can be read so; else its root at the left, at a size that can be read. */
export function firstView(layout: TreeLayout, { width, height }: Canvas, setViewport: SetViewport): void {
  const fits = Math.min((width - 48) / (layout.width + 30), (height - 32) / layout.height)
  const zoom = fits >= 0.62 ? Math.min(1, fits) : 0.8
  const root = layout.boxById.get(ROOT)!
  const top = fits >= 0.62 ? (height - layout.height * zoom) / 2 : height / 2 - (root.y + root.height / 2) * zoom
  setViewport({ x: fits >= 0.62 ? Math.max(24, (width - layout.width * zoom) / 2 - 8) : 24, y: top, zoom })
}

/** The smallest move that shows the whole box; none where it is seen. */
export function bringIntoView(box: TreeBox, { width, height, transform }: Canvas, setViewport: SetViewport): void {
  const [x, y, zoom] = transform
  const margin = 24
  const across = shiftInto(box.x * zoom + x, box.width * zoom, width, margin)
  const down = shiftInto(box.y * zoom + y, box.height * zoom, height, margin)
  if (across !== 0 || down !== 0) setViewport({ x: x + across, y: y + down, zoom }, { duration: 140 })
}

function shiftInto(start: number, size: number, room: number, margin: number): number {
  if (start < margin) return margin - start
  const over = start + size + margin - room
  return over > 0 ? -over : 0
}
