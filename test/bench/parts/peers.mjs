import { evaluate, fastScheme } from '@yardstick/engine'
import { compiled, crowd, sha256 } from '../ours.mjs'
import { rulesEngine, zen } from '../peers.mjs'
import { inTurns, micro, ratio, spread, times } from '../rounds.mjs'
import * as a from '../scheme-a.mjs'

/** Other engines on scheme A: one call for one submission, each over the form of data that is its own. */
export async function measure({ say, bar }) {
  crowd()
  const fast = fastScheme(compiled(a.scheme))
  const submissions = a.submissions(2_000)
  const flat = a.flat(submissions)
  const engines = [
    ['@gorules/zen-engine, one call', await zen(), 80],
    ['json-rules-engine alone', rulesEngine(), 200],
  ]
  for (const [name, score, least] of engines) {
    if (score === undefined) {
      say(`${name}: no binary for this machine`)
      continue
    }
    const wrong = await wrongIn(fast.compiled, submissions, flat, score)
    const found = await inTurns({
      peer: async (count) => {
        for (let n = 0; n < count; n++) await score(flat[n % flat.length])
      },
      ours: (count) => {
        for (let n = 0; n < count; n++) fast.score(submissions[n % submissions.length])
      },
    })
    const { peer, ours } = found
    say(`${name}: ${micro(spread(peer).median)}, ours ${micro(spread(ours).median)}; ${wrong} of ${flat.length} wrong`)
    const faster = ratio(peer, ours)
    bar(`A: against ${name}`, `${times(faster)} faster`, `≥ ${least} ×`, faster.median >= least)
  }
}

/** In how many submissions one of the leaf scores, the total or the grade is another than the reference's. */
async function wrongIn(scheme, submissions, flat, score) {
  let wrong = 0
  for (const [n, submission] of submissions.entries()) {
    const { indicators, total, grade } = await evaluate(scheme, submission, { sha256, trace: false })
    const leaves = indicators.filter((each) => scheme.nodeById.get(each.id).type === 'leaf')
    const given = await score(flat[n])
    const isSame = given.total === Number(total) && given.grade === grade
    if (!isSame || leaves.some((leaf, index) => Number(leaf.score) !== given.scores[index])) wrong++
  }
  return wrong
}
