import type { ConditionAnswer, Stage } from '@yardstick/engine'
import type { Condition } from '@yardstick/model'
import { createContext, type ReactNode, useContext } from 'react'
import type { Draft, DraftGroup } from './draft.ts'
import type { Fact } from './facts.ts'

/** What the rows of one condition share: what can be asked about, what the sample answers, and the ways to change it. */
export interface Editing {
  readonly root: DraftGroup
  readonly facts: readonly Fact[]
  readonly stage: Stage | null
  readonly answerOf: (key: string) => ShownAnswer | undefined
  /** Takes a new draft; `join` makes one undo step of quick changes of one kind, `focus` is the row that keeps the focus. */
  readonly take: (next: DraftGroup, options?: { readonly join?: string; readonly focus?: string }) => void
  readonly change: (key: string, change: (draft: Draft) => Draft, join?: string) => void
  /** Another editor inside this one, for a shared condition that is edited in place. */
  readonly nested: (props: { value: Condition; onChange: (next: Condition) => void; label: string }) => ReactNode
  readonly drop: { readonly key: string; readonly where: DropPlace } | null
  readonly onDragStart: (key: string, event: React.DragEvent) => void
}

/** What the sample answers; `isOld` while a change is still being asked about. */
export interface ShownAnswer {
  readonly answer: ConditionAnswer
  readonly isOld: boolean
}

export type DropPlace = 'before' | 'after' | 'inside'

export const EditingContext = createContext<Editing | null>(null)

export function useEditing(): Editing {
  return useContext(EditingContext)!
}
