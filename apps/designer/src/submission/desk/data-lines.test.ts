import type { Item } from '@yardstick/model'
import { expect, it } from 'vitest'
import { dataLines } from './data-lines.ts'

const items: Item[] = [
  { id: '支出', type: 'money' },
  { id: '人数', type: 'count' },
]

it('an item has its layers by name, a bare value being reported', () => {
  const verified = { layer: 'verified' as const, value: '90' }
  const lines = dataLines(items, {
    items: { 支出: { layers: [{ layer: 'reported', value: '100' }, verified] }, 人数: 3 },
  })
  expect(lines.map(({ layers }) => layers)).toEqual([
    { reported: { layer: 'reported', value: '100' }, verified },
    { reported: { layer: 'reported', value: 3 } },
  ])
})

it('an item that units report has a line for each unit, also for one that has not reported', () => {
  const lines = dataLines(items, {
    items: { 人数: 3 },
    units: [
      { name: '一中', items: { 支出: 1 } },
      { name: '二中', items: {} },
    ],
  })
  expect(lines.map(({ item, unit, entry }) => [item.id, unit, entry])).toEqual([
    ['支出', '一中', 1],
    ['支出', '二中', undefined],
    ['人数', undefined, 3],
  ])
})
