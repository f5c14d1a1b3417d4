import { validate } from '@yardstick/model'
import fc from 'fast-check'
import { test } from 'vitest'
import { condition, context, scorings, target } from './arbitrary.testing.ts'
import { isEqual } from './phrase/equal.ts'
import { printStandard, readStandard } from './standard/standard.ts'

test('brief', () => {
  for (const [method, arb] of Object.entries(scorings))
    for (const language of ['zh', 'en'] as const) {
      const t0 = Date.now()
      const r = fc.check(
        fc.property(arb, context, (rule, leaf) => {
          const v = validate('scheme', {
            yardstick: 'scheme/1',
            id: 's',
            name: 's',
            version: '1',
            fullScore: '10',
            items: [],
            indicators: [{ id: 'i', name: 'i', points: '10', scoring: rule }],
          })
          if (!v.ok) throw new Error('INVALID ' + JSON.stringify(v.issues).slice(0, 300))
          const text = printStandard(rule, leaf, language)
          const back = readStandard(text, leaf, language)
          if (!back.ok || !isEqual(back.value, rule))
            throw new Error(text + '\n   → ' + JSON.stringify(back).slice(0, 600))
        }),
        { numRuns: Number(process.env['RUNS'] ?? 300), seed: Number(process.env['SEED'] ?? 1) },
      )
      console.log(
        method,
        language,
        r.failed ? 'FAILED' : 'ok',
        Date.now() - t0,
        r.failed
          ? JSON.stringify(r.counterexample)?.slice(0, 700) +
              '\n   ' +
              String((r.errorInstance as Error)?.message).slice(0, 900)
          : '',
      )
    }
}, 600000)
