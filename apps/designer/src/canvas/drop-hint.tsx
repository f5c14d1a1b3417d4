import type { TreeLayout } from '../parts/tree-picture/tree-layout.ts'
import { useWords } from '../parts/words.ts'
import type { DropTarget } from './drop-target.ts'
import type { NodeDrag } from './use-node-drag.ts'
import { type CanvasWords, canvasWords } from './words.ts'

/** While a box is dragged: where it would go, or why not there. */
export function DropHint({ drag: { id, target }, layout }: { drag: NodeDrag; layout: TreeLayout }) {
  const w = useWords(canvasWords)
  if (target === undefined) return <div className="graph-drop-hint graph-drop-hint-open">{w.dragHint}</div>
  const name = target.box.node?.name ?? w.top
  if (target.refusal !== undefined)
    return <div className="graph-drop-hint graph-drop-hint-refused">{refusalText(id, target, layout, w)}</div>
  return <div className="graph-drop-hint">{target.how === 'into' ? w.into(name) : w.after(name)}</div>
}

/** Why a drop there moves nothing; undefined where it does. */
export function refusalText(id: string, target: DropTarget, layout: TreeLayout, w: CanvasWords): string | undefined {
  const name = layout.boxById.get(id)?.node?.name ?? ''
  const goal = target.box.node?.name ?? w.top
  if (target.refusal === 'below-itself') return w.belowItself(name, goal)
  if (target.refusal === 'already-there') return target.how === 'into' ? w.isInto(name, goal) : w.isAfter(name, goal)
  return undefined
}
