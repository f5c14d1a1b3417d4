import type { FileTable } from '@yardstick/exchange/read/tables'
import type { Edit, Language, Scheme } from '@yardstick/model'
import { proxy, type Remote, wrap } from 'comlink'
import type { AskedTable, TableRead, TableReader, Watching } from './table-reader.ts'

/**
 * The reader of these tables in a worker of its own, so that the page never waits for it. `end` it when the page is left;
 * what is under way then is never answered.
 */
export class ReadingDesk {
  private readonly worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' })
  private readonly reader: Remote<TableReader> = wrap<TableReader>(this.worker)
  /** Rejects where the worker could not be loaded. */
  private readonly failed: Promise<never>

  constructor(tables: readonly FileTable[]) {
    this.failed = new Promise<never>((_, reject) => {
      this.worker.addEventListener('error', () => reject(new Error('the reader could not be fetched')), { once: true })
    })
    this.failed.catch(() => undefined)
    this.reader.hold(tables).catch(() => undefined)
  }

  /** Null where something newer was asked meanwhile. */
  read(asked: AskedTable, watching: Watching): Promise<TableRead | null> {
    return Promise.race([this.reader.read(asked, proxy(watching)), this.failed])
  }

  /** The scheme of what was read last, under this name. */
  scheme(name: string): Promise<Scheme | undefined> {
    return Promise.race([this.reader.scheme(name), this.failed])
  }

  /** What was read last, as an edit of this scheme, without the differences that are left out. */
  takeOver(against: Scheme, leftOut: ReadonlySet<string>, language: Language): Promise<Edit | undefined> {
    return Promise.race([this.reader.takeOver(against, leftOut, language), this.failed])
  }

  end(): void {
    this.worker.terminate()
  }
}
