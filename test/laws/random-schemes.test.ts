import { type Evaluation, Exact, validate } from '@yardstick/model'
import { beforeAll, describe, expect, test } from 'vitest'
import { evaluated, type Pair, prepare, type Ready, randomPairs } from './random/pair.ts'
import { permuted } from './random/permuted.ts'
import { pairCount } from './scale.ts'

/**
 * The laws of scoring, held against random schemes and submissions (LAWS.md of the engine). Every pair is scored once and
 * each law looks at the result; what breaks a law is listed with the seeds that make it again.
 */
const PAIRS = pairCount(2_000)

interface Seen {
  readonly pair: Pair
  readonly ready: Ready
  readonly evaluation: Evaluation
}

/** What is wrong with one pair, in words; nothing where the law holds. */
type Law = (seen: Seen) => string | undefined | Promise<string | undefined>

const GOOD = '[E1] a random scheme is valid, has no error, and is scored'
const AGAIN = '[E5] an evaluation made again, in another language or without its trace has the same scores'

const laws: { readonly [title: string]: Law } = {
  [GOOD]: ({ ready }) => {
    const found = ready.compiled.issues.find((each) => each.severity === 'error')
    return found && `${found.code} at ${found.pointer}`
  },
  '[E2] the addends that are shown add up to the score that is shown': ({ ready, evaluation }) =>
    branchAddends(ready, evaluation) ?? totalLines(evaluation),
  '[E3] no score is below 0 or above its points, and no total above its ceiling': inBounds,
  '[E4] siblings, items, measures and rules in another order give the same scores': async ({ pair, evaluation }) => {
    const other = permuted(pair)
    return difference(evaluation, await evaluated(await prepare(other), { trace: false }))
  },
  [AGAIN]: async (seen) => {
    const { ready, evaluation } = seen
    const english = await evaluated(ready, { language: 'en' })
    return difference(evaluation, english) ?? difference(evaluation, await evaluated(ready, { trace: false }))
  },
  '[E6] a total is there or what keeps it back is said': stateIsSaid,
  '[E7] an evaluation is a valid document': ({ evaluation }) => {
    const result = validate('evaluation', evaluation)
    return result.ok ? undefined : JSON.stringify(result.issues.slice(0, 3))
  },
}

describe('laws of scoring on random schemes', () => {
  const broken = new Map<string, string[]>(Object.keys(laws).map((title) => [title, []]))
  const count = { pairs: 0, final: 0, provisional: 0, blocked: 0 }

  beforeAll(async () => {
    for (const pair of randomPairs(100, PAIRS)) {
      const seeds = `seed ${pair.random.seed}/${pair.seed}`
      const before = JSON.stringify([pair.scheme, pair.submission])
      count.pairs++
      try {
        const ready = await prepare(pair)
        const evaluation = await evaluated(ready)
        count[evaluation.state]++
        for (const [title, law] of Object.entries(laws)) {
          const found = await law({ pair, ready, evaluation })
          if (found !== undefined) broken.get(title)!.push(`${seeds}: ${found}`)
        }
      } catch (error) {
        broken.get(GOOD)!.push(`${seeds}: ${error instanceof Error ? error.stack?.slice(0, 400) : String(error)}`)
      }
      if (JSON.stringify([pair.scheme, pair.submission]) !== before)
        broken.get(AGAIN)!.push(`${seeds}: changed its input`)
    }
  }, 7_200_000)

  test.each(Object.keys(laws))('%s', (title) => {
    const found = broken.get(title)!
    expect(found.length === 0 ? [] : [`${found.length} of ${count.pairs}`, ...found.slice(0, 5)]).toEqual([])
  })

  test('[E8] enough of them come to a total, and enough do not', () => {
    expect(count.pairs).toBe(PAIRS)
    expect(count.final).toBeGreaterThan(PAIRS * 0.35)
    expect(count.provisional).toBeGreaterThan(PAIRS * 0.03)
    expect(count.blocked).toBeGreaterThan(PAIRS * 0.1)
  })
})

/** Under a sum: the children's printed scores, what is redistributed and what is cut off. */
function branchAddends({ compiled }: Ready, { indicators }: Evaluation): string | undefined {
  const printed = new Map(indicators.map((each) => [each.id, each]))
  for (const { id, score, trace } of indicators) {
    if (trace === undefined || !('combine' in trace) || trace.combine !== 'sum' || score === null) continue
    const amounts = [...trace.addends.map((each) => each.score), trace.redistributed ?? '0', trace.limited ?? '0']
    const total = amounts.reduce((sum, amount) => sum.plus(Exact.fromText(amount)!), Exact.zero)
    const exact = printed.get(id)?.exact
    if (!total.equals(Exact.fromText(score)!) && !total.equals(Exact.fromText(exact ?? score)!)) {
      return `${id} ${score}, addends ${amounts.join(' + ')}`
    }
    const node = compiled.nodeById.get(id)!
    for (const addend of trace.addends) {
      const child = printed.get(addend.id)!
      if (compiled.nodeById.get(addend.id)!.parent !== node) return `${addend.id} is no child of ${id}`
      if (child.score !== null && child.score !== addend.score && child.exact !== addend.score) {
        return `${id} adds ${addend.score} of ${addend.id}, which prints ${child.score}`
      }
    }
  }
  return undefined
}

function totalLines({ lines, total }: Evaluation): string | undefined {
  if (total === null) return lines.length === 0 ? undefined : 'lines without a total'
  const sum = lines.reduce((so, { amount }) => so.plus(Exact.fromText(amount)!), Exact.zero)
  return sum.equals(Exact.of(total))
    ? undefined
    : `total ${total}, lines ${lines.map((each) => each.amount).join(' + ')}`
}

function inBounds({ ready, evaluation }: Seen): string | undefined {
  for (const { id, points, score, exact } of evaluation.indicators) {
    for (const text of [score, exact]) {
      if (text === null || text === undefined) continue
      const value = Exact.fromText(text)!
      if (value.sign < 0 || Exact.of(points).lessThan(value)) return `${id}: ${text} of ${points}`
    }
  }
  if (evaluation.total === null) return undefined
  const total = Exact.of(evaluation.total)
  const isWithin = total.sign >= 0 && total.atMost(ready.compiled.ceiling)
  return isWithin ? undefined : `total ${evaluation.total}`
}

function stateIsSaid({ evaluation }: Seen): string | undefined {
  const { state, total, grade, indicators, missing, findings } = evaluation
  if ((state === 'blocked') !== (total === null)) return `${state} with total ${total}`
  if (state === 'blocked' && grade !== null) return 'blocked with a grade'
  const isSaid = missing.length > 0 || findings.some((each) => each.severity === 'error')
  if (state === 'blocked' && !isSaid) {
    const nothingApplies = indicators.every((each) => each.kind === 'bonus' || each.state === 'not-applicable')
    if (!nothingApplies && !indicators.some((each) => each.state === 'error')) return 'blocked, and nobody says why'
  }
  for (const each of indicators) {
    if (each.state === 'not-applicable' && each.score !== null) return `${each.id} does not apply and has a score`
    if (each.state === 'present' && each.score === null) return `${each.id} is there and has no score`
    if (each.state === 'error' && each.score !== null) return `${each.id} is an error and has a score`
    if (each.sentence === '') return `${each.id} has no sentence`
  }
  return undefined
}

/** Total, grade, state and every indicator's score and state. */
function difference(a: Evaluation, b: Evaluation): string | undefined {
  for (const key of ['total', 'exact', 'grade', 'state'] as const) {
    if (a[key] !== b[key]) return `${key} ${a[key]} and ${b[key]}`
  }
  const other = new Map(b.indicators.map((each) => [each.id, each]))
  for (const { id, score, state, exact } of a.indicators) {
    const found = other.get(id)
    if (found?.score !== score || found.state !== state || found.exact !== exact) {
      return `${id} ${score} ${state} and ${found?.score} ${found?.state}`
    }
  }
  return undefined
}
