import { applyPatches, type Declaration, type Patch } from '@yardstick/model'
import type { Design } from './design.ts'
import type { Label } from './label.ts'
import type { Selection } from './view.ts'

/**
 * Undo as plain data: a line of entries and a position in it. Each entry holds the patches that lead there and back, so
 * nobody writes an inverse. Everything here is pure; the store calls it, and what was stored after a crash replays it.
 */
export interface Entry {
  readonly label: Label
  /** Ways there and back of the scheme; empty where only declarations change. */
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  readonly declarations?: { readonly before: readonly Declaration[]; readonly after: readonly Declaration[] }
  /** What was selected when the edit was made: undo goes back there. */
  readonly selection: Selection
}

export interface History {
  readonly entries: readonly Entry[]
  /** How many of the entries are done; those after it can be redone. */
  readonly position: number
}

/** How many steps can be undone. */
export const HISTORY_LENGTH = 200

export const emptyHistory: History = { entries: [], position: 0 }

/** A new entry after what is done; what could be redone is gone, and so is the oldest beyond 200. */
export function push({ entries, position }: History, entry: Entry): History {
  const kept = [...entries.slice(0, position), entry].slice(-HISTORY_LENGTH)
  return { entries: kept, position: kept.length }
}

/** The last entry with another one joined to it: one gesture, one entry. */
export function joinLast({ entries, position }: History, entry: Entry): History {
  const last = entries[position - 1]
  if (last === undefined) return push({ entries, position }, entry)
  return { entries: [...entries.slice(0, position - 1), join(last, entry)], position }
}

export function join(first: Entry, second: Entry): Entry {
  const before = first.declarations ?? second.declarations
  const after = second.declarations ?? first.declarations
  return {
    label: first.label,
    patches: [...first.patches, ...second.patches],
    inverse: [...second.inverse, ...first.inverse],
    ...(before === undefined || after === undefined
      ? {}
      : { declarations: { before: before.before, after: after.after } }),
    selection: first.selection,
  }
}

export function undone(design: Design, entry: Entry): Design {
  return {
    scheme: applyPatches(design.scheme, entry.inverse),
    declarations: entry.declarations?.before ?? design.declarations,
  }
}

export function redone(design: Design, entry: Entry): Design {
  return {
    scheme: applyPatches(design.scheme, entry.patches),
    declarations: entry.declarations?.after ?? design.declarations,
  }
}
