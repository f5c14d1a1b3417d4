import { type OnInit, ReactFlow, useStore } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { App } from 'antd'
import { memo, useCallback, useMemo, useRef } from 'react'
import type { ShownBox } from '../parts/tree-picture/shown-box.ts'
import { ROOT, type TreeBox, type TreeLayout } from '../parts/tree-picture/tree-layout.ts'
import { useWords } from '../parts/words.ts'
import { DropHint, refusalText } from './drop-hint.tsx'
import type { DropTarget } from './drop-target.ts'
import { moveTo, openInTable, select } from './graph-actions.ts'
import { GraphLinks } from './graph-links.tsx'
import { GraphMinimap } from './graph-minimap.tsx'
import { GraphBox } from './graph-node.tsx'
import { boxIdOf, type GraphNode, graphNodes } from './graph-nodes.ts'
import { type NodeDrag, useNodeDrag } from './use-node-drag.ts'
import { useViewport } from './use-viewport.ts'
import { canvasWords } from './words.ts'

const nodeTypes = { indicator: GraphBox }
const nothing: ReadonlySet<string> = new Set()
const PRO = { hideAttribution: true }
/** Below this size no name can be read: boxes show how much was reached and nothing else, which is also quicker. */
const FAR = 0.35

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
  const viewport = useViewport()
  const isFar = useStore((state) => state.transform[2] < FAR)
  const { message } = App.useApp()
  const descriptions = useMemo(
    () => ({
      'node.a11yDescription.keyboardDisabled': w.hint,
      'node.a11yDescription.default': w.hint,
      'edge.a11yDescription.default': w.line,
    }),
    [w],
  )
  const latest = useRef(layout)
  latest.current = layout
  const onDrop = (id: string, target: DropTarget) => {
    const refusal = refusalText(id, target, layout, w)
    if (refusal === undefined) moveTo(id, target, layout, w)
    else message.warning({ key: 'refused', content: refusal })
  }
  const { drag, handlers } = useNodeDrag(layout, onDrop)

  const isUnder = useMemo(() => (drag === null ? nothing : idsUnder(layout, drag.id)), [layout, drag])
  const nodes = useNodes(layout, shown)
  const drawn = useMemo(() => (drag === null ? nodes : draggedNodes(nodes, drag, isUnder)), [nodes, drag, isUnder])

  const onInit: OnInit<GraphNode> = useCallback(() => viewport.toFirstView(latest.current), [viewport])
  const onNodeClick = useCallback(
    (event: React.MouseEvent, node: GraphNode) => {
      onTouch()
      select(boxIdOf(node.id), event.ctrlKey || event.metaKey)
    },
    [onTouch],
  )

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
        {...handlers}
        nodesFocusable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        ariaLabelConfig={descriptions}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        zoomActivationKeyCode="Control"
        panOnScroll
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements
        nodeDragThreshold={5}
        minZoom={0.025}
        maxZoom={2}
        proOptions={PRO}
      >
        <GraphLinks layout={layout} without={isUnder} />
      </ReactFlow>
      {hasMinimap && <GraphMinimap layout={layout} shown={shown} />}
      {drag !== null && <DropHint drag={drag} layout={layout} />}
    </>
  )
})

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

function draggedNodes(nodes: readonly GraphNode[], drag: NodeDrag, isUnder: ReadonlySet<string>): GraphNode[] {
  return nodes.map((node) => {
    const id = boxIdOf(node.id)
    if (id === drag.id) return { ...node, position: { ...drag.position }, zIndex: 10, className: 'graph-dragged' }
    if (isUnder.has(id)) return { ...node, className: 'graph-faded' }
    if (id === drag.target?.box.id) return { ...node, className: dropClass(drag.target) }
    return node
  })
}

const dropClass = ({ how, refusal }: DropTarget) => `graph-drop-${refusal === undefined ? how : 'refused'}`

function idsUnder(layout: TreeLayout, id: string): ReadonlySet<string> {
  const under = new Set<string>([id])
  for (const box of layout.boxes) if (box.parent !== null && under.has(box.parent)) under.add(box.id)
  return under
}
