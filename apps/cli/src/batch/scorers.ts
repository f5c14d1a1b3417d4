import { Worker } from 'node:worker_threads'
import type { Piece, ScoringJob, Worked } from './job.ts'
import type { PieceScorer } from './piece-scorer.ts'
import type { ThreadAnswer } from './thread.ts'

/** What scores pieces, several at a time. */
export interface Scorers {
  /** How many pieces keep it busy. */
  readonly width: number
  score(piece: Piece): Promise<Worked>
  close(): Promise<void>
}

/** Scores in this thread, as a file of one piece is done before a thread has begun. */
export class OwnScorer implements Scorers {
  readonly width = 1

  constructor(
    private readonly scorer: PieceScorer,
    private readonly buffers: ArrayBuffer[],
  ) {}

  async score(piece: Piece): Promise<Worked> {
    // Keys and signals are heard between two pieces.
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

/** A thread for each core; pieces go to the one with the least to do. */
export class ThreadScorers implements Scorers {
  readonly width: number
  private readonly threads: Thread[]

  /** buffers  where those of pieces are put that are done with */
  constructor(job: ScoringJob, count: number, buffers: ArrayBuffer[]) {
    this.width = count * 2
    this.threads = Array.from({ length: count }, () => new Thread(job, buffers))
  }

  score(piece: Piece): Promise<Worked> {
    const thread = this.threads.reduce((one, other) => (other.waiting < one.waiting ? other : one))
    return thread.score(piece)
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.end()))
  }
}

interface Waiting {
  readonly resolve: (worked: Worked) => void
  readonly reject: (error: Error) => void
}

class Thread {
  private readonly worker: Worker
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
    const asked = this.asked.shift()
    if ('fault' in answer) {
      asked?.reject(new Error(answer.fault))
      return
    }
    keep(answer.buffer, this.buffers)
    asked?.resolve(answer)
  }

  private fail(error: Error): void {
    for (const { reject } of this.asked.splice(0)) reject(error)
  }
}

/** To be read into again; one that had to grow for a long row is let go. */
function keep(buffer: ArrayBuffer, buffers: ArrayBuffer[]): void {
  if (buffer.byteLength >= SMALLEST && buffer.byteLength <= LARGEST) buffers.push(buffer)
}

const SMALLEST = 65_536
const LARGEST = 1 << 20
