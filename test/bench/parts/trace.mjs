import { fastScheme, LeafTraces } from '@yardstick/engine'
import { compiled, crowd } from '../ours.mjs'
import { inTurns, micro, ratio, spread, times } from '../rounds.mjs'
import * as a from '../scheme-a.mjs'
import { schemeB, submissionsB } from '../scheme-b.mjs'

/** Scores with the value, piece and steps of every leaf that has a score curve, against scores alone. */
export async function measure({ say, bar }) {
  crowd()
  await compare('A', a.scheme, a.submissions(10_000))
  await compare('B', schemeB(120), submissionsB(120, 2_000))

  async function compare(title, document, submissions) {
    const scheme = compiled(document)
    const fast = fastScheme(scheme)
    const traces = new LeafTraces(scheme)
    const over = (work) => (count) => {
      for (let n = 0; n < count; n++) work(submissions[n % submissions.length])
    }
    const found = await inTurns({
      plain: over((submission) => fast.score(submission)),
      traced: over((submission) => traces.trace(submission)),
    })
    say(`${title}: ${micro(spread(found.plain).median)} without, ${micro(spread(found.traced).median)} with trace`)
    const dearer = ratio(found.traced, found.plain)
    bar(`${title}: structured trace against none`, times(dearer), '≤ 2.5 ×', dearer.median <= 2.5)
  }
}
