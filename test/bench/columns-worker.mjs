import { parentPort, workerData } from 'node:worker_threads'
import { fastScheme, scoreColumns } from '@yardstick/engine'
import { compiled } from './ours.mjs'
import * as a from './scheme-a.mjs'

/** Scores rows of columns that both threads see. */
const fast = fastScheme(compiled(a.scheme))
const { columns, room } = workerData
parentPort.on('message', ({ from, to }) => {
  scoreColumns(fast, columns, room, { from, to })
  parentPort.postMessage('done')
})
