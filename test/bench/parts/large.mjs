import { fastScheme, scoreColumns } from '@yardstick/engine'
import { columnsOf, compiled, crowd, roomFor } from '../ours.mjs'
import { inTurns, micro, ratio, spread, times } from '../rounds.mjs'
import { schemeB, submissionsB } from '../scheme-b.mjs'

/** Amounts in 元 whose products pass 2^53, against ordinary ones; both sides are ours. */
export async function measure({ say, bar }) {
  crowd()
  const fast = fastScheme(compiled(schemeB(120)))
  const ordinary = submissionsB(120, 2_000)
  const large = submissionsB(120, 2_000, 'large')
  const documents = (submissions) => (count) => {
    for (let n = 0; n < count; n++) fast.score(submissions[n % submissions.length])
  }
  const columns = (submissions) => {
    const rows = 20_480
    const [given, room] = [columnsOf(fast, submissions, rows), roomFor(fast, rows)]
    const source = { submissionAt: (row) => submissions[row % submissions.length], group: undefined }
    return (count) => {
      for (let n = 0; n < count; n++) scoreColumns(fast, given, room, { from: 0, to: rows, source })
    }
  }
  const found = await inTurns({
    ordinary: documents(ordinary),
    large: documents(large),
    ordinaryColumns: columns(ordinary),
    largeColumns: columns(large),
  })
  say(`B, one document: ordinary ${micro(spread(found.ordinary).median)}, large ${micro(spread(found.large).median)}`)
  const one = ratio(found.large, found.ordinary)
  bar('B, large amounts against ordinary ones, documents', times(one), '≤ 3 ×', one.median <= 3)
  const many = ratio(found.largeColumns, found.ordinaryColumns)
  bar('B, large amounts against ordinary ones, columns', times(many), '≤ 3 ×', many.median <= 3)
}
