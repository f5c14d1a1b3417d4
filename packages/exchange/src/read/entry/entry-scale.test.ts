import { Exact, type Item, type Scheme } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { ScaleClues } from './entry-scale.ts'

const items: Item[] = ['预算数', '支出数'].map((id) => ({ id, type: 'money', unit: '万元' }))
const scheme = { items, measures: [{ id: '执行率', formula: '支出数 / 预算数', type: 'rate' }] } as unknown as Scheme
const last = { items: { 预算数: '25000', 支出数: '23150' } }
const given = new Map([
  ['预算数', Exact.of('260000000')],
  ['支出数', Exact.of('24100')],
])
const farOff = (id: number, before: typeof last | undefined) => {
  const item = items[id]!
  const found = new ScaleClues(scheme, undefined, before, given).farOff(item, given.get(item.id)!)
  return found === undefined ? undefined : [found.clue, found.meant.toText()]
}

describe('a value that is far off', () => {
  test('its own of last year is told, with what it may be', () => {
    expect(farOff(0, last)).toEqual(['25000', '26000'])
  })

  test('another value of the file is told, where nothing is known of it itself', () => {
    expect(farOff(1, undefined)).toEqual(['260000000', '241000000'])
  })

  test('another value, and near to its own of last year, is not: the other one is wrong', () => {
    expect(farOff(1, last)).toBeUndefined()
  })
})
