import {
  type ClaimChange,
  claimsOf,
  type EntryChange,
  type EntryDoubt,
  type EntryProposal,
  type EntryReading,
  keptBack,
} from '@yardstick/exchange/read/entry-workbook'
import type { LayerEntry, Submission } from '@yardstick/model'

/**
 * What a file that came back would do, line by line, before anything is done: what is new, changed or the same, what is in
 * doubt with what may be meant, and what is refused since nothing can be meant by it. What somebody chose is kept apart, in
 * `Choices`, so that the same lines are shown as long as the file is the same.
 */
export type LineKind = 'new' | 'changed' | 'same' | 'doubtful' | 'refused'

export const lineKinds: readonly LineKind[] = ['new', 'changed', 'same', 'doubtful', 'refused']

export interface DryLine {
  /** Its own in the file. */
  readonly key: string
  readonly kind: LineKind
  readonly label: string
  readonly at: string
  readonly change?: EntryChange
  readonly claim?: ClaimChange
  /** All that is said about one cell. */
  readonly doubts: readonly EntryDoubt[]
  /** What may be meant, the likeliest first. */
  readonly proposals: readonly EntryProposal[]
}

export interface DryRun {
  readonly lines: readonly DryLine[]
  /** What keeps the whole file back. */
  readonly held: readonly EntryDoubt[]
  /** Whether somebody may settle that by saying so: not of a file that is none of ours. */
  readonly isSettleable: boolean
  /** Said, and kept back by nothing. */
  readonly notes: readonly EntryDoubt[]
  /** Whether it uses local names, so that its figures are shown otherwise than they stand in it. */
  readonly isLocal: boolean
  /** Whether there are self-scores in it that cannot be taken now. */
  readonly leavesClaims: boolean
}

/** What somebody decided about a file. */
export interface Choices {
  /** That it is used although it says it was made for something else. */
  readonly isSettled: boolean
  /** By the key of a line: the proposal that was meant, or that none was. */
  readonly chosen: ReadonlyMap<string, number | 'none'>
}

export const noChoices: Choices = { isSettled: false, chosen: new Map() }

/** `takesClaims`: whether self-scores can be written now. */
export function dryRun({ changes, claims, doubts }: EntryReading, takesClaims: boolean): DryRun {
  const byPlace = new Map<string, EntryDoubt[]>()
  const held = doubts.filter((each) => keptBack(each) === 'file')
  for (const each of doubts) {
    const kept = keptBack(each)
    if (kept === 'file' || kept === 'nothing') continue
    const place = each.at === '' ? `${each.kind} ${each.expected}` : each.at
    byPlace.set(place, [...(byPlace.get(place) ?? []), each])
  }
  const doubted = [...byPlace].map(([place, all]): DryLine => {
    const proposals = all.flatMap((each) => each.proposals)
    const [first] = all
    const kind = proposals.length === 0 ? 'refused' : 'doubtful'
    return { key: `? ${place}`, kind, label: first!.label, at: first!.at, doubts: all, proposals }
  })
  const told = changes.map((change): DryLine => {
    const { kind, label, at, entry } = change
    return { key: `${entry.of} ${entry.unit ?? ''} ${entry.id}`, kind, label, at, change, doubts: [], proposals: [] }
  })
  const claimed = (takesClaims ? claims : []).map((claim): DryLine => {
    const { kind, label, at, of } = claim
    const key = `claim ${typeof of === 'object' ? of.indicator : `#${of}`}`
    return { key, kind, label, at, claim, doubts: [], proposals: [] }
  })
  return {
    lines: [...doubted, ...told, ...claimed],
    held,
    isSettleable: held.every(({ kind }) => kind !== 'not-ours' && kind !== 'other-scheme'),
    notes: doubts.filter((each) => keptBack(each) === 'nothing' && each.kind !== 'local-names'),
    isLocal: doubts.some(({ kind }) => kind === 'local-names'),
    leavesClaims: !takesClaims && claims.some(({ kind }) => kind !== 'same'),
  }
}

export function isHeld({ held, isSettleable }: DryRun, { isSettled }: Choices): boolean {
  return held.length > 0 && !(isSettleable && isSettled)
}

/** A doubt that waits for somebody. */
export function isOpen({ kind, key }: DryLine, { chosen }: Choices): boolean {
  return kind === 'doubtful' && !chosen.has(key)
}

export function countOf({ lines }: Pick<DryRun, 'lines'>): Readonly<Record<LineKind, number>> {
  const counts = { new: 0, changed: 0, same: 0, doubtful: 0, refused: 0 }
  for (const { kind } of lines) counts[kind]++
  return counts
}

/** What is written: what is new or changed, and of what was in doubt what somebody chose. */
export interface Writing {
  readonly entries: readonly LayerEntry[]
  /** With what is new in them; undefined where nothing is. */
  readonly claims: Submission['claims']
  /** How many values that is. */
  readonly count: number
}

export function writingOf(run: DryRun, choices: Choices, present: Submission): Writing {
  if (isHeld(run, choices)) return { entries: [], claims: undefined, count: 0 }
  const entries = run.lines.flatMap(({ key, kind, change, proposals }): LayerEntry[] => {
    if (change !== undefined) return kind === 'same' ? [] : [change.entry]
    const chosen = choices.chosen.get(key)
    const meant = typeof chosen === 'number' ? proposals[chosen] : undefined
    return meant === undefined ? [] : [meant.entry]
  })
  const changed = run.lines.flatMap(({ claim, kind }) => (claim === undefined || kind === 'same' ? [] : [claim]))
  return {
    entries,
    claims: claimsOf({ claims: changed, isHeld: false }, present),
    count: entries.length + changed.length,
  }
}

/** With what was chosen of a line; undefined leaves it open again. */
export function withChoice(choices: Choices, key: string, choice: number | 'none' | undefined): Choices {
  const chosen = new Map(choices.chosen)
  if (choice === undefined) chosen.delete(key)
  else chosen.set(key, choice)
  return { ...choices, chosen }
}

/** Doubts of the same sort that wait, too: what was chosen of one can be chosen of all. */
export function alike(line: DryLine, { lines }: DryRun, choices: Choices): readonly DryLine[] {
  const [doubt] = line.doubts
  return lines.filter((each) => {
    const isSame = each.doubts.length === line.doubts.length && each.doubts[0]?.kind === doubt?.kind
    return each !== line && isSame && each.proposals.length === line.proposals.length && isOpen(each, choices)
  })
}
