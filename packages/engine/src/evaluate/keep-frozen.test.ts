import type { GroupFacts } from '@yardstick/model'
import { expect, it } from 'vitest'
import { keepFrozen } from './keep-frozen.ts'

/** Values of two leaves, and a rate of one, of each member. */
function facts(...members: [string, string | undefined, string][]): GroupFacts {
  return {
    yardstick: 'group/1',
    scheme: { id: 'demo', hash: 'hash' },
    members: members.map(([甲, 乙, rate], index) => ({
      subject: { department: `单位${index}` },
      values: { 甲, ...(乙 === undefined ? {} : { 乙 }) },
      rates: { 甲: rate },
    })),
  }
}

it('what a change leaves as it is stays as it was frozen, the rest is as it has become', () => {
  const frozen = facts(['1', '10', '1/2'], ['2', '20', '1'])
  // Corrected since: the second has no 乙 any more.
  const before = facts(['1', '10', '1/2'], ['3', undefined, '1'])
  const after = facts(['1', '10', '1/3'], ['9', undefined, '1'])
  expect(keepFrozen({ frozen, before, after }).members.map(({ values, rates }) => [values, rates])).toEqual([
    [{ 乙: '10' }, {}],
    [{ 乙: '20' }, {}],
    [{ 甲: '1' }, { 甲: '1/3' }],
    [{ 甲: '9' }, { 甲: '1' }],
  ])
  expect(keepFrozen({ frozen, before, after: before }).members.slice(0, 2)).toEqual(frozen.members)
})
