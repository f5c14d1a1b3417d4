import { fastScheme, scoreColumns } from '@yardstick/engine'
import { columnsOf, compiled, crowd, roomFor } from '../ours.mjs'
import { inTurns, ratio, spread, times } from '../rounds.mjs'
import * as a from '../scheme-a.mjs'
import { flatB, handB, handFlatB, schemeB, submissionsB } from '../scheme-b.mjs'

/**
 * Leaf scores and totals of a million rows in columns, against the hand-written version over ten thousand objects again
 * and again. The bar is held against flat objects, the quicker of the two ways to hand a programmer the data.
 */
export async function measure({ say, bar }) {
  crowd()
  const forA = a.submissions(10_000)
  await compare('A', a.scheme, forA, a.flat(forA), a.hand, a.handFlat, { rows: 1_000_000, most: 1.3 })
  const forB = submissionsB(120, 2_000)
  await compare('B', schemeB(120), forB, flatB(forB), handB(120), handFlatB(120), { rows: 200_000, most: 0.25 })

  async function compare(title, document, submissions, flat, hand, handFlat, { rows, most }) {
    const fast = fastScheme(compiled(document))
    const [given, room] = [columnsOf(fast, submissions, rows), roomFor(fast, rows)]
    const out = new Float64Array(fast.compiled.nodes.length + 2)
    const over = (list, work) => (count) => {
      for (let n = 0; n < count; n++) for (let row = 0; row < rows; row++) work(list[row % list.length], out)
    }
    const found = await inTurns(
      {
        hand: over(submissions, hand),
        flat: over(flat, handFlat),
        ours: (count) => {
          for (let n = 0; n < count; n++) scoreColumns(fast, given, room, { from: 0, to: rows })
        },
      },
      { warmMs: 1_500 },
    )
    const ns = (list) => `${(spread(list).median / rows).toFixed(0)} ns`
    say(
      `${title}, ${rows.toLocaleString('en')} rows: hand-written ${ns(found.hand)} a row on documents, ${ns(found.flat)} on flat objects; ours ${ns(found.ours)}`,
    )
    const same = ratio(found.ours, found.flat)
    bar(`${title}: columns, against hand on flat objects`, times(same), `≤ ${most} ×`, same.median <= most)
    const other = ratio(found.ours, found.hand)
    bar(`${title}: columns, against hand on documents`, times(other), `(≤ ${most} ×: ${other.median <= most})`)
  }
}
