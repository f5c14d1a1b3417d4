import { indicatorById } from '@yardstick/model'
import { goTo } from '../server/place.ts'
import { type ReviewStep, reviewSteps, takeStep } from '../server/review-steps.ts'
import { designer } from '../store/use-designer.ts'
import type { Action, Command } from './entries.ts'

/** Goes there, or does it. The palette has closed itself before. */
export function runAction(action: Action): void {
  switch (action.type) {
    case 'indicator':
      showIndicator(action.id)
      break
    case 'item':
      designer.goTo({ tab: 'items', pointer: action.id })
      break
    case 'rule':
      designer.goTo({ tab: 'rules', pointer: action.id })
      break
    case 'view':
      designer.setView({ tab: action.tab })
      break
    case 'command':
      COMMANDS[action.command]()
  }
}

/** In the grid, unless the graph is what one looks at; folded branches above it are opened. */
function showIndicator(id: string): void {
  const { design, view } = designer.getState()
  if (design === null) return
  const places = indicatorById(design.scheme)
  const collapsed = new Set(view.collapsed)
  for (let at = places.get(id)?.parent; at !== undefined; at = places.get(at.id)?.parent) collapsed.delete(at.id)
  designer.setView({
    tab: view.tab === 'graph' ? 'graph' : 'table',
    collapsed,
    selection: { active: id, column: view.selection.column ?? 'name', ids: [id] },
  })
}

const COMMANDS: { readonly [C in Command]: () => void } = {
  undo: () => designer.undo(),
  redo: () => designer.redo(),
  export: () => designer.setView({ dialog: { kind: 'export' } }),
  'save-point': () => designer.setView({ dialog: { kind: 'save-point' } }),
  weights: () => designer.setView({ dialog: { kind: 'weights', branch: null } }),
  scheme: () => designer.setView({ dialog: { kind: 'scheme' } }),
  shortcuts: () => designer.setView({ dialog: { kind: 'shortcuts' } }),
  language: () => designer.setView(({ language }) => ({ language: language === 'zh' ? 'en' : 'zh' })),
  light: () => designer.setView({ theme: 'light' }),
  dark: () => designer.setView({ theme: 'dark' }),
  system: () => designer.setView({ theme: 'system' }),
  outline: () => designer.setView(({ panels }) => ({ panels: { ...panels, outline: !panels.outline } })),
  inspector: () => designer.setView(({ panels }) => ({ panels: { ...panels, inspector: !panels.inspector } })),
  issues: () => designer.setView({ drawer: 'issues' }),
  trial: () => designer.setView({ drawer: 'trial' }),
  changes: () => designer.setView({ drawer: 'changes' }),
  home: () => designer.close(),
  ...(Object.fromEntries(reviewSteps.map((step) => [step, () => takeStep(step)])) as {
    readonly [S in ReviewStep]: () => void
  }),
  library: () => designer.setView({ dialog: { kind: 'library' } }),
  audit: () => {
    const { designId } = designer.getState()
    goTo('audit', ...(designId === null ? [] : [designId]))
  },
  'library-put': () => {
    const { active } = designer.getState().view.selection
    if (active !== null) designer.setView({ dialog: { kind: 'library-put', indicator: active } })
  },
}
