import { describe, expect, it } from 'vitest'
import { type ComparedRow, earlierOf, fallsFirst } from './comparison.ts'

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

it('falls come first, and those who cannot be compared last', () => {
  const none = { total: null, grade: null, rank: null }
  const row = (place: number, difference: string | null): ComparedRow => {
    const department = { id: String(place), name: '', type: '', region: '' }
    return { place, department, project: '', before: none, after: none, difference }
  }
  const places = fallsFirst([row(1, '3.5'), row(2, '0'), row(3, '-2'), row(4, null)]).map(({ place }) => place)
  expect(places).toEqual([3, 2, 1, 4])
})
