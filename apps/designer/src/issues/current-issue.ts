import type { Issue } from '@yardstick/model'
import { createStore, useStore } from 'zustand'
import { designer } from '../store/use-designer.ts'
import { keyOfIssue, stepFrom } from './issue-list.ts'
import { placeOfIssue } from './place-of-issue.ts'

/** Which problem F8 stands at; `count` tells two equal steps apart, so that the focus follows each. */
const current = createStore<{ readonly key: string | null; readonly count: number }>(() => ({ key: null, count: 0 }))

export function useCurrentIssue() {
  return useStore(current)
}

/** The next or previous problem: the drawer opens at it, and the view shows its place. */
export function stepIssue(step: 1 | -1): void {
  const { results } = designer.getState()
  designer.setView({ drawer: 'issues' })
  const next = stepFrom(results.issues, current.getState().key, step)
  if (next !== undefined) goToIssue(next)
}

/**
 * Shows the place of a problem in the view that edits it, and marks it in the drawer. A dialog, which would stand over the
 * drawer and its mends, opens only where that is asked for.
 */
export function goToIssue(issue: Issue, mayOpenDialog = false): void {
  const { design } = designer.getState()
  if (design === null) return
  const { tab, pointer, isInDialog } = placeOfIssue(issue, design.scheme)
  designer.goTo({ tab, pointer })
  if (isInDialog && mayOpenDialog) designer.setView({ dialog: { kind: 'scheme' } })
  current.setState(({ count }) => ({ key: keyOfIssue(issue), count: count + 1 }))
}
