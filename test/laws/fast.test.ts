import { fastScheme, type RowScores, type Scores, scoreNow } from '@yardstick/engine'
import { type Exact, type Rounding, roundBy } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { prepare, type Ready, randomPairs } from './random/pair.ts'
import { pairCount } from './scale.ts'

/** The fast path beside the reference: to the digit, in every state. */
const PAIRS = pairCount(2_000)

describe('the fast path', () => {
  test('[FP1] gives what the reference gives', { timeout: 7_200_000 }, async () => {
    const different: string[] = []
    for (const pair of randomPairs(500, PAIRS)) {
      const seeds = `seed ${pair.random.seed}/${pair.seed}`
      try {
        const ready = await prepare(pair)
        const found = difference(ready, scoredFast(ready), scoreNow(ready.compiled, ready.submission, ready.group))
        if (found !== undefined) different.push(`${seeds}: ${found}`)
      } catch (error) {
        different.push(`${seeds}: ${error instanceof Error ? error.stack?.slice(0, 600) : String(error)}`)
      }
    }
    expect(different.length === 0 ? [] : [`${different.length} of ${PAIRS}`, ...different.slice(0, 10)]).toEqual([])
  })
})

function scoredFast({ compiled, submission, group }: Ready): RowScores {
  return fastScheme(compiled).score(submission, group === undefined ? {} : { group })
}

/** Where the two part, or undefined. */
function difference({ compiled }: Ready, fast: RowScores, { total, results }: Scores): string | undefined {
  const state = total.state === 'blocked' ? 'blocked' : total.provisional ? 'provisional' : 'final'
  const text = total.total?.toText() ?? null
  if (fast.state !== state || fast.total !== text || fast.grade !== total.grade) {
    return `${fast.state} ${fast.total} ${fast.grade}, not ${state} ${text} ${total.grade}`
  }
  for (const [index, { node }] of compiled.nodes.entries()) {
    const { score, state, provisional } = results.get(node.id)!
    const wanted = score === null || state === 'not-applicable' ? null : printed(score, compiled.rounding.total)
    const seen = [fast.scoreOf(index), fast.stateOf(index), fast.isProvisional(index)]
    if (seen[0] !== wanted || seen[1] !== state || seen[2] !== provisional) {
      return `${node.id} ${seen.join(' ')}, not ${wanted} ${state} ${provisional}`
    }
  }
  return undefined
}

/** As an evaluation prints it: what no finite decimal is, as the total is rounded. */
function printed(score: Exact, total: Rounding): string {
  return (score.decimalDigits === undefined ? roundBy(score, total) : score).toText()
}
