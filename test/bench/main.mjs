import { createHash } from 'node:crypto'
import { cpus } from 'node:os'
import { compile, evaluate } from '@yardstick/engine'
import { Exact, validate } from '@yardstick/model'
import * as a from './scheme-a.mjs'
import { handB, schemeB, submissionsB } from './scheme-b.mjs'

/**
 * The reference evaluator against the same scheme hand-written in float64, both in one run, so that only ratios count.
 * Speed is measured after equality: a hand version is accepted only if every score it gets wrong lies where float64
 * cannot know better — on an edge of the rule or on a tie of the rounding.
 */
const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const ROUNDS = 11
const NEAR = Exact.ratio(1n, 10n ** 9n)

console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}`)
const B = 120
await measure('A, 18 leaves of a seed report', a.scheme, a.submissions(10_000), a.hand, a.leafCount)
await measure(`B, ${B} leaves of nine kinds`, schemeB(B), submissionsB(B, 1_000), handB(B), B)

async function measure(title, document, submissions, hand, leafCount) {
  const scheme = validate('scheme', document)
  if (!scheme.ok) throw new Error(JSON.stringify(scheme.issues[0]))
  const started = performance.now()
  const compiled = compile(scheme.value, { sha256 })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues[0]))
  const compileMs = performance.now() - started
  const agreement = await compare(compiled.value, submissions, hand, leafCount)
  const some = submissions.slice(0, 200)
  const out = new Float64Array(leafCount + 1)
  const reference = async (trace) => {
    for (const submission of some) await evaluate(compiled.value, submission, { sha256, trace })
  }
  const byHand = () => {
    for (let round = 0; round < 50; round++) for (const submission of submissions) hand(submission, out)
  }
  await reference(true)
  byHand()
  const times = { hand: [], trace: [], plain: [] }
  for (let round = 0; round < ROUNDS; round++) {
    times.hand.push((await clocked(byHand)) / (50 * submissions.length))
    times.trace.push((await clocked(() => reference(true))) / some.length)
    times.plain.push((await clocked(() => reference(false))) / some.length)
  }
  const row = (name, list) => {
    const sorted = [...list].sort((x, y) => x - y)
    const ratios = list.map((ms, round) => ms / times.hand[round]).sort((x, y) => x - y)
    const micro = (ms) => (ms * 1000).toFixed(ms < 0.01 ? 3 : 0)
    return `${name.padEnd(34)} ${micro(sorted[5]).padStart(8)} µs  ${(1000 / sorted[5]).toFixed(0).padStart(9)}/s  ${ratios[5].toFixed(0).padStart(6)} × hand (${ratios[1].toFixed(0)}..${ratios[9].toFixed(0)})`
  }
  console.log(`\n${title}; compiled in ${compileMs.toFixed(1)} ms`)
  console.log(row('hand-written float64', times.hand))
  console.log(row('reference, scores only', times.plain))
  console.log(row('reference, full trace and sentences', times.trace))
  console.log(
    `hand-written wrong in ${agreement.wrong} of ${submissions.length} submissions (${agreement.leaves} leaf scores), ${agreement.unexplained} of them not on an edge or tie`,
  )
  if (agreement.unexplained > 0) {
    console.log('the hand-written version is not accepted: it is wrong where float64 need not be')
    process.exitCode = 1
  }
}

/** Where the hand version differs from the reference, and whether each difference lies on an edge or a rounding tie. */
async function compare(compiled, submissions, hand, leafCount) {
  const out = new Float64Array(leafCount + 1)
  const result = { wrong: 0, leaves: 0, unexplained: 0 }
  for (const submission of submissions) {
    const evaluation = await evaluate(compiled, submission, { sha256, trace: false })
    hand(submission, out)
    const leaves = evaluation.indicators.filter((each) => compiled.nodeById.get(each.id).type === 'leaf')
    let isWrong = false
    for (const [n, leaf] of leaves.entries()) {
      if (leaf.score === null) throw new Error(`${leaf.id} has no score`)
      if (Number(leaf.score) === out[n]) continue
      isWrong = true
      result.leaves++
      if (!(await isDelicate(compiled, submission, leaf))) result.unexplained++
    }
    if (isWrong) result.wrong++
  }
  return result
}

/** The exact value is an edge of the curve or a whole number of steps from one, or the exact score is a tie of rounding. */
async function isDelicate(compiled, submission, leaf) {
  const traced = await evaluate(compiled, submission, { sha256, language: 'zh' })
  const { trace } = traced.indicators.find((each) => each.id === leaf.id)
  const near = (value) => value.minus(value.round(0)).abs().atMost(NEAR)
  const score = Exact.fromText(leaf.exact ?? leaf.score)
  if (near(score.times(Exact.integer(200)))) return true
  const x = Exact.fromText(trace.actual ?? '1/3')
  return near(x.times(Exact.integer(100)))
}

async function clocked(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}
