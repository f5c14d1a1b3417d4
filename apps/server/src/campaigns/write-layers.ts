import {
  type Issue,
  indicatorById,
  isLeafPlace,
  type LayerEntry,
  layersOf,
  type Scheme,
  type Submission,
  writeLayers,
} from '@yardstick/model'
import type { FastifyRequest } from 'fastify'
import { demand, type Person } from '../access/person.ts'
import { mayDo } from '../access/rights.ts'
import { refusal } from '../refusal.ts'
import type { Log } from '../store/change.ts'
import { listRevisions, type SubmissionRow } from '../store/submissions.ts'
import type { Db } from '../store/tables.ts'
import { checkDocument } from './check-document.ts'
import { isOvertaken, shownHistory } from './history.ts'
import { hasPanel, panelEntry } from './panel.ts'
import { conductingPlace } from './places.ts'
import { saveWithin } from './save-submission.ts'
import { schemeFor } from './scheme-for.ts'
import { shownSubmission } from './shown-submission.ts'
import { seenIssues, seesAllLayers, sightOf } from './sight.ts'
import { submissionOf } from './stored-documents.ts'
import type { Writing } from './writing.ts'

/** Layers on their way into a submission that is held: see `holdSubmission`. */
export interface WritingOf {
  readonly request: FastifyRequest
  readonly person: Person
  readonly row: SubmissionRow
  /** The revision that whoever writes has seen. */
  readonly stated: number
  readonly writing: Writing
  /** Where it comes from, for the history. */
  readonly note?: string
}

export interface Written {
  readonly revision: number
  /** What is remarked upon, without keeping anything back. */
  readonly issues: readonly Issue[]
  /** What others wrote since `stated`, in other places. */
  readonly others: ReturnType<typeof shownHistory>
}

/**
 * Writes layers inside a change that may write more than that. Whether this may be done, and now, is asked before.
 *
 * throws  what refuses them, before anything of it is written: written by others meanwhile (412 with the submission as it
 *         is, `current`), wrong against the scheme
 */
export async function writeLayersWithin(
  tx: Db,
  log: Log,
  at: Date,
  { request, person, row, stated, writing, note = '' }: WritingOf,
): Promise<Written> {
  const scheme = await schemeFor(tx, row)
  const before = submissionOf(row)
  const entries = ownScores(request, writing.entries, { row, person, scheme, before })
  const since = await linesSince(tx, row, stated)
  const { claims: claimed } = writing
  const asked = new Set<LayerEntry>(writing.entries)
  const isBeside = (entry: LayerEntry) => !asked.has(entry)
  const wanted = { who: person.id, entries, isBeside, hasClaims: claimed !== undefined }
  if (since === undefined || isOvertaken(since, wanted)) {
    const current = await shownSubmission(tx, row, person)
    throw refusal('REQUEST_STALE', { expected: row.revision, found: stated }, { current })
  }
  const stamp = { who: person.title, when: at.toISOString() }
  const { submission, changes } = writeLayers(before, entries, stamp)
  const { submission: after, issues } = checkDocument(scheme, withClaims(submission, claimed), {
    layers: changes.map(({ layer }) => layer),
    seesAll: seesAllLayers(row, person),
  })
  const sight = await sightOf(tx, row, person, after)
  const shownIssues = seenIssues(issues, after, sight)
  const claims = { before: before.claims ?? null, after: after.claims ?? null }
  const isClaimed = JSON.stringify(claims.before) !== JSON.stringify(claims.after)
  const others = shownHistory(since, sight)
  if (changes.length === 0 && !isClaimed) return { revision: row.revision, issues: shownIssues, others }
  const revision = await saveWithin(tx, log, at, {
    person,
    row,
    action: 'submission.write',
    fields: { document: JSON.stringify(after) },
    change: { type: 'layers', entries: changes, ...(isClaimed ? { claims } : {}) },
    note,
  })
  return { revision, issues: shownIssues, others }
}

type Line = Awaited<ReturnType<typeof listRevisions>>[number]

/** Whoever is further behind begins anew. */
const MOST_BEHIND = 500

/** What was changed since a revision, newest first; undefined where it is none, or too long ago. */
async function linesSince(db: Db, { id, revision }: SubmissionRow, stated: number): Promise<Line[] | undefined> {
  const behind = revision - stated
  if (behind < 0 || stated < 1 || behind > MOST_BEHIND) return undefined
  return behind === 0 ? [] : listRevisions(db, id, { limit: behind })
}

/** Entries as they are written: the very ones that were sent, but those of an expert of a panel, put beside the others'. */
function ownScores(
  request: FastifyRequest,
  entries: LayerEntry[],
  { row, person, scheme, before }: { row: SubmissionRow; person: Person; scheme: Scheme; before: Submission },
): LayerEntry[] {
  const place = conductingPlace(row)
  if (mayDo(person.grants, 'submission.verify', place)) return entries
  const places = indicatorById(scheme)
  return entries.map((entry) => {
    const leaf = places.get(entry.id)
    const isPanel = entry.of === 'judgements' && entry.layer === 'judged' && leaf !== undefined
    if (!isPanel || !isLeafPlace(leaf) || !hasPanel(leaf.node)) return entry
    const of = entry.unit === undefined ? before : before.units?.find(({ name }) => name === entry.unit)
    const known = of?.judgements !== undefined && Object.hasOwn(of.judgements, entry.id)
    const layers = known ? layersOf(of.judgements![entry.id]) : []
    const own = panelEntry(
      entry,
      layers.find(({ layer }) => layer === 'judged'),
      person,
    )
    if (own === undefined) demand(request, 'submission.verify', place)
    return own ?? entry
  })
}

function withClaims(submission: Submission, claims: Submission['claims'] | null): Submission {
  if (claims === undefined) return submission
  const { claims: _, ...rest } = submission
  return claims === null ? rest : { ...rest, claims }
}
