import { evaluate, lane, scoreColumns } from '@yardstick/engine'
import { Exact } from '@yardstick/model'
import { columnsOf, roomFor, sha256 } from './ours.mjs'

const NEAR = Exact.ratio(1n, 10n ** 9n)

/**
 * Every leaf score, total and grade of some submissions by the reference, by the fast path over documents and over
 * columns, and by hand. Of the hand-written version also how many of its slips lie where float64 need not slip: it is
 * accepted only with none, since a version that is merely wrong is quick to run.
 */
export async function compareAll(fast, submissions, hand) {
  const { compiled } = fast
  const { nodes } = compiled
  const leaves = nodes.flatMap((node, index) => (node.type === 'leaf' ? [index] : []))
  const columns = overColumns(fast, submissions)
  const out = new Float64Array(leaves.length + 2)
  const found = { documents: 0, columns: 0, hand: 0, unexplained: 0, byReference: 0 }
  for (const [row, submission] of submissions.entries()) {
    const reference = await evaluate(compiled, submission, { sha256, trace: false })
    const expected = [...reference.indicators.map(({ score }) => score), reference.total, reference.grade]
    const scores = fast.score(submission)
    const given = [...nodes.map((_, index) => scores.scoreOf(index)), scores.total, scores.grade]
    if (!isSame(given, expected)) found.documents++
    if (scores.isByReference) found.byReference++
    if (!isSame(columns(row), expected)) found.columns++
    hand(submission, out)
    const slips = leaves.filter((index, n) => Number(expected[index]) !== out[n])
    if (slips.length > 0) found.hand++
    for (const index of slips) {
      if (!(await isDelicate(compiled, submission, nodes[index].node.id))) found.unexplained++
    }
  }
  return found
}

const isSame = (given, expected) => given.length === expected.length && given.every((each, n) => each === expected[n])

/** All rows scored at once; each row as texts. */
function overColumns(fast, submissions) {
  const rows = submissions.length
  const room = roomFor(fast, rows)
  const source = { submissionAt: (row) => submissions[row], group: undefined }
  scoreColumns(fast, columnsOf(fast, submissions, rows), room, { from: 0, to: rows, source })
  const text = (units, digits) => Exact.integer(units).over(Exact.power10(digits)).toText()
  return (row) => {
    if ((room.states[row] & ~lane.UNVERIFIED) !== 0) return []
    const scores = fast.scores.map(({ digits }, index) => text(room.scores[index][row], digits))
    const grade = room.grades[row] < 0 ? null : fast.compiled.grades[room.grades[row]].name
    return [...scores, text(room.totals[row], fast.total.digits), grade]
  }
}

/** The exact value is an edge of the curve or a whole number of steps from one, or the exact score is a tie of rounding. */
async function isDelicate(compiled, submission, id) {
  const traced = await evaluate(compiled, submission, { sha256, language: 'zh' })
  const { trace, exact, score } = traced.indicators.find((each) => each.id === id)
  const near = (value) => value.minus(value.round(0)).abs().atMost(NEAR)
  if (near(Exact.fromText(exact ?? score).times(Exact.integer(200)))) return true
  const x = Exact.fromText(trace.actual ?? '1/3')
  return near(x.times(Exact.integer(100)))
}
