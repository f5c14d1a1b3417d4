import type { Layer, LayerEntry, Mapping, Scheme, Subject, Submission } from '@yardstick/model'
import type { EntryIdentity } from '../../render/entry/entry-workbook-keys.ts'
import type { EntryDoubt } from './entry-doubt.ts'

/** What a returned file is held against. */
export interface EntryContext {
  /** Bound to the declaration, where there is one. */
  readonly scheme: Scheme
  readonly schemeHash?: string
  readonly declarationHash?: string
  /** Whose file it should be, and of which period; where they are not given the file says it. */
  readonly subject?: Subject
  readonly period?: string
  /** What is there already. */
  readonly present?: Submission
  readonly last?: Submission
  /** Local names that a file may use instead of the scheme's. */
  readonly mapping?: Mapping
}

/** What a returned file says, held against what is there. */
export interface EntryReading {
  /** What the file says it was made for. */
  readonly identity: EntryIdentity | undefined
  /** In the order of the file; `same` ones too. */
  readonly changes: readonly EntryChange[]
  readonly claims: readonly ClaimChange[]
  readonly doubts: readonly EntryDoubt[]
  /** Whether something about the whole file is in doubt, so that nothing of it is applied before that is settled. */
  readonly isHeld: boolean
}

export interface EntryChange {
  readonly kind: 'new' | 'changed' | 'same'
  /** As the server takes it; its layer is `reported`. */
  readonly entry: LayerEntry
  readonly before: Layer | undefined
  /** What people call the item. */
  readonly label: string
  readonly at: string
}

/** 自评分 of an indicator, the total claimed, or the remarks. */
export interface ClaimChange {
  readonly kind: 'new' | 'changed' | 'same'
  readonly of: { readonly indicator: string } | 'total' | 'note'
  readonly value: string
  readonly before: string | undefined
  readonly label: string
  readonly at: string
}
