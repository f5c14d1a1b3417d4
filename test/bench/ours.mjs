import { createHash } from 'node:crypto'
import { compile, fastScheme, lane } from '@yardstick/engine'
import { validate } from '@yardstick/model'
import * as a from './scheme-a.mjs'
import { schemeB, submissionsB } from './scheme-b.mjs'

export const sha256 = (text) => createHash('sha256').update(text).digest('hex')

export function compiled(document) {
  const scheme = valued(validate('scheme', document))
  return valued(compile(scheme, { sha256 }))
}

export function valued(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.issues[0]))
  return result.value
}

/**
 * Fifty other schemes, each made ready and used: what a server holds beside the one it is just asked for. Code that is
 * quick only while it has seen a single scheme is not what is measured.
 */
export function crowd() {
  return Array.from({ length: 50 }, (_, n) => {
    const size = 9 + n
    const isA = n % 2 === 0
    const fast = fastScheme(compiled(isA ? { ...a.scheme, id: `crowd-${n}` } : schemeB(size)))
    for (const submission of isA ? a.submissions(100) : submissionsB(size, 100)) fast.score(submission)
    return fast
  })
}

/**
 * Columns of a scheme's inputs over so many rows, as registers hold them: some submissions are read once, then repeated.
 * In shared memory, so that threads may work on them.
 */
export function columnsOf(fast, submissions, rows) {
  const memory = fast.open(submissions.length)
  submissions.forEach((submission, row) => {
    fast.fill(memory, row, submission)
  })
  const repeat = (Kind, from) => {
    const column = new Kind(new SharedArrayBuffer(rows * Kind.BYTES_PER_ELEMENT))
    for (let at = 0; at < rows; at += from.length) column.set(from.subarray(0, Math.min(from.length, rows - at)), at)
    return column
  }
  return fast.inputs.map((input) => ({
    values: repeat(Float64Array, memory.values[input.num]),
    states: memory.mixed[input.num] === lane.PRESENT ? undefined : repeat(Uint8Array, memory.states[input.num]),
  }))
}

/** Room for the totals and the scores of all leaves. */
export function roomFor(fast, rows) {
  const floats = () => new Float64Array(new SharedArrayBuffer(rows * 8))
  return {
    totals: floats(),
    states: new Uint8Array(new SharedArrayBuffer(rows)),
    grades: floats(),
    scores: fast.compiled.nodes.map(floats),
  }
}
