import { MiniMap, type OnInit, type OnNodeDrag, ReactFlow, useReactFlow, useStore, useStoreApi } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { memo, useCallback, useMemo, useRef, useState } from 'react'
import type { ShownBox } from '../parts/tree-picture/shown-box.ts'
import { ROOT, type TreeBox, type TreeLayout } from '../parts/tree-picture/tree-layout.ts'
import { useWords } from '../parts/words.ts'
import { type DropTarget, dropTarget } from './drop-target.ts'
import { moveTo, openInTable, select } from './graph-actions.ts'
import { GraphLinks } from './graph-links.tsx'
import { MinimapBranch, manyFrom } from './graph-minimap.tsx'
import { GraphBox } from './graph-node.tsx'
import { boxIdOf, type GraphNode, graphNodes } from './graph-nodes.ts'
import { firstView } from './graph-viewport.ts'
import { canvasWords } from './words.ts'

const nodeTypes = { indicator: GraphBox }
const nothing: ReadonlySet<string> = new Set()
const MINIMAP = { width: 168, height: 104 }
const PRO = { hideAttribution: true }
/** Below this size no name can be read: boxes show how much was reached and nothing else, which is also quicker. */
const FAR = 0.35

interface Drag {
  readonly id: string
  readonly position: { readonly x: number; readonly y: number }
  readonly target: DropTarget | undefined
}

/**
 * The picture itself. It does not know what is selected: boxes and lines ask for themselves, so that a click redraws two
 * boxes and not two thousand; for the same reason everything handed to React Flow stays the same object.
 */
export const GraphFlow = memo(function GraphFlow({
  layout,
  shown,
  hasMinimap,
  onTouch,
}: {
  layout: TreeLayout
  shown: (box: TreeBox) => ShownBox
  hasMinimap: boolean
  onTouch: () => void
}) {
  const w = useWords(canvasWords)
  const flow = useReactFlow<GraphNode>()
  const flowStore = useStoreApi()
  const isFar = useStore((state) => state.transform[2] < FAR)
  const [drag, setDrag] = useState<Drag | null>(null)
  const latest = useRef({ layout, drag })
  latest.current = { layout, drag }

  const isUnder = useMemo(() => (drag === null ? nothing : idsUnder(layout, drag.id)), [layout, drag])
  const nodes = useNodes(layout, shown)
  const drawn = useMemo(() => (drag === null ? nodes : draggedNodes(nodes, drag, isUnder)), [nodes, drag, isUnder])

  const onInit: OnInit<GraphNode> = useCallback(
    () => firstView(latest.current.layout, flowStore.getState(), flow.setViewport),
    [flow, flowStore],
  )
  const onNodeClick = useCallback(
    (event: React.MouseEvent, node: GraphNode) => {
      onTouch()
      select(boxIdOf(node.id), event.ctrlKey || event.metaKey)
    },
    [onTouch],
  )
  const onNodeDrag: OnNodeDrag<GraphNode> = useCallback(
    (event, node) => {
      const id = boxIdOf(node.id)
      const target = dropTarget(latest.current.layout, id, flow.screenToFlowPosition(pointOf(event)))
      setDrag({ id, position: node.position, target })
    },
    [flow],
  )
  const onNodeDragStop = useCallback(() => {
    const { drag, layout } = latest.current
    if (drag?.target !== undefined) moveTo(drag.id, drag.target, layout, w)
    setDrag(null)
  }, [w])

  return (
    <>
      <ReactFlow<GraphNode>
        className={isFar ? 'graph-far' : ''}
        nodes={drawn}
        nodeTypes={nodeTypes}
        onInit={onInit}
        onNodeClick={onNodeClick}
        onNodeDoubleClick={onNodeDoubleClick}
        onPaneClick={onTouch}
        onNodeDrag={onNodeDrag}
        onNodeDragStop={onNodeDragStop}
        nodesFocusable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        zoomActivationKeyCode="Control"
        panOnScroll
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements
        nodeDragThreshold={5}
        minZoom={0.05}
        maxZoom={2}
        proOptions={PRO}
      >
        <GraphLinks layout={layout} without={isUnder} />
        {hasMinimap && (
          <MiniMap<GraphNode>
            pannable
            zoomable
            ariaLabel={w.minimap}
            style={MINIMAP}
            nodeColor={colourOf}
            nodeClassName={kindOf}
            {...(nodes.length >= manyFrom ? { nodeComponent: MinimapBranch } : {})}
            nodeBorderRadius={12}
          />
        )}
      </ReactFlow>
      {drag?.target !== undefined && <DropHint target={drag.target} />}
    </>
  )
})

const kindOf = (node: GraphNode) => node.data.method
const colourOf = (node: GraphNode) => `var(--graph-${node.data.standing})`

function onNodeDoubleClick(_: React.MouseEvent, node: GraphNode): void {
  if (boxIdOf(node.id) !== ROOT) openInTable(boxIdOf(node.id))
}

function useNodes(layout: TreeLayout, shown: (box: TreeBox) => ShownBox): GraphNode[] {
  const known = useRef<ReadonlyMap<string, GraphNode>>(new Map())
  return useMemo(() => {
    const all = graphNodes(layout, shown, known.current)
    known.current = new Map(all.map((node) => [boxIdOf(node.id), node]))
    return all
  }, [layout, shown])
}

function draggedNodes(nodes: readonly GraphNode[], drag: Drag, isUnder: ReadonlySet<string>): GraphNode[] {
  return nodes.map((node) => {
    const id = boxIdOf(node.id)
    if (id === drag.id) return { ...node, position: { ...drag.position }, zIndex: 10, className: 'graph-dragged' }
    if (isUnder.has(id)) return { ...node, className: 'graph-faded' }
    if (id === drag.target?.box.id) return { ...node, className: `graph-drop-${drag.target.how}` }
    return node
  })
}

function DropHint({ target: { box, how } }: { target: DropTarget }) {
  const w = useWords(canvasWords)
  const name = box.node?.name ?? w.top
  return <div className="graph-drop-hint">{how === 'into' ? w.into(name) : w.after(name)}</div>
}

function idsUnder(layout: TreeLayout, id: string): ReadonlySet<string> {
  const under = new Set<string>([id])
  for (const box of layout.boxes) if (box.parent !== null && under.has(box.parent)) under.add(box.id)
  return under
}

function pointOf(event: MouseEvent | TouchEvent): { x: number; y: number } {
  const at = 'touches' in event ? (event.touches[0] ?? event.changedTouches[0]!) : event
  return { x: at.clientX, y: at.clientY }
}
