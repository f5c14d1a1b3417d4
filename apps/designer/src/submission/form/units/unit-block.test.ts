import type { Item } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { readUnitBlock } from './unit-block.ts'

const items: Item[] = [
  { id: '编制数', type: 'count', unit: '人' },
  { id: 'spent', label: '实际支出', type: 'money', unit: '万元' },
  { id: '满意度', type: 'rate' },
]
const shown = (pasted: string, column: number) =>
  readUnitBlock(pasted, column, items)?.map(({ name, texts }) => [
    name,
    ...texts.map(({ item, text, head }) => [item.id, text, ...(head === undefined ? [] : [head])].join(' ')),
  ])

describe('a block from a spreadsheet', () => {
  it.each([
    [
      'goes from the field it is pasted into',
      '12\t30.5\n8\t20',
      0,
      [
        [undefined, '编制数 12', 'spent 30.5'],
        [undefined, '编制数 8', 'spent 20'],
      ],
    ],
    [
      'has names before its values',
      '一所\t12\t30.5\n二所\t8\t20',
      -1,
      [
        ['一所', '编制数 12', 'spent 30.5'],
        ['二所', '编制数 8', 'spent 20'],
      ],
    ],
    [
      'is told by its heads, in any order, with their units',
      '单位名称\t实际支出（元）\t编制数\n一所\t305000\t12',
      2,
      [['一所', 'spent 305000 元', '编制数 12']],
    ],
    ['may have a number before the name', '序号\t单位\t满意度（%）\n1\t一所\t95', -1, [['一所', '满意度 95 %']]],
    ['leaves out what is beyond the last column', '95%\t多余', 2, [[undefined, '满意度 95%']]],
  ])('%s', (_, pasted, column, expected) => {
    expect(shown(pasted, column)).toEqual(expected)
  })

  it('is none where it is a text of one field', () => {
    expect(shown('12', 0)).toBeUndefined()
  })
})
