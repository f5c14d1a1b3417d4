import type { Design } from '../store/design.ts'
import { emptyHistory, HISTORY_LENGTH, type History, redone, undone } from '../store/history.ts'
import { type Database, type DesignRow, ofDesign, TABLES } from './database.ts'

/** A design as the list of one's own shows it. */
export interface DesignSummary {
  readonly id: string
  readonly name: string
  /** Milliseconds since 1970. */
  readonly updatedAt: number
  readonly origin?: string
}

export interface OpenedDesign {
  readonly id: string
  readonly design: Design
  readonly history: History
  /** The state's number, from which the journal goes on. */
  readonly position: number
}

/** How long a removed design can be brought back. */
const KEEP_REMOVED_MS = 30 * 24 * 3600 * 1000

/** Newest first. What was removed long ago goes for good here. */
export async function listDesigns(database: Database, now: number): Promise<DesignSummary[]> {
  const rows = await database.getAll('designs')
  for (const row of rows) {
    if (row.removedAt !== undefined && now - row.removedAt > KEEP_REMOVED_MS) await eraseDesign(database, row.id)
  }
  return rows
    .filter((row) => row.removedAt === undefined)
    .sort((a, b) => b.updatedAt - a.updatedAt)
    .map(({ id, name, updatedAt, origin }) => ({ id, name, updatedAt, ...(origin === undefined ? {} : { origin }) }))
}

export async function createDesign(
  database: Database,
  id: string,
  design: Design,
  { now, writer, origin }: { now: number; writer: string; origin?: string | undefined },
): Promise<void> {
  const transaction = database.transaction(['designs', 'snapshots'], 'readwrite', { durability: 'strict' })
  const row: DesignRow = {
    id,
    name: design.scheme.name,
    updatedAt: now,
    ...(origin === undefined ? {} : { origin }),
    position: 0,
    end: 0,
    writer,
  }
  transaction.objectStore('designs').put(row)
  transaction.objectStore('snapshots').put({ id, position: 0, design })
  await transaction.done
}

/**
 * The snapshot brought to the state that was on the screen, with the steps that can be undone and redone.
 *
 * writer  the tab that may write it from now on; undefined only looks
 */
export async function openDesign(
  database: Database,
  id: string,
  writer: string | undefined,
): Promise<OpenedDesign | undefined> {
  const transaction = database.transaction(['designs', 'snapshots', 'entries'], 'readwrite', { durability: 'strict' })
  const row = await transaction.objectStore('designs').get(id)
  const snapshot = await transaction.objectStore('snapshots').get(id)
  const rows = await transaction.objectStore('entries').getAll(ofDesign(id))
  if (row !== undefined && writer !== undefined) transaction.objectStore('designs').put({ ...row, writer })
  await transaction.done
  if (row === undefined || snapshot === undefined) return undefined
  const entryAt = new Map(rows.map(({ index, entry }) => [index, entry]))
  let { design } = snapshot
  for (let at = snapshot.position; at < row.position; at++) design = redone(design, entryAt.get(at)!)
  for (let at = snapshot.position; at > row.position; at--) design = undone(design, entryAt.get(at - 1)!)
  const kept = rows.filter(({ index }) => index < row.end).slice(-HISTORY_LENGTH)
  const history =
    kept.length === 0
      ? emptyHistory
      : { entries: kept.map(({ entry }) => entry), position: row.position - kept[0]!.index }
  return { id, design, history, position: row.position }
}

export async function markRemoved(database: Database, id: string, removedAt: number | undefined): Promise<void> {
  const transaction = database.transaction('designs', 'readwrite')
  const row = await transaction.store.get(id)
  if (row !== undefined) {
    const { removedAt: _, ...rest } = row
    await transaction.store.put(removedAt === undefined ? rest : { ...rest, removedAt })
  }
  await transaction.done
}

async function eraseDesign(database: Database, id: string): Promise<void> {
  const transaction = database.transaction(TABLES, 'readwrite')
  await Promise.all([
    transaction.objectStore('designs').delete(id),
    transaction.objectStore('snapshots').delete(id),
    transaction.objectStore('entries').delete(ofDesign(id)),
    transaction.objectStore('save-points').delete(ofDesign(id)),
    transaction.objectStore('bases').delete(id),
  ])
  await transaction.done
}
