import { Worker } from 'node:worker_threads'
import { DatabaseDamaged } from '../unusable-database.ts'
import type { ThreadAnswer, ThreadError, ThreadOptions, ThreadRequest } from './thread.ts'

/** A statement that PostgreSQL refused, with what it says: `code` is its SQLSTATE, as with the other driver. */
class StatementError extends Error {
  readonly code: string | undefined
  readonly constraint: string | undefined
  readonly detail: string | undefined

  constructor({ message, code, constraint, detail }: ThreadError) {
    super(message)
    this.code = code
    this.constraint = constraint
    this.detail = detail
  }
}

/** The embedded database has ended by itself, as PostgreSQL does where its log cannot be written any more. */
class DatabaseLost extends Error {
  constructor(cause?: Error) {
    super('the embedded database has stopped, most likely since the disk is full', { cause })
  }
}

/** Node runs what the compiler made; tests read the sources, and find it there too. */
export const threadFile = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/store/pglite/thread.js' : './thread.js',
  import.meta.url,
)

interface Waiting {
  resolve(rows: { rows: unknown[]; affected: number }): void
  reject(error: Error): void
}

/** This side of the database's thread: questions by number, answers in order. */
export class PGliteConnection {
  private readonly waiting = new Map<number, Waiting>()
  private next = 0
  private ended: Error | undefined
  private isClosing = false
  private tellLost: (error: Error) => void = () => undefined
  /** Resolves when the database ends without having been closed: nothing works any more, what was committed is kept. */
  readonly lost = new Promise<Error>((resolve) => {
    this.tellLost = resolve
  })

  private constructor(private readonly thread: Worker) {
    thread.on('message', (answer: ThreadAnswer) => this.take(answer))
    thread.on('error', (error) => this.end(new DatabaseLost(error)))
    thread.on('exit', () => this.end(new DatabaseLost()))
  }

  /** Opens the database in this folder, which is made where there is none. throws  `DatabaseDamaged` */
  static async open(options: ThreadOptions): Promise<PGliteConnection> {
    const thread = new Worker(threadFile, { workerData: options })
    await new Promise<void>((resolve, reject) => {
      thread.once('error', reject)
      thread.once('exit', () => reject(new DatabaseLost()))
      thread.once('message', (answer: ThreadAnswer) => {
        if (answer.type === 'failed') reject(new DatabaseDamaged(answer.message))
        else resolve()
      })
    })
    return new PGliteConnection(thread)
  }

  query(sql: string, parameters: readonly unknown[]): Promise<{ rows: unknown[]; affected: number }> {
    return this.ask((id) => ({ id, type: 'query', sql, parameters }))
  }

  async close(): Promise<void> {
    if (this.ended !== undefined) return
    this.isClosing = true
    await this.ask((id) => ({ id, type: 'close' }))
    await this.thread.terminate()
  }

  private ask(request: (id: number) => ThreadRequest): Promise<{ rows: unknown[]; affected: number }> {
    if (this.ended !== undefined) return Promise.reject(this.ended)
    const id = this.next++
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.thread.postMessage(request(id))
    })
  }

  private take(answer: ThreadAnswer): void {
    if (answer.type !== 'rows' && answer.type !== 'error') return
    const waiting = this.waiting.get(answer.id)
    this.waiting.delete(answer.id)
    if (answer.type === 'rows') waiting?.resolve(answer)
    else waiting?.reject(new StatementError(answer.error))
  }

  private end(error: Error): void {
    this.ended ??= error
    for (const { reject } of this.waiting.values()) reject(this.ended)
    this.waiting.clear()
    if (!this.isClosing) this.tellLost(this.ended)
  }
}
