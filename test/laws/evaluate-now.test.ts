import { evaluate, evaluateNow, fastScheme } from '@yardstick/engine'
import { expect, test } from 'vitest'
import { prepare, randomPairs, sha256 } from './random/pair.ts'
import { pairCount } from './scale.ts'

test('[E17] an evaluation made at once is the evaluation without its trace, to the letter', async () => {
  const count = { pairs: 0, plain: 0, exact: 0 }
  for (const pair of randomPairs(150, pairCount(400))) {
    const { compiled, submission, group } = await prepare(pair)
    for (const language of ['zh', 'en'] as const) {
      const options = { sha256, language, ...(group === undefined ? {} : { group }) }
      const found = evaluateNow(compiled, submission, options)
      const expected = await evaluate(compiled, submission, { ...options, trace: false })
      expect(JSON.stringify(found), `seed ${pair.random.seed}/${pair.seed}`).toBe(JSON.stringify(expected))
      count.pairs++
      if (fastScheme(compiled).score(submission, options).isPlain) {
        count.plain++
        if (found.indicators.some(({ exact }) => exact !== undefined)) count.exact++
      }
    }
  }
  // Enough of them come by the fast path, and with something that was rounded away.
  expect(count.plain).toBeGreaterThan(count.pairs / 50)
  expect(count.exact).toBeGreaterThan(0)
}, 7_200_000)
