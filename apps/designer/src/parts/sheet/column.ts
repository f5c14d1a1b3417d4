import type { Table } from '@yardstick/exchange/table'
import type { ReactNode } from 'react'

/**
 * A column says what a cell's text is, how it looks and what may be typed. Columns must be the same objects from render to
 * render (`useMemo`), rows too where nothing in them has changed: only what is new is drawn again.
 */
export interface SheetColumn<R> {
  readonly id: string
  readonly title: string
  /** A title above several neighbours of the same group. */
  readonly group?: string
  /** In pixels, until a person widens it. */
  readonly width: number
  /** Stays in view at the left; fixed columns come first. */
  readonly isFixed?: boolean
  readonly align?: 'start' | 'end'
  /** Whether it is shown before a person has chosen; `always` takes the choice away. */
  readonly shown?: 'always' | 'first' | 'on-demand'
  /** What copying, finding, filling and editing read. */
  readonly text: (row: R) => string
  /** What the editor begins with, where it is not `text`. */
  readonly editText?: (row: R) => string
  /** What is shown; default the text. */
  readonly cell?: (row: R) => ReactNode
  /** Default: yes. */
  readonly canEdit?: (row: R) => boolean
  /** What may be meant by the text before the caret; choosing puts `text` in place of `from`…`to`. */
  readonly suggest?: (row: R, text: string, caret: number) => readonly Suggestion[] | Promise<readonly Suggestion[]>
  /** Suggestions are shown as soon as editing begins: the column is a choice. */
  readonly isChoice?: boolean
  /** A form under the cell, for what does not fit a line; opened by F2, double click and Alt+↓. */
  readonly popup?: (row: R, close: () => void) => ReactNode
  /** The triangle in the corner. */
  readonly mark?: (row: R) => 'error' | 'warning' | 'hint' | undefined
  /** Shown when the mouse rests on a marked cell. */
  readonly hint?: (row: R) => ReactNode
  /** Said of the cell to who rests on it or listens to it: why it cannot be changed. */
  readonly describe?: (row: R) => string | undefined
  /** A class for the cell. */
  readonly look?: (row: R) => string | undefined
  /** Ghost text of an empty cell. */
  readonly placeholder?: (row: R) => string | undefined
}

export interface Suggestion {
  readonly label: string
  readonly note?: string
  readonly text: string
  /** What it replaces; default everything. */
  readonly from?: number
  readonly to?: number
}

/** A text that was put into a cell. */
export interface CellChange<R> {
  readonly row: R
  readonly column: string
  readonly text: string
}

export type ChangeKind = 'type' | 'fill' | 'paste' | 'clear' | 'cut' | 'replace'

/**
 * What stands against a commit. `refuse`: the text cannot be meant, the editor stays open with the sentence. `ask`: it can
 * mean several things, the sheet asks in place and nothing has changed yet.
 */
export type CommitDoubt =
  | { readonly refuse: string }
  | { readonly ask: string; readonly choices: readonly { readonly label: string; readonly onChoose: () => void }[] }

/** What became of a commit: nothing said is done. `grown`: done, and rows of these keys now follow the last one. */
export type CommitAnswer = CommitDoubt | { readonly grown: readonly string[] }

/** What a panel says of a paste: it has taken it over (a preview), or the answer to a commit. */
export type PasteAnswer = CommitAnswer | 'taken'

/** A table from the clipboard, with where the sheet would put it. */
export interface Paste<R> {
  readonly table: Table
  readonly texts: readonly (readonly string[])[]
  /** Texts for rows that are there. */
  readonly changes: readonly CellChange<R>[]
  /** The ids of the columns it covers, and the texts of rows beyond the last, from the empty one on. */
  readonly columns: readonly string[]
  readonly beyond: readonly (readonly string[])[]
}

/** Place in a tree: level from 1, position among siblings from 1; undefined `isExpanded` is a leaf. */
export interface TreePlace {
  readonly level: number
  readonly position: number
  readonly size: number
  readonly isExpanded?: boolean
}

/** The rows and columns that are selected, in order; `active` is the cell that typing goes to, null in the empty row. */
export interface SheetSelection {
  readonly active: { readonly row: string; readonly column: string } | null
  readonly rows: readonly string[]
  readonly columns: readonly string[]
}

/** Where dragged rows are let go. */
export interface Drop {
  readonly row: string
  readonly place: 'before' | 'after' | 'inside'
}
