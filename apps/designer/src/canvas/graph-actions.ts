import { announce } from '../parts/announce.ts'
import type { ShownBox } from '../parts/tree-picture/shown-box.ts'
import { ROOT, type TreeBox, type TreeLayout } from '../parts/tree-picture/tree-layout.ts'
import { designer } from '../store/use-designer.ts'
import { type DropTarget, moveEdit } from './drop-target.ts'
import { type CanvasWords, canvasWords } from './words.ts'

/** isAlso: beside what is selected, as with Ctrl in a list. */
export function select(id: string, isAlso = false): void {
  designer.setView(({ selection }) => {
    if (id === ROOT) return { selection: { ...selection, active: null, ids: [] } }
    const has = selection.ids.includes(id)
    const ids = !isAlso ? [id] : has ? selection.ids.filter((each) => each !== id) : [...selection.ids, id]
    return { selection: { ...selection, active: ids.includes(id) ? id : (ids.at(-1) ?? null), ids } }
  })
}

export function openInTable(id: string): void {
  designer.setView(({ selection }) => ({ tab: 'table', selection: { ...selection, active: id, ids: [id] } }))
}

/** One move, one undo step; whether the points still add up is for the checks to say. */
export function moveTo(id: string, target: DropTarget, layout: TreeLayout, w: CanvasWords): void {
  const { design } = designer.getState()
  const { scheme } = design!
  const edit = moveEdit(scheme, layout, id, target)
  if (edit === undefined) return
  const name = layout.boxById.get(id)!.node!.name
  const label = { zh: canvasWords.zh.move(name), en: canvasWords.en.move(name) }
  designer.edit(label, edit)
  // Refused, which the shell says, or open in another tab.
  if (designer.getState().design === design) return
  const parent = target.how === 'into' ? target.box.id : (target.box.parent ?? ROOT)
  select(id)
  announce(w.movedInto(name, layout.boxById.get(parent)?.node?.name ?? w.top))
}

/** What a screen reader hears of a box that keys have reached. */
export function spoken(box: TreeBox, shown: (box: TreeBox) => ShownBox, w: CanvasWords): string {
  const { points, score, errors, warnings } = shown(box)
  return [
    w.spoken(box.node?.name ?? w.scheme, points, box.depth, box.index + 1, box.siblings),
    ...(score === null || score === undefined ? [] : [w.spokenScore(score)]),
    ...(box.hidden > 0 ? [w.spokenFolded(box.hidden)] : []),
    ...(errors + warnings > 0 ? [w.spokenIssues(errors + warnings)] : []),
  ].join(w.comma)
}
