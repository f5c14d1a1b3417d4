import { describe, expect, it } from 'vitest'
import { changeOf, earlierOf, withoutPartner } from './years.ts'

const campaign = (id: string, period: string, region = '360100') => ({ id, period, region })

describe('a campaign is held against', () => {
  const others = [campaign('a', '2022'), campaign('b', '2023', '360200'), campaign('c', '2021'), campaign('d', '2025')]
  it.each([
    ['the period before it in its own region', campaign('e', '2024'), 'a'],
    ['another region where its own has none', campaign('e', '2024', '110000'), 'b'],
    ['nothing where nothing is earlier', campaign('e', '2021'), undefined],
    ['never itself', campaign('c', '2021'), undefined],
  ])('%s', (_, own, expected) => {
    expect(earlierOf(own, others)?.id).toBe(expected)
  })
})

const standing = (total: string | null, fullScore: string | null) => ({
  ...{ submission: 's', grade: null, rank: null },
  ...{ total, fullScore },
})

describe('what changed is told', () => {
  it.each([
    ['in points where full scores are the same', ['80', '100'], ['85', '100'], '5', '0.05'],
    ['by the rate where they are not', ['85', '100'], ['73', '80'], null, '0.0625'],
  ] as const)('%s', (_, [then, of], [now, ofNow], difference, rate) => {
    const change = changeOf({ before: standing(then, of), after: standing(now, ofNow), difference })
    expect([change?.points, change?.rate.toText()]).toEqual([difference, rate])
  })

  it('not at all where one of them has no total', () => {
    const none = { before: standing(null, '100'), after: standing('80', '100'), difference: null }
    expect(changeOf(none)).toBeNull()
    expect(changeOf({ ...none, before: standing(null, null) })).toBeNull()
  })
})

it('indicators of one year only have no partner', () => {
  const side = { name: '', points: '10', rate: null }
  const of = (id: string, before: boolean, after: boolean) => ({
    ...{ id, name: id, path: [], count: 0, up: 0, down: 0 },
    before: before ? side : null,
    after: after ? side : null,
  })
  const { after: now, before: gone } = withoutPartner([
    of('both', true, true),
    of('new', false, true),
    of('gone', true, false),
  ])
  expect([now, gone].map((each) => each.map(({ id }) => id))).toEqual([['new'], ['gone']])
})
