import {
  entryOf,
  type Issue,
  type Layer,
  type LayerEntry,
  layersOf,
  pointer,
  type Submission,
  writeLayers,
} from '@yardstick/model'

/**
 * What was written and is not on the server yet, in the order it was written; of each place only the last. It outlives the
 * page: whoever loses the network or the session finds it again.
 */
export interface Journal {
  readonly entries: readonly LayerEntry[]
  /** 自评分; undefined leaves them as they are, null takes them away. */
  readonly claims?: Submission['claims'] | null | undefined
}

export const emptyJournal: Journal = { entries: [] }

export function isEmpty({ entries, claims }: Journal): boolean {
  return entries.length === 0 && claims === undefined
}

/** With these written, too. */
export function noted(journal: Journal, { entries, claims }: Journal): Journal {
  const places = new Set(entries.map(placeOf))
  const kept = journal.entries.filter((each) => !places.has(placeOf(each)))
  return { entries: [...kept, ...entries], claims: claims === undefined ? journal.claims : claims }
}

/** Without what was sent; what was written meanwhile stays. */
export function without(journal: Journal, sent: Journal): Journal {
  const isSent = new Set(sent.entries)
  return {
    entries: journal.entries.filter((each) => !isSent.has(each)),
    claims: journal.claims === sent.claims ? undefined : journal.claims,
  }
}

/** What is said of entries by those who know the scheme: see `OwnScores`. */
interface Knowing {
  inDocument(entry: LayerEntry, submission: Submission): LayerEntry
  lacksReason(entry: LayerEntry): boolean
}

/** The document with what is in the journal. */
export function withJournal(
  submission: Submission,
  { entries, claims }: Journal,
  who: string,
  own: Pick<Knowing, 'inDocument'>,
): Submission {
  const standing = entries.map((entry) => own.inDocument(entry, submission))
  const written = writeLayers(submission, standing, { who, when: '' }).submission
  if (claims === undefined) return written
  const { claims: _, ...rest } = written
  return claims === null ? rest : { ...rest, claims }
}

/** What can be sent: a value that is wrong or waits for its reason stays here, and keeps back nothing else. */
export function sendable(
  { entries, claims }: Journal,
  issues: readonly Issue[],
  document: Submission,
  own: Pick<Knowing, 'lacksReason'>,
): Journal {
  const wrong = issues.filter(({ severity }) => severity === 'error').map((each) => each.pointer)
  const isWrong = (at: string) => wrong.some((each) => each === at || each.startsWith(`${at}/`))
  return {
    entries: entries.filter((entry) => {
      const { of, id, unit } = entry
      const index = unit === undefined ? -1 : (document.units ?? []).findIndex(({ name }) => name === unit)
      const isHeld = isUnexplained(entry) || own.lacksReason(entry)
      // Of a unit that is not there any more nothing can be wrong.
      if (unit !== undefined && index < 0) return !isHeld
      return !isHeld && !isWrong(`${index < 0 ? '' : `/units/${index}`}/${of}${pointer(id)}`)
    }),
    claims: isWrong('/claims') ? undefined : claims,
  }
}

/** Whoever puts something in the place of what was judged says why. */
function isUnexplained({ layer, value, state, why = '' }: LayerEntry): boolean {
  return layer === 'overridden' && (value !== undefined || state !== undefined) && why.trim() === ''
}

/** Two people have written the same: what is there now stands until somebody decides. */
export interface Clash {
  readonly entry: LayerEntry
  readonly theirs: Layer | null
}

/**
 * Entries whose places others have written to. `before` is the submission as whoever wrote them knew it; where that is not
 * known any more, whatever says something else is theirs.
 */
export function clashesOf(
  entries: readonly LayerEntry[],
  before: Submission | undefined,
  now: Submission,
): readonly Clash[] {
  return entries.flatMap((entry) => {
    const theirs = layerAt(now, entry)
    const isSame =
      before === undefined
        ? said(theirs) === said(entry)
        : JSON.stringify(layerAt(before, entry)) === JSON.stringify(theirs)
    return isSame ? [] : [{ entry, theirs }]
  })
}

function said(layer: Pick<Layer, 'value' | 'state' | 'why'> | LayerEntry | null): string {
  return JSON.stringify([layer?.value ?? null, layer?.state ?? null, layer?.why ?? null])
}

/** The layer that stands where an entry is written. */
export function layerAt(
  submission: Submission,
  { of, id, unit, layer }: Pick<LayerEntry, 'of' | 'id' | 'unit' | 'layer'>,
): Layer | null {
  const place = unit === undefined ? submission : submission.units?.find(({ name }) => name === unit)
  return layersOf(entryOf(place?.[of], id)).find((each) => each.layer === layer) ?? null
}

function placeOf({ of, id, unit, layer }: LayerEntry): string {
  return JSON.stringify([of, id, unit ?? null, layer])
}
