import type { Item } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { isVerified, movedUnit, readUnitCell } from './unit-cell.ts'

const money: Item = { id: '支出', type: 'money', unit: '万元', mayBeNotApplicable: true }
const rate: Item = { id: '满意度', type: 'rate' }

describe('a cell of a unit', () => {
  it.each([
    ['a value', money, '30.5', undefined, { value: '30.5' }],
    ['a rate under its %', rate, '95', undefined, { value: '95%' }],
    ['a value in the unit over its column', money, '305000', '元', { value: '30.5' }],
    ['空缺 with its reason', money, '空缺：尚未决算', undefined, { state: 'missing', why: '尚未决算' }],
    ['不适用 with its reason', money, '不适用：无此业务', undefined, { state: 'not-applicable', why: '无此业务' }],
    ['nothing, which takes away what was there', money, '', undefined, {}],
  ])('%s', (_, item, typed, head, said) => {
    const entry = { of: 'items', id: item.id, unit: '一所', layer: 'reported', ...said }
    expect(readUnitCell(item, '一所', typed, head)).toEqual({ entry })
  })

  it('is asked about where it can be meant in two ways', () => {
    expect(readUnitCell(rate, '一所', '0.95')).toMatchObject({ question: 'rate' })
  })
})

it('a unit with another name keeps what was reported of it, and its reasons', () => {
  const layer = { layer: 'reported', state: 'missing', why: '未决算', who: '甲局', when: '2025' } as const
  const unit = { name: '一所', items: { 支出: { layers: [layer] }, 满意度: '95%' } }
  const [spent, rated] = ['支出', '满意度'].map((id) => ({ of: 'items', id, layer: 'reported' }))
  expect(movedUnit(unit, '一大队')).toEqual([
    { ...spent, unit: '一大队', state: 'missing', why: '未决算' },
    { ...spent, unit: '一所' },
    { ...rated, unit: '一大队', value: '95%' },
    { ...rated, unit: '一所' },
  ])
  expect(movedUnit(unit)).toEqual([spent, rated].map((each) => ({ ...each, unit: '一所' })))
  expect(isVerified(unit)).toBe(false)
  expect(isVerified({ ...unit, items: { 支出: { layers: [layer, { ...layer, layer: 'verified' }] } } })).toBe(true)
})
