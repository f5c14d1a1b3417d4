import { availableParallelism } from 'node:os'
import type { Shell } from '../shell.ts'
import type { ScoringJob } from './job.ts'
import type { Output } from './output.ts'
import { PieceScorer } from './piece-scorer.ts'
import { Progress } from './progress.ts'
import { OwnScorer, type Scorers, ThreadScorers } from './scorers.ts'
import { Tally } from './summary.ts'
import type { Cursor } from './text-pieces.ts'
import type { Source } from './text-source.ts'

export interface RunningJob {
  readonly job: ScoringJob
  readonly source: Source
  readonly output: Output
  /** Written before the first row. */
  readonly head: string
  readonly grades: readonly string[]
  readonly threads: number
  /** Somebody asked to stop. */
  readonly isStopped: () => boolean
}

export interface Ran {
  readonly tally: Tally
  /** Where it stopped before the end. */
  readonly stoppedAt: Cursor | undefined
  readonly seconds: number
}

/** So many cores as there are for this process. */
export const allThreads = (): number => availableParallelism()

/**
 * The data piece by piece through the scorers and, in their order, into the results. Only as many pieces are on the way as
 * keep the threads busy, so that memory does not grow with the file.
 */
export async function runJob(running: RunningJob, shell: Shell): Promise<Ran> {
  const { job, source, output, head, grades, threads, isStopped } = running
  const tally = new Tally(grades)
  const { resumed } = output
  if (resumed !== undefined) tally.merge(resumed.figures)
  else await output.write(new TextEncoder().encode(head))
  let done: Cursor = resumed ?? source.start
  const progress = new Progress(shell, { count: tally.submissions, share: source.share(done) })
  const buffers: ArrayBuffer[] = []
  const scorers = scorersFor(job, source, threads, buffers)
  const pending: { readonly worked: ReturnType<Scorers['score']>; readonly behind: Cursor }[] = []
  const deliver = async () => {
    const { worked, behind } = pending.shift()!
    const { bytes, figures } = await worked
    await output.write(bytes)
    tally.merge(figures)
    done = behind
    output.commit(done, () => tally.figures)
    progress.tick(tally.submissions, source.share(done))
  }
  let wasStopped = false
  try {
    for await (const piece of source.pieces(done, buffers)) {
      const behind = { offset: piece.end, row: piece.firstRow + piece.rows - 1 }
      const worked = scorers.score(piece)
      // It is waited for when it is its turn; until then nobody else is to complain.
      worked.catch(() => undefined)
      pending.push({ worked, behind })
      if (pending.length >= scorers.width) await deliver()
      wasStopped = isStopped()
      if (wasStopped) break
    }
    while (pending.length > 0) await deliver()
  } finally {
    progress.end()
    await scorers.close()
  }
  const seconds = progress.end()
  return { tally, stoppedAt: wasStopped && source.share(done) < 1 ? done : undefined, seconds }
}

function scorersFor(job: ScoringJob, source: Source, threads: number, buffers: ArrayBuffer[]): Scorers {
  const own = new OwnScorer(new PieceScorer(job), buffers)
  return threads === 1 || source.isSmall ? own : new ThreadScorers(job, threads, own, buffers)
}
