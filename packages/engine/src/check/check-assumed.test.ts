import { type Issue, type Leaf, leaves, type Scheme } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { edited, issuesOf, leafOf, schemeOf } from './check.testing.ts'

const rate: Partial<Leaf> = { actual: '满意度', target: { comparator: '>=', value: '95%' }, scoringBasis: 'assumed' }
const steps = { method: 'steps', below: { size: '1%', per: 'percentage-point', deduct: '0.5' } } as const

const assumed = (scheme: Scheme): Promise<Issue[]> => issuesOf(scheme, 'SCORING_ASSUMED')
const leafIn = (scheme: Scheme): Leaf => leaves(scheme)[0]!.node

describe('a method that nobody has looked at', () => {
  it('is told with the words and the rule, until it is confirmed or judged', async () => {
    const standard = '视群众反映情况扣分'
    const scheme = schemeOf([leafOf('a', '10', { ...rate, scoring: { method: 'ratio' }, standard })])
    const [issue, ...others] = await assumed(scheme)
    expect(others).toEqual([])
    expect(issue).toMatchObject({
      pointer: '/indicators/0/scoring',
      expected: standard,
      found: { open: null, zh: '达到目标值（≥95%）得满分，未达到的，按实际完成值÷目标值×分值计分。' },
    })
    expect(issue!.mends!.map(({ label }) => label.zh)).toEqual(['与原文相符', '改为人工评分'])
    for (const { edit } of issue!.mends!) expect(await assumed(edited(scheme, edit))).toEqual([])
    expect(leafIn(edited(scheme, issue!.mend!))).toMatchObject({ scoring: { method: 'ratio' }, standard })
  })

  it('asks only how a part of a step counts, where the rest is said', async () => {
    const leaf = leafOf('a', '10', { ...rate, scoring: steps, standard: '每低1个百分点扣0.5分，扣完为止' })
    const scheme = schemeOf([leaf])
    const [issue] = await assumed(scheme)
    expect(issue).toMatchObject({ found: { open: 'count' } })
    const counts = issue!.mends!.map(({ edit }) => {
      const after = edited(scheme, edit)
      return leafIn(after).scoring
    })
    expect(counts).toEqual(['whole', 'prorata', 'started'].map((count) => ({ ...steps, count })))
    for (const { edit } of issue!.mends!) expect(await assumed(edited(scheme, edit))).toEqual([])
  })

  it('is settled by any other method that somebody sets', async () => {
    const scheme = schemeOf([leafOf('a', '10', { ...rate, scoring: { method: 'ratio' }, standard: '另行规定' })])
    const after = edited(scheme, { type: 'set-scoring', id: 'a', scoring: { method: 'pass' } })
    expect(await assumed(after)).toEqual([])
    expect(leafIn(after).standard).toBe('另行规定')
  })
})
