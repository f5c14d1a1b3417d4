import { expect, it } from 'vitest'
import { issuesOf, leafOf, schemeOf, uncured } from './check.testing.ts'

it('a target in 万元 of what is counted in 个 takes the one unit, or gives it the other', async () => {
  const target = { comparator: '>=', value: '50', unit: '万元', written: '不少于50万元' } as const
  const scheme = schemeOf([leafOf('a', '10', { actual: '完成数', target, scoring: { method: 'ratio' } })])
  // It is not said to be missing as well.
  const [found, ...rest] = await issuesOf(scheme)
  expect([found!.code, ...rest]).toEqual(['SCORING_TARGET_UNIT'])
  expect(found!.mends!.map(({ label }) => label.zh)).toEqual(['目标值的单位改为“个”', '数据项的单位改为“万元”'])
  expect(await uncured(scheme, found!)).toEqual([])
})
