import type { Issue, Scheme } from '@yardstick/model'
import type { Tab } from '../store/view.ts'

/**
 * Where an issue is shown: the view that edits the place, and what that view is asked to show (`Focus`). Settings of the
 * whole scheme stand in a dialog over the table.
 */
export interface IssuePlace {
  readonly tab: Tab
  readonly pointer: string
  readonly isInDialog: boolean
}

export function placeOfIssue({ code, pointer }: Pick<Issue, 'code' | 'pointer'>, scheme: Scheme): IssuePlace {
  const at = (tab: Tab, shown = pointer, isInDialog = false): IssuePlace => ({ tab, pointer: shown, isInDialog })
  // Pointers of these lead into a declaration, not into the scheme.
  if (code.startsWith('DECLARATION_')) return at('declarations')
  const [, head, index] = pointer.split('/')
  switch (head) {
    case 'indicators':
      // What concerns the top level as a whole stands at its first indicator.
      return at('table', index === undefined && scheme.indicators.length > 0 ? '/indicators/0/points' : pointer)
    case 'items':
      return at('items', scheme.items[Number(index)]?.id ?? pointer)
    case 'measures':
      return at('items', scheme.measures?.[Number(index)]?.id ?? pointer)
    case 'rules':
    case 'conditions':
      return at('rules')
    case 'cases':
      return at('trial')
    default:
      return at('table', pointer, true)
  }
}
