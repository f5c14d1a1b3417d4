import { MiniMap, ReactFlow, ReactFlowProvider, useReactFlow, useStoreApi } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { App } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { announce } from '../parts/announce.ts'
import { foldedBelow, revealing, toggled } from '../parts/tree-picture/folding.ts'
import { ROOT, type TreeLayout } from '../parts/tree-picture/tree-layout.ts'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { type DropTarget, dropTarget } from './drop-target.ts'
import { exportPicture } from './export-picture.ts'
import './graph.css'
import { moveTo, openInTable, select, spoken } from './graph-actions.ts'
import { actionOf } from './graph-keys.ts'
import { GraphLegend } from './graph-legend.tsx'
import { GraphLinks } from './graph-links.tsx'
import { FoldContext, GraphBox } from './graph-node.tsx'
import { boxIdOf, type GraphNode, graphNodes } from './graph-nodes.ts'
import { GraphToolbar, type Shown } from './graph-toolbar.tsx'
import { bringIntoView, firstView } from './graph-viewport.ts'
import { useFolding, useGraphLayout } from './use-graph-layout.ts'
import { useShownBoxes } from './use-shown-boxes.ts'
import { canvasWords } from './words.ts'

const nodeTypes = { indicator: GraphBox }
const nothing: ReadonlySet<string> = new Set()

/** 关系图: the shape of the scheme, read-mostly. Selection is the grid's; every change made here can be made there. */
export function IndicatorGraph() {
  return (
    <ReactFlowProvider>
      <Graph />
    </ReactFlowProvider>
  )
}

interface Drag {
  readonly id: string
  readonly position: { readonly x: number; readonly y: number }
  readonly target: DropTarget | undefined
}

function Graph() {
  const w = useWords(canvasWords)
  const flow = useReactFlow<GraphNode>()
  const flowStore = useStoreApi()
  const frame = useRef<HTMLDivElement>(null)
  const active = useDesigner((state) => state.view.selection.active)
  const { folded, setFolded, anchor } = useFolding()
  const layout = useGraphLayout(folded, anchor)
  const shown = useShownBoxes()
  const [drag, setDrag] = useState<Drag | null>(null)
  const [extras, setExtras] = useState<Shown>({ minimap: true, legend: false })
  const { message } = App.useApp()

  const toBox = useCallback(
    (id: string | null) => {
      const box = id === null ? undefined : latest.current?.boxById.get(id)
      if (box !== undefined) bringIntoView(box, flowStore.getState(), flow.setViewport)
    },
    [flow, flowStore],
  )
  const latest = useRef<TreeLayout>(layout)
  latest.current = layout

  // What is selected elsewhere must be seen here, also where it is folded away.
  const seen = useRef(folded)
  seen.current = folded
  useEffect(() => {
    if (active === null) return
    const open = revealing(seen.current, designer.getState().design!.scheme, active)
    if (open !== seen.current) setFolded(open, ROOT)
    const timer = setTimeout(() => toBox(active))
    return () => clearTimeout(timer)
  }, [active, toBox, setFolded])

  const toggle = useCallback(
    (id: string) => {
      const before = seen.current
      const next = toggled(before, id)
      // What would be hidden hands its selection to the branch that closes over it.
      const now = designer.getState().view.selection.active
      if (now !== null && revealing(next, designer.getState().design!.scheme, now) !== next) select(id)
      setFolded(next, id)
    },
    [setFolded],
  )

  const isUnder = useMemo(() => (drag === null ? nothing : idsUnder(layout, drag.id)), [layout, drag])
  const known = useRef<ReadonlyMap<string, GraphNode>>(new Map())
  const nodes = useMemo(() => {
    const all = graphNodes(layout, shown, known.current)
    known.current = new Map(all.map((node) => [boxIdOf(node.id), node]))
    return all
  }, [layout, shown])
  const drawn = useMemo(() => {
    if (drag === null) return nodes
    return nodes.map((node) => {
      const id = boxIdOf(node.id)
      if (id === drag.id) return { ...node, position: { ...drag.position }, zIndex: 10, className: 'graph-dragged' }
      if (isUnder.has(id)) return { ...node, className: 'graph-faded' }
      if (id === drag.target?.box.id) return { ...node, className: `graph-drop-${drag.target.how}` }
      return node
    })
  }, [nodes, drag, isUnder])

  const drop = () => {
    if (drag?.target !== undefined) moveTo(drag.id, drag.target, layout, w)
    setDrag(null)
  }

  const onKeyDown = (event: React.KeyboardEvent) => {
    const { nativeEvent } = event
    if (nativeEvent.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target !== frame.current) return
    const action = actionOf(event.key, active ?? ROOT, layout)
    if (action === undefined) return
    event.preventDefault()
    if (action.type === 'open') openInTable(action.id)
    else if (action.type === 'select') {
      select(action.id)
      toBox(action.id)
      announce(spoken(layout.boxById.get(action.id)!, shown, w))
    } else toggle(action.id)
  }

  return (
    <div className="graph">
      <GraphToolbar
        shown={extras}
        onShow={setExtras}
        onLevels={(levels) => {
          setFolded(foldedBelow(designer.getState().design!.scheme, levels), ROOT)
          requestAnimationFrame(() => firstView(latest.current, flowStore.getState(), flow.setViewport))
        }}
        onFind={(id) => {
          select(id)
          toBox(id)
        }}
        onExport={(form) => exportPicture(form, layout, shown).catch(() => message.warning(w.exportFailed))}
        onToSelection={() => toBox(active)}
      />
      <div
        ref={frame}
        className="graph-frame"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture takes keys as one widget, and speaks what they reach
        tabIndex={0}
        role="application"
        aria-label={`${w.graph}。${w.hint}`}
        onKeyDown={onKeyDown}
        data-region-focus
      >
        <FoldContext.Provider value={toggle}>
          <ReactFlow<GraphNode>
            nodes={drawn}
            nodeTypes={nodeTypes}
            onInit={() => firstView(latest.current, flowStore.getState(), flow.setViewport)}
            onNodeClick={(event, node) => {
              frame.current?.focus({ preventScroll: true })
              select(boxIdOf(node.id), event.ctrlKey || event.metaKey)
            }}
            onNodeDoubleClick={(_, node) => boxIdOf(node.id) !== ROOT && openInTable(boxIdOf(node.id))}
            onPaneClick={() => frame.current?.focus({ preventScroll: true })}
            onNodeDrag={(event, node) => {
              const id = boxIdOf(node.id)
              const at = flow.screenToFlowPosition(pointOf(event))
              setDrag({ id, position: node.position, target: dropTarget(layout, id, at) })
            }}
            onNodeDragStop={drop}
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
            proOptions={{ hideAttribution: true }}
          >
            <GraphLinks layout={layout} active={active} without={isUnder} />
            {extras.minimap && (
              <MiniMap<GraphNode>
                pannable
                zoomable
                ariaLabel={w.minimap}
                style={{ width: 168, height: 104 }}
                nodeColor={(node) => `var(--graph-${node.data.standing})`}
                nodeBorderRadius={12}
              />
            )}
          </ReactFlow>
        </FoldContext.Provider>
        {drag?.target !== undefined && <DropHint target={drag.target} />}
        {extras.legend && <GraphLegend />}
      </div>
    </div>
  )
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
