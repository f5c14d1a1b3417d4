import { cpus } from 'node:os'
import { Worker } from 'node:worker_threads'
import { fastScheme } from '@yardstick/engine'
import { columnsOf, compiled, roomFor } from '../ours.mjs'
import { inTurns, ratio, times } from '../rounds.mjs'
import * as a from '../scheme-a.mjs'

const ROWS = 1_000_000

/** The same columns in shared memory by one thread and by two, each with half of the rows. */
export async function measure({ say, bar }) {
  const fast = fastScheme(compiled(a.scheme))
  const columns = columnsOf(fast, a.submissions(10_000), ROWS)
  const room = roomFor(fast, ROWS)
  const threads = [0, 1].map(
    () =>
      new Worker(new URL('../columns-worker.mjs', import.meta.url), {
        workerData: { columns, room },
      }),
  )
  const half = ROWS / 2
  const found = await inTurns(
    {
      one: (count) => repeat(count, () => ask(threads[0], 0, ROWS)),
      two: (count) => repeat(count, () => Promise.all([ask(threads[0], 0, half), ask(threads[1], half, ROWS)])),
    },
    { roundMs: 300, warmMs: 2_000 },
  )
  for (const thread of threads) await thread.terminate()
  say(`${cpus().length} processors`)
  const faster = ratio(found.one, found.two)
  bar('A: two workers on shared columns, against one', times(faster), '≥ 1.6 ×', faster.median >= 1.6)
}

async function repeat(count, work) {
  for (let n = 0; n < count; n++) await work()
}

function ask(thread, from, to) {
  return new Promise((resolve) => {
    thread.once('message', resolve)
    thread.postMessage({ from, to })
  })
}
