import { type Edit, isBranch, type Scheme } from '@yardstick/model'
import { ROOT, type TreeBox, type TreeLayout, wayUp } from '../parts/tree-picture/tree-layout.ts'

/** Where what is dragged would go: under a branch, as its last child, or behind a leaf, as its next sibling. */
export interface DropTarget {
  readonly box: TreeBox
  readonly how: 'into' | 'after'
  /** Why it cannot go there: below itself, or no move at all. */
  readonly refusal?: 'below-itself' | 'already-there'
}

/** What the pointer is over; nothing over the dragged indicator itself. */
export function dropTarget(
  scheme: Pick<Scheme, 'indicators'>,
  layout: TreeLayout,
  dragged: string,
  point: { readonly x: number; readonly y: number },
): DropTarget | undefined {
  const isInside = ({ x, y, width, height }: TreeBox) =>
    point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height
  const box = layout.boxes.find((each) => isInside(each))
  if (box === undefined || box.id === dragged) return undefined
  const target = { box, how: box.node === undefined || isBranch(box.node) ? 'into' : 'after' } as const
  if (wayUp(layout, box.id).includes(dragged)) return { ...target, refusal: 'below-itself' }
  if (moveEdit(scheme, layout, dragged, target) === undefined) return { ...target, refusal: 'already-there' }
  return target
}

/** The move as an edit; undefined where the indicator stands there already. */
export function moveEdit(
  scheme: Pick<Scheme, 'indicators'>,
  layout: TreeLayout,
  dragged: string,
  { box, how }: DropTarget,
): Edit | undefined {
  const from = layout.boxById.get(dragged)
  if (from === undefined) return undefined
  const goal = how === 'into' ? box.id : (box.parent ?? ROOT)
  const isSameParent = from.parent === goal
  if (how === 'into') {
    const children = goal === ROOT ? scheme.indicators : childrenOf(layout.boxById.get(goal))
    const last = children.length - (isSameParent ? 1 : 0)
    return isSameParent && from.index === last ? undefined : move(dragged, goal, last)
  }
  // The index counts among the new siblings once the moved one has left.
  const index = isSameParent && from.index < box.index ? box.index : box.index + 1
  return isSameParent && from.index === index ? undefined : move(dragged, goal, index)
}

function move(id: string, goal: string, index: number): Edit {
  return { type: 'move-indicator', id, parent: goal === ROOT ? null : goal, index }
}

function childrenOf(box: TreeBox | undefined) {
  return box?.node !== undefined && isBranch(box.node) ? box.node.children : []
}
