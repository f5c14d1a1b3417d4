import type { Conflict } from '@yardstick/model'
import { expect, it } from 'vitest'
import { conflict } from './conflict.testing.ts'
import { conflictSides } from './conflict-sides.ts'

const nameOf = (id: string) => ({ 效益: '效益指标' })[id]

it.each<[string, Partial<Conflict>, string[]]>([
  ['a field', { field: 'points', mine: '8', theirs: '9' }, ['产出 / 数量：分值', '8', '9']],
  ['a field that one has emptied', { field: 'code', mine: '1.1', theirs: null }, ['产出 / 数量：编号', '1.1', '空']],
  ['one that I removed', { kind: 'removed-mine' }, ['产出 / 数量', '删去', '保留，带他人的修改']],
  [
    'a field of the scheme',
    { of: 'scheme', where: [], name: '方案', field: 'name', mine: '甲', theirs: '乙' },
    ['名称', '“甲”', '“乙”'],
  ],
  [
    'an order',
    { of: 'scheme', where: [], name: '', kind: 'order', field: 'items', mine: ['a', 'b'], theirs: ['b', 'a'] },
    ['数据项', 'a、b', 'b、a'],
  ],
  [
    'an item',
    { of: 'item', where: ['预算数'], name: '预算数', field: 'unit', mine: '元', theirs: '万元' },
    ['数据项“预算数”：单位', '元', '万元'],
  ],
  [
    'one that both moved',
    { kind: 'moved', mine: '效益', theirs: null },
    ['产出 / 数量', '放在“效益指标”之下', '放在最上级'],
  ],
  [
    'one moved under what is not known',
    { kind: 'moved', mine: '效益', theirs: '满意度' },
    ['产出 / 数量', '放在“效益指标”之下', '移动后的位置'],
  ],
])('says of %s what each side wants', (_, part, expected) => {
  const { about, mine, theirs } = conflictSides(conflict(part), 'zh', nameOf)
  expect([about, mine, theirs]).toEqual(expected)
})
