import { useCallback, useMemo, useRef, useState } from 'react'
import { type Folded, foldedBelow } from '../parts/tree-picture/folding.ts'
import { layoutTree, type TreeLayout } from '../parts/tree-picture/tree-layout.ts'
import { useDesigner } from '../store/use-designer.ts'

/** What was folded when the picture of a design was last left; the tree is opened two levels deep the first time. */
const remembered = new Map<string, Folded>()

export interface GraphFolding {
  readonly folded: Folded
  /** anchor  the box that stays where it is on the screen while others make room */
  readonly setFolded: (folded: Folded, anchor: string | null) => void
}

export function useFolding(): GraphFolding & { readonly anchor: React.RefObject<string | null> } {
  const designId = useDesigner((state) => state.designId ?? '')
  const scheme = useDesigner((state) => state.design!.scheme)
  const [folded, setState] = useState<Folded>(() => remembered.get(designId) ?? foldedBelow(scheme, 2))
  const anchor = useRef<string | null>(null)
  const setFolded = useCallback(
    (next: Folded, at: string | null) => {
      anchor.current = at
      remembered.set(designId, next)
      setState(next)
    },
    [designId],
  )
  return { folded, setFolded, anchor }
}

/** The layout, shifted so that the anchor does not move under the pointer. */
export function useGraphLayout(folded: Folded, anchor: React.RefObject<string | null>): TreeLayout {
  const name = useDesigner((state) => state.design!.scheme.name)
  const indicators = useDesigner((state) => state.design!.scheme.indicators)
  const last = useRef<TreeLayout | null>(null)
  return useMemo(() => {
    const layout = layoutTree({ name, indicators }, folded)
    const at = anchor.current ?? ''
    const [now, before] = [layout.boxById.get(at), last.current?.boxById.get(at)]
    const shifted = now === undefined || before === undefined ? layout : shiftedBy(layout, before.y - now.y)
    last.current = shifted
    return shifted
  }, [name, indicators, folded, anchor])
}

function shiftedBy(layout: TreeLayout, down: number): TreeLayout {
  if (down === 0) return layout
  const boxes = layout.boxes.map((box) => ({ ...box, y: box.y + down }))
  return { ...layout, boxes, boxById: new Map(boxes.map((box) => [box.id, box])) }
}
