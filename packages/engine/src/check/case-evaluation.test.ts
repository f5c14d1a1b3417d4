import type { Scheme, SchemeCase } from '@yardstick/model'
import { expect, it } from 'vitest'
import { compile } from '../compile/compile.ts'
import { groupFacts } from '../evaluate/group.ts'
import { caseDifferences, evaluateCase } from './case-evaluation.ts'
import { sha256 } from './check.testing.ts'
import { check } from './check.ts'

const caseOf = (name: string, value: string, total: string | null | undefined): SchemeCase => ({
  name,
  submission: { subject: { department: name }, period: '2024', items: { 得分: value } },
  expected: total === undefined ? {} : { total },
})

/** Ranked by the ratio to the best: who stands alone is in no rank. */
const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 's',
  name: '排名',
  version: '1',
  fullScore: '10',
  items: [{ id: '得分', type: 'number' }],
  indicators: [
    {
      id: 'a',
      name: '排名',
      points: '10',
      actual: '得分',
      scoring: { method: 'rank', rule: { by: 'best' } },
    },
  ],
  cases: [caseOf('甲', '80', '10'), caseOf('乙', '40', '5'), caseOf('单独', '60', null), caseOf('不符', '20', '9')],
}

it('a case holds among the others or by itself; what does neither is told as it is among the others', async () => {
  const compiled = compile(scheme, { sha256 })
  if (!compiled.ok) throw new Error('does not compile')
  const submissions = scheme.cases!.map(({ submission }) => ({ yardstick: 'submission/1', ...submission }) as const)
  const group = await groupFacts(compiled.value, submissions)
  const found = await Promise.all(
    scheme.cases!.map(async (each) => {
      const evaluation = await evaluateCase(compiled.value, each, { sha256, group })
      return [evaluation.total, caseDifferences(evaluation, each.expected).length]
    }),
  )
  expect(found).toEqual([
    ['10', 0],
    ['5', 0],
    [null, 0],
    ['2.5', 1],
  ])
  const issues = (await check(scheme, { sha256 })).filter(({ code }) => code === 'SCHEME_CASE')
  expect(issues.map(({ where, found: value }) => [where, value])).toEqual([[['不符'], { case: '不符', value: '2.5' }]])
})
