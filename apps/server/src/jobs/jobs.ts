import { setTimeout as sleep } from 'node:timers/promises'
import { Documents } from '../scoring/documents.ts'
import { openWork } from '../store/run-chunks.ts'
import { beginRun } from './begin-run.ts'
import { type Job, Queue } from './queue.ts'
import { giveUp, scoreChunk } from './score-chunk.ts'
import type { JobSettings } from './settings.ts'
import type { Workshop } from './workshop.ts'

/**
 * Evaluations in bulk: the queue, and the hands of this process that take jobs from it. Any number of processes work side
 * by side; each job is in one pair of hands, and whoever lets go of one by dying loses it to another.
 */
export class Jobs {
  readonly queue: Queue
  /** Is told what goes wrong outside of any job. */
  onFault: (error: unknown) => void = () => undefined
  private readonly shop: Workshop
  private readonly hands: Promise<void>[] = []
  private isStopping = false
  private bell = new AbortController()

  constructor(
    { database, scoring, now, newId }: Pick<Workshop, 'database' | 'scoring' | 'now'> & { newId: () => string },
    private readonly settings: JobSettings,
  ) {
    this.queue = new Queue(database.db, settings, (error) => this.tell(error))
    const documents = new Documents(database.db)
    this.shop = { database, scoring, now, settings, documents, queue: this.queue, worker: newId() }
  }

  /** Begins to take jobs, as many at once as the settings say; also those that a restored database has lost. */
  async start(): Promise<void> {
    if (this.settings.atOnce === 0 || this.isStopping) return
    await this.queue.ready()
    const { db } = this.shop.database
    await this.queue.recover(db, await openWork(db))
    for (let hand = 0; hand < this.settings.atOnce; hand++) this.hands.push(this.takeJobs())
  }

  /** The same for a server, which answers meanwhile, and also while the queue cannot be reached. */
  async startWhenAble(): Promise<void> {
    while (!this.isStopping) {
      try {
        return await this.start()
      } catch (error) {
        this.tell(error)
        await sleep(this.settings.pollMs, undefined, { signal: this.bell.signal }).catch(() => undefined)
      }
    }
  }

  /** There is work: whoever waits here looks at once. */
  wake(): void {
    this.bell.abort()
    this.bell = new AbortController()
  }

  /** What is in hand is brought to its end. */
  async stop(): Promise<void> {
    this.isStopping = true
    this.wake()
    await Promise.all(this.hands)
    await this.queue.stop()
  }

  private async takeJobs(): Promise<void> {
    while (!this.isStopping) {
      const bell = this.bell.signal
      try {
        if (await this.takeOne()) continue
      } catch (error) {
        this.tell(error)
      }
      if (!this.isStopping && !bell.aborted)
        await sleep(this.settings.pollMs, undefined, { signal: bell }).catch(() => undefined)
    }
  }

  /** false: there was nothing to do. */
  private async takeOne(): Promise<boolean> {
    const job = await this.queue.next()
    if (job !== undefined) {
      await this.beating(job, () => this.carryOut(job))
      return true
    }
    const lost = await this.queue.nextGivenUp()
    if (lost === undefined) return false
    await giveUp(this.shop, lost)
    return true
  }

  private async carryOut(job: Job): Promise<void> {
    const { chunk } = job.work
    if (chunk !== undefined) return scoreChunk(this.shop, job, chunk)
    await beginRun(this.shop, job)
    // Other hands may be waiting.
    this.wake()
  }

  /** While it is worked on, a job is not taken for one whose worker has died. */
  private async beating(job: Job, work: () => Promise<void>): Promise<void> {
    const beat = setInterval(
      () => {
        this.queue.beat(job).catch((error: unknown) => this.tell(error))
      },
      (this.settings.expireSeconds * 1000) / 4,
    )
    try {
      await work()
    } finally {
      clearInterval(beat)
    }
  }

  private tell(error: unknown): void {
    if (!this.isStopping) this.onFault(error)
  }
}
