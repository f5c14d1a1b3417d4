import { type OnNodeDrag, useReactFlow } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { TreeLayout } from '../parts/tree-picture/tree-layout.ts'
import { designer } from '../store/use-designer.ts'
import { type DropTarget, dropTarget } from './drop-target.ts'
import { boxIdOf, type GraphNode } from './graph-nodes.ts'

export interface NodeDrag {
  readonly id: string
  readonly position: { readonly x: number; readonly y: number }
  /** Undefined over nothing. */
  readonly target: DropTarget | undefined
}

/** A box in the hand: where it is and what it would be dropped on. Escape lets it go without a move. */
export function useNodeDrag(layout: TreeLayout, onDrop: (id: string, target: DropTarget) => void) {
  const flow = useReactFlow<GraphNode>()
  const [drag, setDrag] = useState<NodeDrag | null>(null)
  const isGivenUp = useRef(false)
  const latest = useRef({ layout, drag, onDrop })
  latest.current = { layout, drag, onDrop }

  const onNodeDragStart = useCallback(() => {
    isGivenUp.current = false
  }, [])
  const onNodeDrag: OnNodeDrag<GraphNode> = useCallback(
    (event, node) => {
      if (isGivenUp.current) return
      const id = boxIdOf(node.id)
      const { scheme } = designer.getState().design!
      const target = dropTarget(scheme, latest.current.layout, id, flow.screenToFlowPosition(pointOf(event)))
      setDrag({ id, position: node.position, target })
    },
    [flow],
  )
  const onNodeDragStop = useCallback(() => {
    const { drag, onDrop } = latest.current
    if (drag?.target !== undefined) onDrop(drag.id, drag.target)
    setDrag(null)
  }, [])

  const isDragged = drag !== null
  useEffect(() => {
    if (!isDragged) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      isGivenUp.current = true
      setDrag(null)
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [isDragged])

  const handlers = useMemo(
    () => ({ onNodeDragStart, onNodeDrag, onNodeDragStop }),
    [onNodeDragStart, onNodeDrag, onNodeDragStop],
  )
  return { drag, handlers }
}

function pointOf(event: MouseEvent | TouchEvent): { x: number; y: number } {
  const at = 'touches' in event ? (event.touches[0] ?? event.changedTouches[0]!) : event
  return { x: at.clientX, y: at.clientY }
}
