import { type Language, type Leaf, type Scoring, type ScoringMethod, validate } from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { context, scorings } from '../arbitrary.testing.ts'
import { standardRows } from './standard.rows.testing.ts'
import { printStandard, readStandard } from './standard.ts'

const languages: readonly Language[] = ['zh', 'en']
const RUNS = { numRuns: 500, seed: 20250117 }

describe('a rule prints its 评分标准', () => {
  for (const row of standardRows) {
    test(row.title, () => {
      expect(printStandard(row.scoring, row.context, 'zh')).toBe(row.zh)
      expect(printStandard(row.scoring, row.context, 'en')).toBe(row.en)
    })
    test(`${row.title}, read back`, () => {
      for (const language of languages) {
        expect(readStandard(row[language], row.context, language)).toEqual({ ok: true, value: row.scoring })
      }
    })
  }
})

describe('[W1] reading a printed 评分标准 gives the same rule', () => {
  for (const [method, scoring] of Object.entries(scorings) as [ScoringMethod, fc.Arbitrary<Scoring>][]) {
    for (const language of languages) {
      test(`${method}, ${language}`, () => {
        fc.assert(
          fc.property(scoring, context, (rule, leaf) => {
            expect(isValid(rule)).toBe(true)
            const text = printStandard(rule, leaf, language)
            expect(text).not.toBe('')
            expect(readStandard(text, leaf, language)).toEqual({ ok: true, value: rule })
          }),
          RUNS,
        )
      })
    }
  }
})

/** Valid by the scheme's schema and already in canonical decimals. */
function isValid(scoring: Scoring): boolean {
  const scheme = {
    yardstick: 'scheme/1',
    id: 's',
    name: 's',
    version: '1',
    fullScore: '10',
    items: [],
    indicators: [{ id: 'i', name: 'i', points: '10', scoring }],
  }
  const result = validate('scheme', scheme)
  if (!result.ok) return false
  expect((result.value.indicators[0] as Leaf).scoring).toEqual(scoring)
  return true
}
