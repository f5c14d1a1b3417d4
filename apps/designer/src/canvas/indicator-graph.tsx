import { ReactFlowProvider } from '@xyflow/react'
import { App } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { announce } from '../parts/announce.ts'
import { signWords } from '../parts/sign-words.ts'
import { foldedBelow, revealing, toggled } from '../parts/tree-picture/folding.ts'
import { ROOT } from '../parts/tree-picture/tree-layout.ts'
import { useWords } from '../parts/words.ts'
import { designer } from '../store/use-designer.ts'
import { exportPicture } from './export-picture.ts'
import './graph.css'
import { openInTable, select, spoken } from './graph-actions.ts'
import { GraphFlow } from './graph-flow.tsx'
import { actionOf } from './graph-keys.ts'
import { GraphLegend } from './graph-legend.tsx'
import { FoldContext } from './graph-node.tsx'
import { GraphToolbar, type Shown } from './graph-toolbar.tsx'
import { useFolding, useGraphLayout } from './use-graph-layout.ts'
import { useShownBoxes } from './use-shown-boxes.ts'
import { useViewport } from './use-viewport.ts'
import { canvasWords } from './words.ts'

/** 关系图: the shape of the scheme, read-mostly. Selection is the grid's; every change made here can be made there. */
export function IndicatorGraph() {
  return (
    <ReactFlowProvider>
      <Graph />
    </ReactFlowProvider>
  )
}

function Graph() {
  const w = useWords(canvasWords)
  const signs = useWords(signWords)
  const { message } = App.useApp()
  const frame = useRef<HTMLDivElement>(null)
  const { folded, setFolded, anchor } = useFolding()
  const layout = useGraphLayout(folded, anchor)
  const shown = useShownBoxes()
  const viewport = useViewport()
  const [extras, setExtras] = useState<Shown>({ minimap: true, legend: false })
  const latest = useRef({ layout, folded })
  latest.current = { layout, folded }

  const toBox = useCallback(
    (id: string | null) => {
      const box = id === null ? undefined : latest.current.layout.boxById.get(id)
      if (box !== undefined) viewport.toBox(box)
    },
    [viewport],
  )

  // What is selected here or elsewhere must be seen, also where it is folded away.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (active: string | null) => {
      if (active === null) return
      const open = revealing(latest.current.folded, designer.getState().design!.scheme, active)
      if (open !== latest.current.folded) setFolded(open, ROOT)
      clearTimeout(timer)
      // After the layout that holds it.
      timer = setTimeout(() => toBox(active))
    }
    show(activeOf(designer.getState()))
    const end = designer.subscribe((state, before) => {
      if (state.design !== null && activeOf(state) !== activeOf(before)) show(activeOf(state))
    })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [toBox, setFolded])

  const toggle = useCallback(
    (id: string) => {
      const next = toggled(latest.current.folded, id)
      const state = designer.getState()
      // What would be hidden hands its selection to the branch that closes over it.
      const active = activeOf(state)
      if (active !== null && revealing(next, state.design!.scheme, active) !== next) select(id)
      setFolded(next, id)
    },
    [setFolded],
  )
  const toFrame = useCallback(() => frame.current?.focus({ preventScroll: true }), [])

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== frame.current) return
    const action = actionOf(event.key, activeOf(designer.getState()) ?? ROOT, layout)
    if (action === undefined) return
    event.preventDefault()
    if (action.type === 'open') openInTable(action.id)
    else if (action.type === 'select') {
      select(action.id)
      toBox(action.id)
      announce(spoken(layout.boxById.get(action.id)!, shown, w))
    } else {
      toggle(action.id)
      const name = layout.boxById.get(action.id)?.node?.name ?? w.scheme
      announce(action.type === 'fold' ? w.spokenFold(name) : w.spokenUnfold(name))
    }
  }

  return (
    <div className="graph">
      <GraphToolbar
        shown={extras}
        onShow={setExtras}
        onLevels={(levels) => {
          setFolded(foldedBelow(designer.getState().design!.scheme, levels), ROOT)
          requestAnimationFrame(() => viewport.toFirstView(latest.current.layout))
        }}
        onFind={(id) => {
          select(id)
          toBox(id)
        }}
        onExport={(form) => exportPicture(form, folded, shown).catch(() => message.warning(w.exportFailed))}
        onToSelection={() => toBox(activeOf(designer.getState()))}
      />
      <div
        ref={frame}
        className="graph-frame"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture takes keys as one widget, and speaks what they reach
        tabIndex={0}
        role="application"
        aria-label={`${w.graph}${signs.stop}${w.hint}`}
        onKeyDown={onKeyDown}
        data-region-focus
      >
        <FoldContext.Provider value={toggle}>
          <GraphFlow layout={layout} shown={shown} hasMinimap={extras.minimap} onTouch={toFrame} />
        </FoldContext.Provider>
        {extras.legend && <GraphLegend />}
      </div>
    </div>
  )
}

const activeOf = ({ view }: ReturnType<typeof designer.getState>) => view.selection.active
