import { LeastRecent } from '../least-recent.ts'
import { keptInput, versionText } from '../store/scoring-inputs.ts'
import type { Db } from '../store/tables.ts'
import type { HashedText } from './pool.ts'

/** Characters of schemes and facts that are kept between chunks. */
const MOST_TEXT = 50_000_000

/** Texts by their hash, which never change: read once, as long as they are asked for now and then. */
export class Documents {
  private readonly kept = new LeastRecent<string, string>(MOST_TEXT, (text) => text.length)

  constructor(private readonly db: Db) {}

  /** A published version. */
  version(hash: string): Promise<HashedText> {
    return this.read(hash, versionText)
  }

  /** Facts of a group that a run reads, or whatever else was kept for a result. */
  input(hash: string): Promise<HashedText> {
    return this.read(hash, keptInput)
  }

  private async read(hash: string, from: (db: Db, hash: string) => Promise<string | undefined>): Promise<HashedText> {
    const text = this.kept.get(hash) ?? (await from(this.db, hash))
    if (text === undefined) throw new Error(`there is no document ${hash}`)
    this.kept.set(hash, text)
    return { hash, text }
  }
}
