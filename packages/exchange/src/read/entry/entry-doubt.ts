import type { Issue, LayerEntry } from '@yardstick/model'

/**
 * What in a returned file is not sure. Nothing in doubt is applied: a doubt names its place, what was found and what may be
 * meant, and somebody chooses. What it keeps back goes by its kind: the whole file, a sheet, one entry, or nothing.
 */
export interface EntryDoubt {
  readonly kind: EntryDoubtKind
  /** 数据填报!E12, or the name of a sheet; empty for the whole file. */
  readonly at: string
  /** What people call the item, indicator, column or sheet; empty for the whole file. */
  readonly label: string
  readonly found: string
  readonly expected: string
  /** What may be meant, the likeliest first. */
  readonly proposals: readonly EntryProposal[]
  /** Of kind `issue`: what the model finds wrong with the value. */
  readonly issue?: Issue
}

export interface EntryProposal {
  /** As people read it: 1200, 95%, 空缺. */
  readonly shown: string
  readonly entry: LayerEntry
}

/** What each kind keeps back until it is settled. */
const KEEPS = {
  // The file
  'not-ours': 'file',
  'no-identity': 'file',
  'other-scheme': 'file',
  'other-version': 'file',
  'other-declaration': 'file',
  'other-subject': 'file',
  'other-period': 'file',
  // A sheet
  'sheet-missing': 'sheet',
  'sheet-twice': 'sheet',
  'column-missing': 'sheet',
  'column-shifted': 'sheet',
  'cell-stray': 'sheet',
  // A row
  'row-shifted': 'entry',
  'row-unknown': 'entry',
  'row-twice': 'entry',
  'row-without-key': 'entry',
  'unit-nameless': 'entry',
  'unit-renamed': 'entry',
  'unit-twice': 'entry',
  // A cell
  'not-a-number': 'entry',
  'state-in-value': 'entry',
  'rate-bare': 'entry',
  'rate-large': 'entry',
  'percent-for-number': 'entry',
  'date-for-number': 'entry',
  'scaled-format': 'entry',
  'unit-typed': 'entry',
  'unit-changed': 'entry',
  scale: 'entry',
  digits: 'entry',
  'date-form': 'entry',
  'date-odd': 'entry',
  'truth-form': 'entry',
  'choice-form': 'entry',
  'text-form': 'entry',
  formula: 'entry',
  'error-cell': 'entry',
  'list-in-sheet': 'entry',
  'state-unknown': 'entry',
  'state-without-value': 'entry',
  'value-with-state': 'entry',
  'reason-alone': 'entry',
  emptied: 'entry',
  'claim-limit': 'entry',
  issue: 'entry',
  // Said only
  'row-missing': 'nothing',
  'sheet-extra': 'nothing',
  'column-extra': 'nothing',
  'column-gone': 'nothing',
  'units-unread': 'nothing',
  'local-names': 'nothing',
} as const satisfies Record<string, 'file' | 'sheet' | 'entry' | 'nothing'>

export type EntryDoubtKind = keyof typeof KEEPS

export function keptBack({ kind }: Pick<EntryDoubt, 'kind'>): 'file' | 'sheet' | 'entry' | 'nothing' {
  return KEEPS[kind]
}

/** A doubt with nothing known of it but its kind and what is given. */
export function doubt(kind: EntryDoubtKind, given: Partial<Omit<EntryDoubt, 'kind'>>): EntryDoubt {
  return { at: '', label: '', found: '', expected: '', proposals: [], ...given, kind }
}
