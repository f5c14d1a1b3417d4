import { ROOT, type TreeBox, type TreeLayout } from '../parts/tree-picture/tree-layout.ts'

interface Room {
  readonly width: number
  readonly height: number
}
interface Viewport {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/**
 * The whole tree where it can be read so; else its root at the left, at a size that can be read, and what is active with
 * what stands directly below it.
 */
export function firstView(layout: TreeLayout, room: Room, active: string | null): Viewport {
  const { width, height } = room
  const fits = Math.min((width - 48) / (layout.width + 30), (height - 32) / layout.height)
  const isWhole = fits >= 0.62
  const zoom = isWhole ? Math.min(1, fits) : 0.8
  const root = layout.boxById.get(ROOT)!
  const whole = { x: Math.max(24, (width - layout.width * zoom) / 2 - 8), y: (height - layout.height * zoom) / 2, zoom }
  if (isWhole) return whole
  const rooted = { x: 24, y: height / 2 - (root.y + root.height / 2) * zoom, zoom }
  const box = active === null ? undefined : layout.boxById.get(active)
  if (box === undefined) return rooted
  const family = around([box, ...layout.boxes.filter(({ parent }) => parent === active)])
  const isFamilySeen = family.width * zoom + 48 <= width && family.height * zoom + 48 <= height
  return viewWith(isFamilySeen ? family : box, room, rooted)
}

type Frame = Pick<TreeBox, 'x' | 'y' | 'width' | 'height'>

function around(boxes: readonly Frame[]): Frame {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** The view after the smallest move that shows the whole box; the same one where it is seen. */
export function viewWith(box: Frame, { width, height }: Room, view: Viewport): Viewport {
  const { x, y, zoom } = view
  const margin = 24
  const across = shiftInto(box.x * zoom + x, box.width * zoom, width, margin)
  const down = shiftInto(box.y * zoom + y, box.height * zoom, height, margin)
  return across === 0 && down === 0 ? view : { x: x + across, y: y + down, zoom }
}

function shiftInto(start: number, size: number, room: number, margin: number): number {
  if (start < margin) return margin - start
  const over = start + size + margin - room
  return over > 0 ? -over : 0
}
