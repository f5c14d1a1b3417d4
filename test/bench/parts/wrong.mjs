import { fastScheme } from '@yardstick/engine'
import { compareAll } from '../agreement.mjs'
import { compiled } from '../ours.mjs'
import { data } from '../random.mjs'
import * as a from '../scheme-a.mjs'
import { handB, schemeB, submissionsB } from '../scheme-b.mjs'

/** Whether every score is the reference's, to the digit, before anything is said of speed. */
export async function measure({ say, bar }) {
  for (const kind of data) {
    await count('A, 18 leaves', a.scheme, a.submissions(10_000, kind), a.hand, kind)
    await count('B, 120 leaves', schemeB(120), submissionsB(120, 2_000, kind), handB(120), kind)
  }

  async function count(title, document, submissions, hand, kind) {
    const found = await compareAll(fastScheme(compiled(document)), submissions, hand)
    const of = submissions.length
    say(
      `${title}, ${kind}: hand-written float64 wrong in ${found.hand} of ${of}; ${found.byReference} scored by the reference`,
    )
    const wrong = found.documents + found.columns
    bar(`${title}, ${kind}: wrong`, `${found.documents} + ${found.columns} of ${of}`, '0', wrong === 0)
    if (found.unexplained > 0 && kind !== 'large') {
      say(`the hand-written version is not accepted: ${found.unexplained} scores are wrong where float64 need not be`)
    }
  }
}
