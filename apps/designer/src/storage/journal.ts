import type { IDBPTransaction } from 'idb'
import type { Design } from '../store/design.ts'
import type { Change } from '../store/designer-store.ts'
import { HISTORY_LENGTH, type History, undone } from '../store/history.ts'
import { type Database, type DesignRow, type EntryRow, ofDesign, type Snapshot, type Tables } from './database.ts'

/** The design belongs to another tab by now; nothing was written. */
export class WrittenElsewhere extends Error {}

/** The design is stored no more: the browser has thrown away what it kept. */
export class NoLongerStored extends Error {}

/**
 * Writes the changes of one open design as they happen. It keeps the numbers of the stored entries beside the store's
 * history, whose own indexes move when the oldest steps are let go.
 */
export class Journal {
  private end: number
  /** Undefined while nothing is known of the stored snapshot: then one is written before anything relies on it. */
  private snapshotAt: number | undefined
  /** What has happened since the last write, folded together: the last of each entry counts. */
  private pending = new Map<number, EntryRow>()
  private snapshot: Snapshot | undefined
  private hasNews = false
  /** The design's row as it was last read: it changes elsewhere only when it is removed, restored or taken over. */
  private known: DesignRow | undefined

  /** `position`: the number of the state on the screen when the design was opened. */
  constructor(
    private readonly database: () => Promise<Database>,
    private readonly id: string,
    private readonly writer: string,
    private position: number,
    history: History,
  ) {
    this.end = position + history.entries.length - history.position
  }

  get isClean(): boolean {
    return !this.hasNews
  }

  /** Reads the design's row ahead: the first write needs it, and may have no time to ask. */
  async lookAhead(): Promise<void> {
    this.known ??= await (await this.database()).get('designs', this.id)
  }

  /** Notes a change; `design` and `history` are those after it. */
  note(change: Exclude<Change, { type: 'load' }>, design: Design, history: History): void {
    this.hasNews = true
    if (change.type !== 'entry') {
      this.position += change.type === 'undo' ? -1 : 1
      if (change.forgotten) this.forgetFrom(this.position, design)
      return
    }
    if (change.replaced) {
      const entry = history.entries[history.position - 1]!
      // The last entry leads somewhere else now: a snapshot of where it led is no state any more.
      if (this.mayLieBeyond(this.position - 1)) this.keep(undone(design, entry), this.position - 1)
      this.write(this.position - 1, entry)
      return
    }
    this.forgetFrom(this.position, design, history)
    this.write(this.position, change.entry)
    this.position++
    this.end = this.position
  }

  /** Everything noted so far, in one transaction. */
  async flush(now: number, name: string): Promise<void> {
    if (!this.hasNews) return
    const { pending, snapshot, position, end } = this
    this.pending = new Map()
    this.snapshot = undefined
    this.hasNews = false
    try {
      await this.put(now, name, { pending, snapshot, position, end })
    } catch (error) {
      // Kept for the next try; what has been noted since is newer.
      this.pending = new Map([...pending, ...this.pending])
      this.snapshot ??= snapshot
      this.hasNews = true
      throw error
    }
  }

  /** A snapshot of the state on the screen; steps too old to be undone are let go with it. */
  async settle(design: Design, now: number, name: string): Promise<void> {
    this.keep(design, this.position)
    this.hasNews = true
    await this.flush(now, name)
  }

  private write(index: number, entry: EntryRow['entry']): void {
    this.pending.set(index, { design: this.id, index, entry })
  }

  /** Entries from here on can no longer be redone; a snapshot beyond would stand in the air. */
  private forgetFrom(index: number, design: Design, history?: History): void {
    if (this.mayLieBeyond(index)) {
      const entry = history?.entries[history.position - 1]
      this.keep(entry === undefined ? design : undone(design, entry), index)
    }
    for (const at of [...this.pending.keys()]) if (at >= index) this.pending.delete(at)
    this.end = index
  }

  private mayLieBeyond(index: number): boolean {
    return this.snapshotAt === undefined || this.snapshotAt > index
  }

  private keep(design: Design, position: number): void {
    this.snapshot = { id: this.id, position, design }
    this.snapshotAt = position
  }

  /**
   * What is known of the design's row is written beside the question whose it is, and taken back where it is not ours: a
   * page that is about to go may have no time for an answer before it writes.
   */
  private async put(now: number, name: string, noted: Noted): Promise<void> {
    const tables = ['designs', 'snapshots', 'entries'] as const
    const database = await this.database()
    const transaction = database.transaction(tables, 'readwrite', { durability: 'strict' })
    const designs = transaction.objectStore('designs')
    const { position, end } = noted
    const state = { name, updatedAt: now, position, end }
    const { known } = this
    const reading = designs.get(this.id)
    const work = this.putSteps(transaction, noted)
    if (known !== undefined) work.push(designs.put({ ...known, ...state }))
    const written = Promise.all(work)
    // What it failed of is told by the transaction.
    written.catch(() => undefined)
    const row = await reading
    if (row === undefined || row.writer !== this.writer) {
      transaction.abort()
      await transaction.done.catch(() => undefined)
      throw row === undefined ? new NoLongerStored() : new WrittenElsewhere()
    }
    this.known = row
    if (row.removedAt !== known?.removedAt || known === undefined) await designs.put({ ...row, ...state })
    await written
    await transaction.done
  }

  private putSteps(
    transaction: IDBPTransaction<Tables, ('designs' | 'snapshots' | 'entries')[], 'readwrite'>,
    { pending, snapshot, position, end }: Noted,
  ): Promise<unknown>[] {
    const entries = transaction.objectStore('entries')
    const work: Promise<unknown>[] = [...pending.values()].map((each) => entries.put(each))
    work.push(entries.delete(ofDesign(this.id, end)))
    if (snapshot !== undefined) {
      work.push(transaction.objectStore('snapshots').put(snapshot))
      // Never an entry that lies between the snapshot and the screen.
      const oldest = Math.min(end - HISTORY_LENGTH, snapshot.position, position)
      if (oldest > 0) work.push(entries.delete(ofDesign(this.id, 0, oldest)))
    }
    return work
  }
}

interface Noted {
  readonly pending: ReadonlyMap<number, EntryRow>
  readonly snapshot: Snapshot | undefined
  readonly position: number
  readonly end: number
}
