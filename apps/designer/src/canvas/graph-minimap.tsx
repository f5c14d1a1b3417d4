import type { MiniMapNodeProps } from '@xyflow/react'

/** With so many boxes the overview shows branches alone; it would be slower than the picture. */
export const manyFrom = 400

export function MinimapBranch({ x, y, width, height, color, className }: MiniMapNodeProps) {
  if (className !== 'branch' && className !== 'scheme') return null
  // Wide enough to be seen where a leaf would be a hair.
  return <rect x={x} y={y - height} width={width} height={height * 3} fill={color} />
}
