import { expect, it } from 'vitest'
import { discriminationOf } from './discrimination.ts'

type Sums = Parameters<typeof discriminationOf>[0][number]

const at = (upper: number, lower: number, score: string, points: string): Sums => ({ upper, lower, score, points })
const clear = { upper_room: null, upper_tied: null, lower_room: null, lower_tied: null }

it.each<[string, Sums[], Parameters<typeof discriminationOf>[1], [string?, string?, string?]]>([
  ['the rate above less the rate below', [at(2, 0, '19', '20'), at(0, 2, '11', '20')], clear, ['0.95', '0.55', '0.4']],
  [
    'those between count in neither',
    [at(2, 0, '9', '10'), at(0, 0, '1', '90'), at(0, 2, '9', '10')],
    clear,
    [...(['0.9', '0.9', '0'] as const)],
  ],
  ['below 0 where the poor do better', [at(2, 0, '1', '10'), at(0, 2, '9', '10')], clear, ['0.1', '0.9', '-0.8']],
  // Two share the last place above; both count by half.
  [
    'whoever ties at a border counts in part',
    [at(2, 0, '10', '10'), at(1, 0, '12', '20'), at(0, 2, '0', '10')],
    { ...clear, upper_room: 1, upper_tied: 2 },
    ['0.8', '0', '0.8'],
  ],
  // All of ten have one total: everybody is at both borders.
  [
    'nothing where all are the same',
    [at(1, 1, '70', '100')],
    { upper_room: 3, upper_tied: 10, lower_room: 3, lower_tied: 10 },
    ['0.7', '0.7', '0'],
  ],
  ['none where a group has no score here', [at(2, 0, '9', '10'), at(0, 0, '1', '10')], clear, ['0.9']],
  ['none where nobody has one', [], clear, []],
])('discrimination: %s', (_, sums, borders, [upper, lower, discrimination]) => {
  const found = discriminationOf(sums, borders)
  expect([found.upper?.value, found.lower?.value, found.discrimination?.value]).toEqual([upper, lower, discrimination])
})

it('thirds are exact beside the decimal that is read', () => {
  const { discrimination } = discriminationOf([at(2, 0, '2', '3'), at(0, 2, '1', '3')], clear)
  expect(discrimination).toEqual({ value: '0.3333', exact: '1/3' })
})
