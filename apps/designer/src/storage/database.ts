import type { Scheme } from '@yardstick/model'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Design } from '../store/design.ts'
import type { Entry } from '../store/history.ts'

/**
 * The door to the browser's IndexedDB. A design is a snapshot and the entries of its history: every change writes one
 * small entry, the snapshot follows when it is quiet, and opening replays what came after it.
 *
 * Entries are numbered from the first one ever made: entry n leads from state n to state n + 1. A snapshot says which
 * state it is, `position` which state is on the screen.
 */
export interface Tables extends DBSchema {
  designs: { key: string; value: DesignRow }
  snapshots: { key: string; value: Snapshot }
  entries: { key: [design: string, index: number]; value: EntryRow }
  'save-points': { key: [design: string, number: number]; value: SavePointRow }
  bases: { key: string; value: Base }
}

export interface DesignRow {
  readonly id: string
  readonly name: string
  readonly updatedAt: number
  /** Where it comes from: the path of a template. */
  readonly origin?: string
  /** The state that is on the screen, and one past the last entry. */
  readonly position: number
  readonly end: number
  /** The tab that may write; whoever opens last takes it. */
  readonly writer: string
  /** Removed ones can be brought back for a while. */
  readonly removedAt?: number
}

export interface Snapshot {
  readonly id: string
  readonly position: number
  readonly design: Design
}

export interface EntryRow {
  readonly design: string
  readonly index: number
  readonly entry: Entry
}

export interface SavePointRow {
  readonly design: string
  readonly number: number
  readonly name: string
  readonly at: number
  readonly scheme: Scheme
}

/** What the server had when last heard of: what is here and differs from it is still to be sent. */
export interface Base {
  /** Also the scheme's id on the server. */
  readonly id: string
  /** Whose changes those are: nobody sends what somebody else has left unsent. */
  readonly person: string
  readonly revision: number
  readonly scheme: Scheme
}

export type Database = IDBPDatabase<Tables>
export const TABLES = ['designs', 'snapshots', 'entries', 'save-points', 'bases'] as const

const NAME = 'yardstick'

/** A newer version of the page that wants to change the tables is let through: ours closes. */
export function openDatabase(name: string = NAME): Promise<Database> {
  return openDB<Tables>(name, 2, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore('designs', { keyPath: 'id' })
        database.createObjectStore('snapshots', { keyPath: 'id' })
        database.createObjectStore('entries', { keyPath: ['design', 'index'] })
        database.createObjectStore('save-points', { keyPath: ['design', 'number'] })
      }
      database.createObjectStore('bases', { keyPath: 'id' })
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  })
}

/** Every key of one design in a table whose keys begin with it. */
export function ofDesign(id: string, from = 0, to = Number.POSITIVE_INFINITY): IDBKeyRange {
  return IDBKeyRange.bound([id, from], [id, to], false, true)
}
