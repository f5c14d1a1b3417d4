import { fastScheme } from '@yardstick/engine'
import { compiled, crowd } from '../ours.mjs'
import { inTurns, micro, ratio, spread, times } from '../rounds.mjs'
import * as a from '../scheme-a.mjs'
import { flatB, handB, handFlatB, schemeB, submissionsB } from '../scheme-b.mjs'

/**
 * One submission after the other, as documents, against the same scheme hand-written in float64. The bar is held over the
 * same documents; beside it stands the hand-written version over flat objects, which have nothing but the fields.
 */
export async function measure({ say, bar }) {
  crowd()
  const forA = a.submissions(10_000)
  await compare('A, 18 leaves', a.scheme, forA, a.flat(forA), a.hand, a.handFlat, 8)
  const forB = submissionsB(120, 2_000)
  await compare('B, 120 leaves', schemeB(120), forB, flatB(forB), handB(120), handFlatB(120), 1.8)

  async function compare(title, document, submissions, flat, hand, handFlat, most) {
    const fast = fastScheme(compiled(document))
    const out = new Float64Array(fast.compiled.nodes.length + 2)
    const over = (list, work) => (count) => {
      for (let n = 0; n < count; n++) work(list[n % list.length])
    }
    const found = await inTurns({
      hand: over(submissions, (submission) => hand(submission, out)),
      flat: over(flat, (fields) => handFlat(fields, out)),
      ours: over(submissions, (submission) => fast.score(submission)),
    })
    say(
      `${title}: hand-written ${micro(spread(found.hand).median)} on documents, ${micro(spread(found.flat).median)} on flat objects; ours ${micro(spread(found.ours).median)}`,
    )
    const same = ratio(found.ours, found.hand)
    bar(`${title}: one document, against hand on documents`, times(same), `≤ ${most} ×`, same.median <= most)
    const other = ratio(found.ours, found.flat)
    bar(`${title}: one document, against hand on flat objects`, times(other), `(≤ ${most} ×: ${other.median <= most})`)
  }
}
