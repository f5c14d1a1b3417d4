import { designer } from '../store/use-designer.ts'
import type { Use } from './uses.ts'

/** Shows the place that reads a name; what is in this view is selected by `onName`. */
export function goToUse({ kind, id, pointer }: Use, onName: (name: string) => void): void {
  if (kind === 'measure' || kind === 'item') onName(id)
  else if (kind === 'rule' || kind === 'condition')
    designer.goTo({ tab: 'rules', pointer: kind === 'rule' ? id : pointer })
  else {
    designer.setView(({ panels }) => ({
      tab: 'table',
      selection: { active: id, column: null, ids: [id] },
      panels: { ...panels, inspector: true },
    }))
  }
}
