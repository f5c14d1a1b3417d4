import { LiveScores } from '@yardstick/engine'
import { compiled, crowd } from '../ours.mjs'
import { inTurns, micro, spread } from '../rounds.mjs'
import { schemeB, submissionsB } from '../scheme-b.mjs'

/** One changed input in 500 leaves, changed and read again; in the browser it is measured by `npm run speed`. */
export async function measure({ say, bar }) {
  crowd()
  const scheme = compiled(schemeB(500))
  const [submission] = submissionsB(500, 1)
  const live = new LiveScores(scheme, submission)
  const items = Object.keys(submission.items)
  let turn = 0
  const change = (count) => {
    for (let n = 0; n < count; n++) {
      const id = items[turn++ % items.length]
      live.change({ kind: 'item', id }, (turn % 90) + 1)
      if (live.read().total === null) throw new Error('no total')
    }
  }
  const { ours } = await inTurns({ ours: change })
  const { median, low, high } = spread(ours)
  say('500 leaves, one input changed and all scores read')
  bar(
    'one changed input in 500 leaves (Node)',
    `${micro(median)} (${micro(low)}..${micro(high)})`,
    '≤ 2 ms',
    median <= 2e6,
  )
}
