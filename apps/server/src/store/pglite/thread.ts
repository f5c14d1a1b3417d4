import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { PGlite, type Results } from '@electric-sql/pglite'
import { DurableFiles, durableStartParams } from './durable-files.ts'

/**
 * The thread of the embedded database. Every query of PGlite runs synchronously in its thread; here an aggregate of a
 * second keeps nobody else waiting. One statement at a time comes in, its rows go out.
 *
 * A parameter-less text may hold several statements, as over a plain PostgreSQL connection; the rows are those of the last.
 */
export interface ThreadOptions {
  readonly folder: string
  readonly params: readonly string[]
}

export type ThreadRequest =
  | { readonly id: number; readonly type: 'query'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly id: number; readonly type: 'close' }

export type ThreadAnswer =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'rows'; readonly id: number; readonly rows: unknown[]; readonly affected: number }
  | { readonly type: 'error'; readonly id: number; readonly error: ThreadError }

/** What PostgreSQL says of a failed statement, as the other driver gives it. */
export interface ThreadError {
  readonly message: string
  readonly code: string | undefined
  readonly constraint: string | undefined
  readonly detail: string | undefined
}

const INT8 = 20

if (parentPort !== null) await main(parentPort, workerData as ThreadOptions)
else if (process.argv[2] !== undefined) await make(process.argv[2])

/** Run as a process (`make-database.ts`): makes the database in a folder and ends. */
async function make(folder: string): Promise<void> {
  await (await open(folder, [])).close()
}

async function main(port: MessagePort, { folder, params }: ThreadOptions): Promise<void> {
  const answer = (message: ThreadAnswer) => port.postMessage(message)
  const database = await open(folder, params).catch((error: unknown) => {
    answer({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
    return undefined
  })
  if (database === undefined) return port.close()
  endOnAbort(database)
  let last: Promise<void> = Promise.resolve()
  port.on('message', (request: ThreadRequest) => {
    last = last.then(() => serve(database, request, port))
  })
  answer({ type: 'ready' })
}

function open(folder: string, params: readonly string[]): Promise<PGlite> {
  return PGlite.create({
    fs: new DurableFiles(folder),
    startParams: [...durableStartParams, ...params],
    // Counts and sequence numbers stay far below 2^53.
    parsers: { [INT8]: Number },
  })
}

/** How the C beneath leaves a statement that has failed; PGlite knows what to do then. */
const LONGJMP = 100

/**
 * PostgreSQL that finds its log cannot be written ends the process. Here that is something thrown, upon which PGlite would
 * call it again and again, for ever, while everybody waits: this thread ends, and whoever waits is told.
 */
function endOnAbort(database: PGlite): void {
  const inside = database.Module as unknown as { _PostgresMainLoopOnce(): void }
  const once = inside._PostgresMainLoopOnce
  inside._PostgresMainLoopOnce = () => {
    try {
      once()
    } catch (error) {
      if ((error as { status?: unknown }).status !== LONGJMP) process.exit(1)
      throw error
    }
  }
}

async function serve(database: PGlite, request: ThreadRequest, port: MessagePort): Promise<void> {
  const { id } = request
  const answer = (message: ThreadAnswer) => port.postMessage(message)
  try {
    if (request.type === 'close') {
      await database.close()
      answer({ type: 'rows', id, rows: [], affected: 0 })
      return port.close()
    }
    const { rows, affectedRows = 0 } = await run(database, request.sql, request.parameters)
    answer({ type: 'rows', id, rows, affected: affectedRows })
  } catch (error) {
    answer({ type: 'error', id, error: told(error) })
  }
}

async function run(
  database: PGlite,
  sql: string,
  parameters: readonly unknown[],
): Promise<Pick<Results, 'rows' | 'affectedRows'>> {
  if (parameters.length > 0) return database.query(sql, [...parameters])
  return (await database.exec(sql)).at(-1) ?? { rows: [] }
}

function told(error: unknown): ThreadError {
  const { message, code, constraint, detail } = error as Partial<ThreadError>
  return { message: message ?? String(error), code, constraint, detail }
}
