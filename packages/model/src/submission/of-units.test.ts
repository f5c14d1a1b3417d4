import { describe, expect, it } from 'vitest'
import type { Item } from '../schema/item.ts'
import { canBeJoined, unitItems } from './of-units.ts'

describe('the values of units become one value, or do not', () => {
  it.each<[string, Pick<Item, 'type' | 'aggregate'>, boolean]>([
    ['a sum of money', { type: 'money', aggregate: { rule: 'sum' } }, true],
    ['a rate weighted by another item', { type: 'rate', aggregate: { rule: 'weighted', by: '人数' } }, true],
    ['the latest day', { type: 'date', aggregate: { rule: 'max' } }, true],
    ['a sum of days', { type: 'date', aggregate: { rule: 'sum' } }, false],
    ['records one after the other', { type: 'list', aggregate: { rule: 'sum' } }, true],
    ['the largest of lists', { type: 'list', aggregate: { rule: 'max' } }, false],
    ['texts', { type: 'text', aggregate: { rule: 'sum' } }, false],
    ['what its scheme refuses', { type: 'count', aggregate: { rule: 'refuse' } }, false],
    ['what says nothing of units', { type: 'count' }, false],
  ])('%s', (_, item, expected) => {
    expect(canBeJoined(item)).toBe(expected)
  })
})

it('a table of units asks for what a department can give, and shows what is there', () => {
  const aggregate = { rule: 'sum' } as const
  const items: Item[] = [
    { id: '支出', type: 'money', aggregate },
    { id: '任务', type: 'list', aggregate },
    { id: '制度', type: 'text' },
    { id: '事故数', type: 'count', aggregate, filledBy: '评价机构' },
  ]
  const ids = (units?: { name: string; items: { [id: string]: number } }[]) =>
    unitItems({ items }, units === undefined ? undefined : { units }).map(({ id }) => id)
  expect(ids()).toEqual(['支出'])
  expect(ids([{ name: '一所', items: { 事故数: 0 } }])).toEqual(['支出', '事故数'])
})
