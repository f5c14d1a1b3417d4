import type { Standing } from '../parts/tree-picture/shown-box.ts'
import type { TreeBox, TreeLayout } from '../parts/tree-picture/tree-layout.ts'

/**
 * How the whole picture comes into its small one. A tree of thousands is a hundred times as high as it is wide: in true
 * proportion it would be a hair, so it is stretched across, and no box and no frame is drawn too small to be seen.
 */
export interface MinimapScale {
  readonly across: number
  readonly down: number
  /** Where the picture's first box stands in the small one. */
  readonly left: number
  readonly top: number
  /** The highest box: folding shifts the picture. */
  readonly from: number
}

export const MINIMAP = { width: 168, height: 104 }
const MARGIN = 6
/** The share of the width that a high picture gets at least. */
const LEAST_WIDTH = 0.75
const LEAST_BOX = 0.9
const LEAST_FRAME = 5

export function minimapScale({ boxes, width, height }: Pick<TreeLayout, 'boxes' | 'width' | 'height'>): MinimapScale {
  const room = { width: MINIMAP.width - 2 * MARGIN, height: MINIMAP.height - 2 * MARGIN }
  const down = Math.min(room.width / width, room.height / height)
  const across = Math.max(down, (room.width * LEAST_WIDTH) / width)
  return {
    across,
    down,
    left: (MINIMAP.width - width * across) / 2,
    top: (MINIMAP.height - height * down) / 2,
    from: boxes.reduce((least, box) => Math.min(least, box.y), Number.POSITIVE_INFINITY),
  }
}

/** All boxes as one path for each standing. */
export function boxesPaths(
  boxes: readonly TreeBox[],
  scale: MinimapScale,
  standingOf: (box: TreeBox) => Standing,
): { readonly [S in Standing]: string } {
  const paths = { none: '', full: '', part: '', low: '' }
  for (const box of boxes) {
    const width = round(box.width * scale.across)
    const height = round(Math.max(LEAST_BOX, box.height * scale.down))
    paths[standingOf(box)] +=
      `M${round(scale.left + box.x * scale.across)} ${round(topOf(scale, box.y))}h${width}v${height}h${-width}z`
  }
  return paths
}

/** What is on the screen, as a rectangle of the small picture: whole, and inside it. */
export function frameOf(
  scale: MinimapScale,
  {
    transform: [x, y, zoom],
    width,
    height,
  }: { readonly transform: readonly [number, number, number]; readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  const across = span(scale.left + (-x / zoom) * scale.across, (width / zoom) * scale.across, MINIMAP.width)
  const down = span(topOf(scale, -y / zoom), (height / zoom) * scale.down, MINIMAP.height)
  return { x: across.start, y: down.start, width: across.size, height: down.size }
}

/** The place of the picture under a point of the small one. */
export function placeAt(scale: MinimapScale, x: number, y: number): { readonly x: number; readonly y: number } {
  return { x: (x - scale.left) / scale.across, y: (y - scale.top) / scale.down + scale.from }
}

const topOf = ({ top, down, from }: MinimapScale, y: number) => top + (y - from) * down

function span(start: number, size: number, room: number): { readonly start: number; readonly size: number } {
  const edge = 1
  const shown = Math.max(size, LEAST_FRAME)
  const middle = start + size / 2
  const from = Math.min(Math.max(middle - shown / 2, edge), room - edge - LEAST_FRAME)
  const to = Math.max(Math.min(middle + shown / 2, room - edge), from + LEAST_FRAME)
  return { start: from, size: to - from }
}

const round = (pixels: number) => Math.round(pixels * 100) / 100
