import { expect, it } from 'vitest'
import { absentReason } from './absent-reason.ts'

it.each([
  ['not-applicable', '不适用：无此业务', '无此业务'],
  ['not-applicable', 'N/A: no such service', 'no such service'],
  ['not-applicable', '不适用（已撤并）', '已撤并'],
  ['not-applicable', '不适用', ''],
  ['not-applicable', '不适用于本单位', undefined],
  ['missing', '空缺：尚未决算，待批（三月）', '尚未决算，待批（三月）'],
  ['missing', '空缺（见附件（一））', '见附件（一）'],
  ['missing', '空缺(尚未决算', '尚未决算'],
  ['missing', '12', undefined],
] as const)('%s typed as %s has its reason as it was typed', (state, typed, reason) => {
  expect(absentReason(state, typed)).toBe(reason)
})
