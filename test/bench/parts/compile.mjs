import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { compile, fastScheme } from '@yardstick/engine'
import { validate } from '@yardstick/model'
import { crowd, sha256, valued } from '../ours.mjs'
import { spread } from '../rounds.mjs'
import * as a from '../scheme-a.mjs'
import { schemeB, submissionsB } from '../scheme-b.mjs'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

/**
 * From a valid scheme to its first result, each time a scheme that has not been seen before; then the heap that a scheme
 * keeps once it has been used, its document not counted. The memory that scores are computed in serves all schemes.
 */
export async function measure({ bar }) {
  crowd()
  cost('A', a.scheme, a.submissions(1)[0], { mostMs: 1, mostKb: 40 })
  cost('B', schemeB(120), submissionsB(120, 1)[0], { mostMs: 5, mostKb: 200 })

  function cost(title, document, submission, { mostMs, mostKb }) {
    const schemes = (count) =>
      Array.from({ length: count }, (_, n) => {
        const copy = JSON.parse(JSON.stringify(document))
        return valued(validate('scheme', { ...copy, id: `${copy.id}-${n}` }))
      })
    const used = (scheme) => {
      const fast = fastScheme(valued(compile(scheme, { sha256 })))
      if (fast.score(submission).total === null) throw new Error('no score')
      return fast
    }
    const warm = schemes(100).map(used)
    const times = schemes(101).map((scheme) => {
      const start = performance.now()
      used(scheme)
      return performance.now() - start
    })
    const { median, low, high } = spread(times)
    const ms = (value) => `${value.toFixed(2)} ms`
    bar(
      `${title}: compile and first result`,
      `${ms(median)} (${ms(low)}..${ms(high)})`,
      `≤ ${mostMs} ms`,
      median <= mostMs,
    )
    const fresh = schemes(100)
    const before = heapUsed()
    const kept = fresh.map(used)
    const kb = (heapUsed() - before) / kept.length / 1024
    bar(`${title}: heap a scheme after use`, `${kb.toFixed(1)} KB`, `≤ ${mostKb} KB`, kb <= mostKb)
    if (warm.length + kept.length + fresh.length !== 300) throw new Error('let go too soon')
  }
}

function heapUsed() {
  collect()
  collect()
  return process.memoryUsage().heapUsed
}
