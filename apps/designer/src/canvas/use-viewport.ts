import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useMemo } from 'react'
import type { TreeBox, TreeLayout } from '../parts/tree-picture/tree-layout.ts'
import { designer } from '../store/use-designer.ts'
import { firstView, viewWith } from './graph-viewport.ts'

/** Moves the screen over the picture; the same functions throughout. */
export function useViewport() {
  const flow = useReactFlow()
  const store = useStoreApi()
  return useMemo(
    () => ({
      toFirstView(layout: TreeLayout): void {
        flow.setViewport(firstView(layout, store.getState(), designer.getState().view.selection.active))
      },
      toBox(box: TreeBox): void {
        const room = store.getState()
        const [x, y, zoom] = room.transform
        const view = { x, y, zoom }
        const next = viewWith(box, room, view)
        // Before the first view there is nothing to move.
        if (next !== view && room.width > 0) flow.setViewport(next, { duration: 140 })
      },
    }),
    [flow, store],
  )
}
