import { createHash } from 'node:crypto'
import { appendFile, type FileHandle, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Io } from '../io.ts'
import type { Figures } from './job.ts'
import type { Cursor } from './text-pieces.ts'

/** How far a run was when it was last sure that its results are on the disk. */
export interface Commit extends Cursor {
  /** Of the results. */
  readonly length: number
  readonly figures: Figures
}

/**
 * The results of a long run: written to a file with `.part` behind the name of the one that is wanted, in which the results
 * stand whole when they are complete. Now and then they are forced onto the disk, and a journal beside them notes how far
 * in the data they reach. A run that was killed goes on from there: what was written after the last note is cut off and made
 * again.
 */
export class Output {
  private pending: Promise<void> = Promise.resolve()
  private isCommitting = false
  private committedAt = Date.now()

  private constructor(
    private readonly handle: FileHandle,
    private readonly names: Names,
    private readonly key: string,
    /** Where the run begins; undefined at the beginning. */
    readonly resumed: Commit | undefined,
    private length: number,
  ) {}

  /**
   * Throws what the system throws: the folder is not there, no right to write.
   *
   * key      what must be the same for a run to go on where another stopped: scheme, options, data
   * restart  what is there of an earlier run is thrown away
   */
  static async open({ cwd }: Io, file: string, key: string, restart: boolean): Promise<Output> {
    const names = namesOf(resolve(cwd, file))
    const found = restart ? undefined : await lastCommit(names, key)
    const handle = await open(names.part, found === undefined ? 'w' : 'r+')
    if (found === undefined) await rm(names.journal, { force: true })
    else {
      await handle.truncate(found.length)
      await renewJournal(names.journal, key, found)
    }
    return new Output(handle, names, key, found, found?.length ?? 0)
  }

  async write(bytes: Uint8Array): Promise<void> {
    let at = 0
    while (at < bytes.length) {
      const { bytesWritten } = await this.handle.write(bytes, at, bytes.length - at, this.length)
      at += bytesWritten
      this.length += bytesWritten
    }
  }

  /** Notes that the results so far are those of the data up to here; not more often than twice a second, and in the background. */
  commit(upTo: Cursor, figures: () => Figures): void {
    if (this.isCommitting || Date.now() - this.committedAt < COMMIT_MS) return
    this.note({ offset: upTo.offset, row: upTo.row, length: this.length, figures: figures() })
  }

  /** Stopped on the way: what there is stays, with a note of how far it reaches. */
  async interrupt(upTo: Cursor, figures: Figures): Promise<void> {
    await this.pending
    this.note({ offset: upTo.offset, row: upTo.row, length: this.length, figures })
    await this.pending
    await this.handle.close()
  }

  /** Given up, for another run to go on from the last note; without any nothing is left behind. */
  async abandon(): Promise<void> {
    await this.pending.catch(() => undefined)
    await this.handle.close()
    const isNoted = await stat(this.names.journal).then(
      () => true,
      () => false,
    )
    if (!isNoted) await rm(this.names.part, { force: true })
  }

  /**
   * Complete: the bytes are on the disk before the name is.
   *
   * finished  makes the file that is wanted of the one that was written, where they differ
   */
  async finish(finished?: (part: string, whole: string) => Promise<void>): Promise<void> {
    await this.pending
    await this.handle.sync()
    await this.handle.close()
    if (finished === undefined) await rename(this.names.part, this.names.whole)
    else {
      await finished(this.names.part, this.names.whole)
      await rm(this.names.part, { force: true })
    }
    await rm(this.names.journal, { force: true })
  }

  private note(commit: Commit): void {
    this.isCommitting = true
    this.pending = this.forced(commit).finally(() => {
      this.isCommitting = false
      this.committedAt = Date.now()
    })
    // Who waits for it hears of what went wrong; nobody else is to.
    this.pending.catch(() => undefined)
  }

  private async forced(commit: Commit): Promise<void> {
    await this.handle.datasync()
    const isFirst = await stat(this.names.journal).then(
      () => false,
      () => true,
    )
    const head = isFirst ? headLine(this.key) : ''
    await appendFile(this.names.journal, `${head}${JSON.stringify(commit)}\n`, { flush: true })
  }
}

const COMMIT_MS = 500
const JOURNAL = 'batch-journal/1'

const headLine = (key: string): string => `${JSON.stringify({ yardstick: JOURNAL, key })}\n`

/** Without the line that a crash may have cut short, behind which nothing could be appended. */
async function renewJournal(journal: string, key: string, commit: Commit): Promise<void> {
  await writeFile(`${journal}.new`, `${headLine(key)}${JSON.stringify(commit)}\n`, { flush: true })
  await rename(`${journal}.new`, journal)
}

interface Names {
  readonly whole: string
  readonly part: string
  readonly journal: string
}

const namesOf = (whole: string): Names => ({ whole, part: `${whole}.part`, journal: `${whole}.journal` })

/** The last note that is whole, where both files are there and of the same run. */
async function lastCommit({ part, journal }: Names, key: string): Promise<Commit | undefined> {
  try {
    const [head, ...notes] = (await readFile(journal, 'utf8')).split('\n')
    const { yardstick, key: found } = JSON.parse(head!) as { yardstick?: unknown; key?: unknown }
    if (yardstick !== JOURNAL || found !== key) return undefined
    const { size } = await stat(part)
    return notes
      .flatMap((line): Commit[] => commitIn(line))
      .filter(({ length }) => length <= size)
      .at(-1)
  } catch {
    return undefined
  }
}

/** A line that a crash cut short is no note. */
function commitIn(line: string): Commit[] {
  try {
    const found = JSON.parse(line) as Partial<Commit>
    const isWhole = [found.offset, found.row, found.length].every(Number.isSafeInteger) && found.figures !== undefined
    return isWhole ? [found as Commit] : []
  } catch {
    return []
  }
}

/** What tells two runs apart: a hash over everything that decides about their results. */
export function runKey(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
