import { Spin } from 'antd'
import { Suspense } from 'react'
import { IndicatorTable } from '../grid/indicator-table.tsx'
import { Inspector } from '../inspector/inspector.tsx'
import { ErrorBoundary } from '../parts/error-boundary.tsx'
import { lazyPart, useFetchAhead } from '../parts/lazy-part.tsx'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import type { Tab } from '../store/view.ts'
import { BottomDrawer } from './bottom-drawer.tsx'
import { Dialogs } from './dialogs.tsx'
import { Outline } from './outline.tsx'
import './shell.css'
import { useShellKeys } from './shell-keys.ts'
import { SideStrip } from './side-strip.tsx'
import { TabBar } from './tab-bar.tsx'
import { TitleBar } from './title-bar.tsx'
import { useTableDrop } from './use-table-drop.ts'
import { shellWords } from './words.ts'

/** Views other than the grid are loaded when first opened, or in a quiet moment before. */
const graph = lazyPart(async () => (await import('../canvas/indicator-graph.tsx')).IndicatorGraph)
const items = lazyPart(async () => (await import('../items/items-view.tsx')).ItemsView)
const rules = lazyPart(async () => (await import('../rules/rules-view.tsx')).RulesView)
const trial = lazyPart(async () => (await import('../trial/trial-view.tsx')).TrialView)
const declarations = lazyPart(async () => (await import('../declarations/declarations-view.tsx')).DeclarationsView)
const versions = lazyPart(async () => (await import('../versions/versions-view.tsx')).VersionsView)
const manual = lazyPart(async () => (await import('../manual/manual-view.tsx')).ManualView)
/** With an editor of some size, which is fetched for those alone who open it. */
const json = lazyPart(async () => (await import('../formula/json-view.tsx')).JsonView)

const views: { readonly [T in Tab]: React.ComponentType } = {
  table: IndicatorTable,
  graph,
  items,
  rules,
  trial,
  declarations,
  versions,
  manual,
  json,
}

/** Title bar, tabs, outline, view, inspector, drawer (`ux.md` 4.2). The outline and inspector stand beside grid and graph. */
export function Shell() {
  const tab = useDesigner((state) => state.view.tab)
  const panels = useDesigner((state) => state.view.panels)
  const w = useWords(shellWords)
  useShellKeys()
  const isOver = useTableDrop()
  // Whoever loses the network goes on with all of them.
  useFetchAhead(items, trial, rules, graph, declarations, versions, manual)
  const hasSides = tab === 'table' || tab === 'graph'
  const View = views[tab]
  const toggle = (panel: 'outline' | 'inspector') => () =>
    designer.setView(({ panels }) => ({ panels: { ...panels, [panel]: !panels[panel] } }))
  return (
    <div className="shell">
      <TitleBar />
      <TabBar />
      <div className="shell-body">
        {hasSides && (
          <SideStrip side="left" label={w.outline} isOpen={panels.outline} onToggle={toggle('outline')}>
            <Outline />
          </SideStrip>
        )}
        <main className="shell-main">
          <div className="shell-view" id={`view-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`}>
            <h2 className="announcer">{w.tabs[tab]}</h2>
            <ErrorBoundary key={tab}>
              <Suspense fallback={<Spin className="shell-wait" size="large" />}>
                <View />
              </Suspense>
            </ErrorBoundary>
          </div>
        </main>
        {hasSides && (
          <SideStrip side="right" label={w.inspector} isOpen={panels.inspector} onToggle={toggle('inspector')}>
            <ErrorBoundary>
              <Inspector />
            </ErrorBoundary>
          </SideStrip>
        )}
      </div>
      <BottomDrawer />
      <Dialogs />
      {isOver && <div className="shell-drop">{w.dropAgain}</div>}
    </div>
  )
}
