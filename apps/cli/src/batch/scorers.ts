import { Worker } from 'node:worker_threads'
import type { Piece, ScoringJob, Worked } from './job.ts'
import type { PieceScorer } from './piece-scorer.ts'
import type { ThreadAnswer } from './thread.ts'

/** What scores pieces, several at a time. */
export interface Scorers {
  /** How many pieces are on the way at most. */
  readonly width: number
  score(piece: Piece): Promise<Worked>
  close(): Promise<void>
}

/** Scores in this thread, as a file of one piece is done before a thread has begun. */
export class OwnScorer implements Scorers {
  readonly width = 1
  /** How many pieces it has been given and not done. */
  waiting = 0
  /** One after the other: a scorer has one memory. */
  private before: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly scorer: PieceScorer,
    private readonly buffers: ArrayBuffer[],
  ) {}

  score(piece: Piece): Promise<Worked> {
    this.waiting++
    const worked = this.before.then(() => this.scored(piece)).finally(() => this.waiting--)
    this.before = worked.catch(() => undefined)
    return worked
  }

  private async scored(piece: Piece): Promise<Worked> {
    // Keys, signals and threads are heard between two pieces.
    await new Promise(setImmediate)
    const worked = await this.scorer.score(piece)
    keep(piece.bytes.buffer, this.buffers)
    return worked
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}

/** Node runs what the compiler made; tests read the sources, and find it there too. */
const threadFile = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/batch/thread.js' : './thread.js',
  import.meta.url,
)

/**
 * A thread for each core but one, which this thread takes: it scores while the others load the program, and whenever they
 * have enough to do. So it never lets them wait for pieces, and is not idle where there are few of them.
 */
export class ThreadScorers implements Scorers {
  readonly width: number
  private readonly threads: readonly Thread[]

  /** buffers  where those of pieces are put that are done with */
  constructor(
    job: ScoringJob,
    count: number,
    private readonly own: OwnScorer,
    buffers: ArrayBuffer[],
  ) {
    this.width = count * ON_THE_WAY
    this.threads = Array.from({ length: count - 1 }, () => new Thread(job, buffers))
  }

  score(piece: Piece): Promise<Worked> {
    const thread = this.leastBusy()
    const isOwn = thread === undefined || (thread.waiting >= ENOUGH && this.own.waiting === 0)
    return (isOwn ? this.own : thread).score(piece)
  }

  private leastBusy(): Thread | undefined {
    let least: Thread | undefined
    for (const thread of this.threads) {
      if (thread.isReady && (least === undefined || thread.waiting < least.waiting)) least = thread
    }
    return least
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.end()))
  }
}

/** Pieces for each core: results come in order, and one that is ready may wait for its turn. */
const ON_THE_WAY = 4
/** What keeps a thread busy while this one scores a piece. */
const ENOUGH = 2

interface Waiting {
  readonly resolve: (worked: Worked) => void
  readonly reject: (error: Error) => void
}

class Thread {
  private readonly worker: Worker
  /** It has loaded the program, and has not ended. */
  isReady = false
  /** Answers come in the order of the pieces. */
  private readonly asked: Waiting[] = []

  constructor(
    job: ScoringJob,
    private readonly buffers: ArrayBuffer[],
  ) {
    // What Node itself was started with is not for a thread that runs a file.
    this.worker = new Worker(threadFile, { workerData: job, execArgv: [] })
    this.worker.on('message', (answer: ThreadAnswer) => this.take(answer))
    this.worker.on('error', (error) => this.fail(error instanceof Error ? error : new Error(String(error))))
    this.worker.on('exit', () => this.fail(new Error('a scoring thread has ended')))
  }

  get waiting(): number {
    return this.asked.length
  }

  score(piece: Piece): Promise<Worked> {
    return new Promise((resolve, reject) => {
      this.asked.push({ resolve, reject })
      this.worker.postMessage(piece, [piece.bytes.buffer])
    })
  }

  async end(): Promise<void> {
    await this.worker.terminate()
  }

  private take(answer: ThreadAnswer): void {
    if ('isReady' in answer) {
      this.isReady = true
      return
    }
    const asked = this.asked.shift()
    if ('fault' in answer) {
      asked?.reject(new Error(answer.fault))
      return
    }
    keep(answer.buffer, this.buffers)
    asked?.resolve(answer)
  }

  private fail(error: Error): void {
    this.isReady = false
    for (const { reject } of this.asked.splice(0)) reject(error)
  }
}

/** To be read into again; one that had to grow for a long row is let go. */
function keep(buffer: ArrayBuffer, buffers: ArrayBuffer[]): void {
  if (buffer.byteLength >= SMALLEST && buffer.byteLength <= LARGEST) buffers.push(buffer)
}

const SMALLEST = 65_536
const LARGEST = 1 << 20
