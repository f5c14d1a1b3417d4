import { Exact, type Indicator, type Scheme, type Submission, sum } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../check/check.testing.ts'
import { compile } from '../compile/compile.ts'
import { evaluate } from '../evaluate/evaluate.ts'

const leaf = (id: string, points: string, weight?: string): Indicator => ({
  ...{ id, name: id, points, scoring: { method: 'formula', formula: `${id}数` } },
  ...(weight === undefined ? {} : { weight }),
})

const branch = (combine: 'sum' | 'best-of' | 'minimum' | 'weighted-mean', children: Indicator[]): Indicator => ({
  ...{ id: '上', name: '上', points: '60', combine, children },
})

/** With 丁 beside it, which is worth 40 and has 30. */
async function evaluated(top: Indicator, values: Readonly<Record<string, number>>) {
  const items = Object.fromEntries(Object.entries({ ...values, 丁: 30 }).map(([id, value]) => [`${id}数`, value]))
  const scheme: Scheme = {
    ...{ yardstick: 'scheme/1', id: 's', name: '试', version: '1', fullScore: '100' },
    items: Object.keys(items).map((id) => ({ id, type: 'number' })),
    indicators: [top, leaf('丁', '40')],
  }
  const compiled = compile(scheme, { sha256 })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
  const submission: Submission = { yardstick: 'submission/1', subject: { department: '局' }, period: '2024', items }
  return evaluate(compiled.value, submission, { sha256 })
}

describe('what leaves lost are points of the total', () => {
  test.each([
    ['a sum', branch('sum', [leaf('甲', '40'), leaf('乙', '20')]), { 甲: 30, 乙: 15 }, { 甲: '10', 乙: '5', 丁: '10' }],
    [
      'the best of several',
      branch('best-of', [leaf('甲', '60'), leaf('乙', '60')]),
      { 甲: 50, 乙: 10 },
      { 甲: '10', 丁: '10' },
    ],
    [
      'the least of several',
      branch('minimum', [leaf('甲', '60'), leaf('乙', '60')]),
      { 甲: 50, 乙: 10 },
      { 乙: '50', 丁: '10' },
    ],
    [
      'a mean by weights',
      branch('weighted-mean', [leaf('甲', '10', '3'), leaf('乙', '20', '1')]),
      { 甲: 8, 乙: 10 },
      { 甲: '9', 乙: '7.5', 丁: '10' },
    ],
  ])('%s', async (_, top, values, expected) => {
    const { lost, total } = await evaluated(top, values)
    expect(Object.fromEntries(lost.map(({ id, lost }) => [id, lost]))).toEqual(expected)
    expect(
      Exact.integer(100)
        .minus(sum(lost.map(({ lost }) => Exact.of(lost))))
        .toText(),
    ).toBe(total)
  })
})
