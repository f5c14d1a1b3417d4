import { parentPort, workerData } from 'node:worker_threads'
import type { Piece, ScoringJob, Worked } from './job.ts'
import { PieceScorer } from './piece-scorer.ts'

/** Ready for pieces; a piece that was scored, with its own buffer to be used again; or what went wrong in the thread. */
export type ThreadAnswer =
  | { readonly isReady: true }
  | (Worked & { readonly buffer: ArrayBuffer })
  | { readonly fault: string }

if (parentPort !== null) {
  const port = parentPort
  const scorer = new PieceScorer(workerData as ScoringJob)
  // One after the other: a scorer has one memory.
  let before: Promise<void> = Promise.resolve()
  port.on('message', (piece: Piece) => {
    before = before.then(async () => {
      try {
        const worked = await scorer.score(piece)
        const { buffer } = piece.bytes
        port.postMessage({ ...worked, buffer } satisfies ThreadAnswer, [worked.bytes.buffer, buffer])
      } catch (error) {
        const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
        port.postMessage({ fault } satisfies ThreadAnswer)
      }
    })
  })
  port.postMessage({ isReady: true } satisfies ThreadAnswer)
}
