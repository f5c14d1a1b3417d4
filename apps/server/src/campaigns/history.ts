import type { LayerChange, LayerEntry, LayerName } from '@yardstick/model'
import type { Sight } from './sight.ts'

/** A line of the history of a submission, as it is kept. */
export interface HistoryLine {
  readonly number: number
  readonly who: string
  /** JSON text: what was changed, before and after. */
  readonly change: string
}

interface Change {
  readonly type: string
  /** Of evidence: whose it is. */
  readonly layer?: LayerName
  /** Of layers. */
  readonly entries?: readonly LayerChange[]
  readonly claims?: unknown
}

/**
 * The lines as they are shown: to a department, whose result is not settled, without what others wrote; to an expert
 * without scores that are not to be known yet.
 */
export function shownHistory<L extends HistoryLine>(
  lines: readonly L[],
  sight: Sight,
): (Omit<L, 'change'> & { change: unknown })[] {
  return lines.flatMap(({ change: text, ...line }) => {
    const whole = JSON.parse(text) as Change
    const change = sight.seesAll ? seenChange(whole, sight) : ownChange(whole)
    return change === undefined ? [] : [{ ...line, change }]
  })
}

/** Undefined where all of it is hidden. */
function seenChange(change: Change, { hides }: Sight): Change | undefined {
  const { entries } = change
  if (change.type !== 'layers' || entries?.some(hides) !== true) return change
  const shown = entries.filter((each) => !hides(each))
  return shown.length === 0 && !('claims' in change) ? undefined : { ...change, entries: shown }
}

/** Undefined where others wrote all of it. */
function ownChange(change: Change): Change | undefined {
  if (change.type === 'evidence' && change.layer !== 'reported') return undefined
  if (change.type !== 'layers') return change
  const entries = (change.entries ?? []).filter(({ layer }) => layer === 'reported')
  return entries.length === 0 && !('claims' in change) ? undefined : { ...change, entries }
}

/** What somebody wants to write, who has seen a submission before these lines came. */
export interface Wanted {
  readonly who: string
  readonly entries: readonly LayerEntry[]
  /** An expert's own score, which stands beside those of the others. */
  readonly isBeside: (entry: LayerEntry) => boolean
  readonly hasClaims: boolean
}

/** Whether somebody else has written, by these lines, what is wanted to be written. */
export function isOvertaken(lines: readonly HistoryLine[], { who, entries, isBeside, hasClaims }: Wanted): boolean {
  const [written, own] = [new Set<string>(), new Set<string>()]
  for (const line of lines) {
    const change = JSON.parse(line.change) as Change
    if (change.type !== 'layers') continue
    if (hasClaims && change.claims !== undefined) return true
    for (const each of change.entries ?? []) {
      written.add(placeOf(each))
      if (line.who === who) own.add(placeOf(each))
    }
  }
  return entries.some((entry) => (isBeside(entry) ? own : written).has(placeOf(entry)))
}

function placeOf({ of, id, unit, layer }: Pick<LayerEntry, 'of' | 'id' | 'unit' | 'layer'>): string {
  return JSON.stringify([of, id, unit ?? null, layer])
}
