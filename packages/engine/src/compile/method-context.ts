import type { Scope } from '@yardstick/formula'
import type { Condition, Issue, Item, Scheme } from '@yardstick/model'
import type { Place } from './compile-formula.ts'

/** What compiling a leaf needs from the scheme; `ask` hands a condition in and gives the key of its answer. */
export interface MethodContext {
  readonly scheme: Scheme
  readonly scope: Scope
  readonly itemByName: ReadonlyMap<string, Item>
  readonly ask: (condition: Condition, at: Place, issues: Issue[]) => string
  readonly issues: Issue[]
}

/** Of the many methods that ask nothing. */
export const NO_KEYS: ReadonlyMap<string, string> = new Map()
