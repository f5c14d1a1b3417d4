import type { Scheme } from '@yardstick/model'
import { type Remote, wrap } from 'comlink'
import { Refused } from '../../server/client.ts'
import { readVersion } from '../../server/schemes.ts'
import type { Clerk } from './clerk.ts'

/** A file that keeps its reader busy for so long was made to, or is none that anybody fills in. */
const MOST_MS = 30_000

/** What did not come to an end. */
export class TookTooLong extends Error {}

/** The page was left: nobody waits for the answer. */
export class DeskLeft extends Error {}

interface Hired {
  readonly worker: Worker
  readonly clerk: Remote<Clerk>
  /** The versions it was told of. */
  readonly known: Set<string>
  /** Rejects where the worker could not be loaded, and with what it is dismissed for. */
  readonly failed: Promise<never>
  fail(reason: Error): void
}

/**
 * A clerk in a worker of its own, so that neither the page nor the engine waits for files. One that does not come to an end
 * is dismissed, and the next question goes to another.
 */
export class ClerkDesk {
  private hired: Hired | undefined
  private hasEnded = false
  private turn: Promise<unknown> = Promise.resolve()
  private readonly schemes = new Map<string, Promise<Scheme>>()

  /** One piece of work after the other, of a clerk who knows these versions. */
  ask<T>(versions: Iterable<string>, work: (clerk: Remote<Clerk>) => Promise<T>): Promise<T> {
    const done = this.turn.then(() => this.work(new Set(versions), work))
    this.turn = done.catch(() => undefined)
    return done
  }

  /** The scheme of a version, asked for once. */
  schemeOf(version: string): Promise<Scheme> {
    const known = this.schemes.get(version)
    if (known !== undefined) return known
    const asked = readVersion(version).then(({ scheme }) => scheme)
    // What failed is asked for again.
    asked.catch(() => this.schemes.delete(version))
    this.schemes.set(version, asked)
    return asked
  }

  /** For good: what is under way, or asked for later, is refused with `DeskLeft`. */
  end(): void {
    this.hasEnded = true
    this.hired?.fail(new DeskLeft('the page was left'))
    this.dismiss()
  }

  private dismiss(): void {
    this.hired?.worker.terminate()
    this.hired = undefined
  }

  private async work<T>(versions: ReadonlySet<string>, work: (clerk: Remote<Clerk>) => Promise<T>): Promise<T> {
    const schemes = await Promise.all(
      [...versions].map(async (version) => [version, await this.schemeOf(version)] as const),
    )
    if (this.hasEnded) throw new DeskLeft('the page was left')
    this.hired ??= hire()
    const { clerk, known, failed } = this.hired
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new TookTooLong('a file took too long')), MOST_MS)
    })
    const asked = async () => {
      for (const [version, scheme] of schemes) {
        if (known.has(version)) continue
        await clerk.know(version, scheme)
        known.add(version)
      }
      return work(clerk)
    }
    try {
      return await Promise.race([asked(), late, failed])
    } catch (error) {
      // A file that is refused was read; whoever read it stays.
      const isGone = error instanceof Refused && error.status === 0
      if (error instanceof TookTooLong || isGone) this.dismiss()
      throw error
    } finally {
      clearTimeout(timer)
    }
  }
}

function hire(): Hired {
  const worker = new Worker(new URL('./clerk-worker.ts', import.meta.url), { type: 'module' })
  let fail: Hired['fail'] = () => undefined
  const failed = new Promise<never>((_, reject) => {
    fail = reject
    worker.addEventListener('error', () => reject(new Refused(0, [])), { once: true })
  })
  failed.catch(() => undefined)
  return { worker, clerk: wrap<Clerk>(worker), known: new Set(), failed, fail }
}
