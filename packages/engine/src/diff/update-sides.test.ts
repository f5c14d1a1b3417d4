import type { UpdateField, UpdateRow } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { updateSides } from './update-sides.ts'

const field = (part: Partial<UpdateField>): UpdateField => ({
  field: 'points',
  kind: 'changed',
  base: '10',
  local: '10',
  upstream: '9',
  taken: 'upstream',
  changed: 'upstream',
  isLocked: false,
  ...part,
})
const row = (fields: UpdateField[], more: Partial<UpdateRow> = {}): UpdateRow => ({
  of: 'indicator',
  id: 'x',
  name: '数量',
  where: ['产出', '数量'],
  changed: 'upstream',
  isLocked: false,
  fields,
  ...more,
})
const nameOf = (id: string) => ({ 效益: '效益指标' })[id]
const whole = { name: '数量', points: '10', children: [{}, { children: [{}, {}] }] }

describe('an update as values beside each other', () => {
  it.each<[string, Partial<UpdateField>, string, string[]]>([
    ['a field', {}, '产出 / 数量：分值', ['10', '10', '9']],
    [
      'a thing as a whole, there or not',
      { field: null, kind: 'removed', base: whole, local: whole, upstream: null },
      '产出 / 数量',
      ['有（10 分，3 个末级指标）', '有（10 分，3 个末级指标）', '无'],
    ],
    [
      'a place, by the name of the parent',
      { field: 'parent', kind: 'moved', base: '产出', local: null, upstream: '效益' },
      '产出 / 数量：所在位置',
      ['“产出”', '最上级', '“效益指标”'],
    ],
    [
      'an order',
      { field: 'children', kind: 'order', base: ['甲', '乙'], local: ['甲', '乙'], upstream: ['乙', '甲'] },
      '产出 / 数量：下级指标的次序',
      ['甲、乙', '甲、乙', '乙、甲'],
    ],
  ])('%s', (_, part, about, [base, local, upstream]) => {
    const of = row([field(part)])
    expect(updateSides(of, of.fields[0]!, 'zh', nameOf)).toMatchObject({ about, base, local, upstream })
  })

  it('of the scheme and of an item', () => {
    const head = row([field({ field: 'rounding/leaf', base: null, local: { digits: 1 }, upstream: 'none' })], {
      of: 'scheme',
      where: [],
      name: '甲',
    })
    expect(updateSides(head, head.fields[0]!, 'zh')).toEqual({
      about: '舍入 / 末级指标',
      label: '舍入 / 末级指标',
      base: '空',
      local: '保留 1 位小数',
      upstream: '不舍入',
    })
    const item = row([field({ field: 'unit', base: '元', local: '元', upstream: '万元' })], {
      of: 'item',
      where: ['支出'],
      name: '支出',
    })
    expect(updateSides(item, item.fields[0]!, 'zh')).toMatchObject({ about: '数据项“支出”：单位', upstream: '万元' })
  })
})
