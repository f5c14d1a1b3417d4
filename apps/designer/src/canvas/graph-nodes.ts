import type { Node } from '@xyflow/react'
import type { ShownBox } from '../parts/tree-picture/shown-box.ts'
import { ROOT, type TreeBox, type TreeLayout } from '../parts/tree-picture/tree-layout.ts'

/** What a box of the picture shows, flat, so that two can be compared. */
export interface GraphNodeData extends Record<string, unknown>, ShownBox {
  readonly name: string
  readonly lines: readonly string[]
  readonly folds: boolean
  readonly isFolded: boolean
  readonly hidden: number
}

export type GraphNode = Node<GraphNodeData, 'indicator'>

/**
 * The layout as React Flow takes it. A node that is as it was is the same object again, so that only what differs is drawn
 * anew; sizes are stated, so that nothing has to be measured.
 */
export function graphNodes(
  layout: TreeLayout,
  shown: (box: TreeBox) => ShownBox,
  before: ReadonlyMap<string, GraphNode>,
): GraphNode[] {
  return layout.boxes.map((box) => {
    const data: GraphNodeData = {
      ...shown(box),
      name: box.node?.name ?? box.lines.join(''),
      lines: box.lines,
      folds: box.folds,
      isFolded: box.isFolded,
      hidden: box.hidden,
    }
    const known = before.get(box.id)
    if (known !== undefined && known.position.x === box.x && known.position.y === box.y && isSame(known.data, data))
      return known
    return {
      id: nodeIdOf(box.id),
      type: 'indicator',
      position: { x: box.x, y: box.y },
      width: box.width,
      height: box.height,
      measured: { width: box.width, height: box.height },
      draggable: box.id !== ROOT,
      data,
    }
  })
}

/** React Flow wants a word for the root too. */
const ROOT_NODE = '#scheme'
const nodeIdOf = (id: string) => (id === ROOT ? ROOT_NODE : id)
export const boxIdOf = (id: string) => (id === ROOT_NODE ? ROOT : id)

function isSame(one: GraphNodeData, other: GraphNodeData): boolean {
  return Object.keys(other).every((key) => {
    const [a, b] = [one[key], other[key]]
    return a === b || (Array.isArray(a) && Array.isArray(b) && a.join('\n') === b.join('\n'))
  })
}
