import { ROOT, type TreeBox, type TreeLayout } from '../parts/tree-picture/tree-layout.ts'

/** What a key does in the picture; arrows follow what is seen, as the picture runs from left to right. */
export type GraphAction =
  | { readonly type: 'select'; readonly id: string }
  | { readonly type: 'fold' | 'unfold'; readonly id: string }
  | { readonly type: 'open'; readonly id: string }

export function actionOf(key: string, active: string, layout: TreeLayout): GraphAction | undefined {
  const box = layout.boxById.get(active) ?? layout.boxById.get(ROOT)!
  const select = (to: TreeBox | undefined): GraphAction | undefined =>
    to === undefined || to.id === box.id ? undefined : { type: 'select', id: to.id }
  switch (key) {
    case 'ArrowLeft':
      return box.parent === null ? undefined : select(layout.boxById.get(box.parent))
    case 'ArrowRight':
      return box.folds && box.isFolded ? { type: 'unfold', id: box.id } : select(middleChild(box, layout))
    case 'ArrowUp':
    case 'ArrowDown':
      return select(neighbour(box, layout, key === 'ArrowUp' ? -1 : 1))
    case 'Home':
      return select(layout.boxById.get(ROOT))
    case 'End':
      return select(layout.boxes.at(-1))
    case '+':
    case '=':
      return box.folds && box.isFolded ? { type: 'unfold', id: box.id } : undefined
    case '-':
      return box.folds && !box.isFolded ? { type: 'fold', id: box.id } : undefined
    case 'Enter':
      return box.id === ROOT ? undefined : { type: 'open', id: box.id }
    default:
      return undefined
  }
}

/** The child that stands nearest to the height of its parent. */
function middleChild(box: TreeBox, layout: TreeLayout): TreeBox | undefined {
  const children = layout.boxes.filter((each) => each.parent === box.id)
  const away = (child: TreeBox) => Math.abs(child.y + child.height / 2 - (box.y + box.height / 2))
  return children.reduce<TreeBox | undefined>(
    (best, child) => (best === undefined || away(child) < away(best) ? child : best),
    undefined,
  )
}

/** The next box above or below in the same column, whoever its parent is. */
function neighbour(box: TreeBox, layout: TreeLayout, step: 1 | -1): TreeBox | undefined {
  const column = layout.boxes.filter((each) => each.depth === box.depth)
  return column[column.indexOf(box) + step]
}
