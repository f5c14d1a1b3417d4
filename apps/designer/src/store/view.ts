import type { FileTable } from '@yardstick/exchange/read/tables'
import type { Declared, Scope } from '@yardstick/formula'
import type { Issue, Language, SchemeCase } from '@yardstick/model'

/** What a person looks at and has selected. Never undone, never part of the scheme. */
export interface View {
  readonly language: Language
  readonly theme: 'light' | 'dark' | 'system'
  readonly tab: Tab
  readonly selection: Selection
  /** Ids of the branches that are folded, in every view. */
  readonly collapsed: ReadonlySet<string>
  /** Which of the scheme's cases is scored beside the grid; and the one it is compared with. Indexes of `cases`. */
  readonly sample: number | null
  readonly pinned: number | null
  /** What is tried in place of the sample, which stays as it is: scored until the sample is another or it is taken back. */
  readonly scratch: Scratch | null
  /** Index of the declaration that the samples are scored under. */
  readonly declaration: number | null
  readonly panels: { readonly outline: boolean; readonly inspector: boolean }
  readonly drawer: Drawer
  readonly dialog: Dialog | null
  /** What another panel was asked to show; `count` tells two equal wishes apart. */
  readonly focus: Focus | null
}

export interface Scratch {
  /** The sample it was taken from. */
  readonly of: SchemeCase
  readonly submission: SchemeCase['submission']
}

export const tabs = ['table', 'graph', 'items', 'rules', 'trial', 'declarations', 'versions', 'manual', 'json'] as const
export type Tab = (typeof tabs)[number]

/** The indicator and column that keys act on, and all indicators that are selected, the active one included. */
export interface Selection {
  readonly active: string | null
  readonly column: string | null
  readonly ids: readonly string[]
}

export type Drawer = 'issues' | 'trial' | 'changes' | 'review' | null
export type Dialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'weights'; readonly branch: string | null }
  | { readonly kind: 'export' }
  /** A newer table for the design; null where it is still to be pasted or chosen. */
  | { readonly kind: 'import'; readonly tables: readonly FileTable[] | null }
  | { readonly kind: 'save-point' }
  | { readonly kind: 'scheme' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'merge' }
  | { readonly kind: 'submit' }
  | { readonly kind: 'decide'; readonly decision: 'approved' | 'returned' }
  | { readonly kind: 'publish' }
  | { readonly kind: 'withdraw' }
  /** Takes indicators over from the server's library; puts one into it. */
  | { readonly kind: 'library' }
  | { readonly kind: 'library-put'; readonly indicator: string }
  /** What the author gives to those who adopt it: parameters and boundaries. */
  | { readonly kind: 'given' }
  /** A newer version of the template it was adopted from. */
  | { readonly kind: 'upstream' }
  /** The numbers that the template lets be set. */
  | { readonly kind: 'parameters' }
  | { readonly kind: 'make-template' }
  | { readonly kind: 'contribute' }
  /** What those who adopted it propose; `hash` is the one to begin with. */
  | { readonly kind: 'proposals'; readonly hash?: string }
  | FormulaDialog

/** A formula in the large editor: where it comes from, and where it goes once it parses. */
export interface FormulaDialog {
  readonly kind: 'formula'
  readonly label: string
  readonly text: string
  readonly expects?: Declared | undefined
  /** The names it may read; default those of the scheme. */
  readonly scope?: Scope | undefined
  onCommit(text: string): readonly Issue[] | undefined
  onClose(): void
}

/** A place to go to: an item or measure by name, a rule by id, a field of the inspector by its JSON pointer. */
export interface Focus {
  readonly tab: Tab
  readonly pointer: string
  readonly count: number
}

export const noSelection: Selection = { active: null, column: null, ids: [] }

/** At 1366 the outline starts folded and the inspector open (`ux.md` 4.2). */
export function initialView(language: Language, width: number): View {
  return {
    language,
    theme: 'system',
    tab: 'table',
    selection: noSelection,
    collapsed: new Set(),
    sample: null,
    pinned: null,
    scratch: null,
    declaration: null,
    panels: { outline: width >= 1600, inspector: width >= 1280 },
    drawer: null,
    dialog: null,
    focus: null,
  }
}
