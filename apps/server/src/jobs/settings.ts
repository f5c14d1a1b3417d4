import { availableParallelism } from 'node:os'

/** How evaluations in bulk are carried out. */
export interface JobSettings {
  /** Threads that score. */
  readonly threads: number
  /** Chunks this process has in hand at once; 0 leaves them to `yardstick worker`. */
  readonly atOnce: number
  /** Submissions in a chunk, which is one job. */
  readonly chunk: number
  /** How often a chunk is tried before it counts as failed. */
  readonly attempts: number
  /** A chunk whose worker has not been heard of for so long is given to another. */
  readonly expireSeconds: number
  /** How often somebody looks for such chunks. */
  readonly superviseSeconds: number
  /** How often a worker without work asks for some. */
  readonly pollMs: number
  /** How often progress is looked up for those who watch it. */
  readonly progressMs: number
  /** How often those who watch hear that the line is open, and are looked at anew: whether they still may. */
  readonly beatMs: number
}

/** One core stays free for whoever asks. */
const threads = Math.max(1, availableParallelism() - 1)

export const defaultJobs: JobSettings = {
  threads,
  // One more than can be scored, so that there is always one read and ready.
  atOnce: threads + 1,
  chunk: 200,
  attempts: 5,
  expireSeconds: 30,
  superviseSeconds: 10,
  pollMs: 2_000,
  progressMs: 1_000,
  beatMs: 15_000,
}
