import { describe, expect, it } from 'vitest'
import { textsOf } from '../read/table/grid.ts'
import { readWorkbook } from '../read/xlsx.ts'
import { writeWorkbook } from '../write/xlsx.ts'
import { type List, listTable, listWorkbook } from './list-workbook.ts'

const list: List = {
  name: '热力图',
  notes: ['2 个单位'],
  columns: [
    { name: '单位', width: 20 },
    { name: '数量', head: '产出', width: 10, kind: 'number' },
    { name: '质量', head: '产出', width: 10, kind: 'rate' },
  ],
  rows: [
    ['甲局', '4.5', '0.625'],
    ['=乙局', null, '不适用'],
  ],
}

describe('a list', () => {
  it('is a table of texts for CSV', () => {
    expect(listTable(list)).toEqual([
      ['单位', '产出 / 数量', '产出 / 质量'],
      ['甲局', '4.5', '62.5%'],
      ['=乙局', '', '不适用'],
    ])
  })

  it('has no fraction in CSV, of which Excel would make a day', () => {
    const of = (value: string) => listTable({ columns: [list.columns[1]!], rows: [[value]] })[1]
    expect([of('25/3'), of('-1/3'), of('4.50'), of('空缺')]).toEqual([['8.3333'], ['-0.3333'], ['4.50'], ['空缺']])
  })

  it('is a sheet whose numbers are numbers, and comes back as it was', async () => {
    const workbook = listWorkbook({ title: '对比', language: 'zh', lists: [list] })
    const { rows, merges, frozen } = workbook.sheets[0]!
    expect(rows[4]!.map((cell) => cell?.content)).toEqual([
      { text: '甲局' },
      { number: '4.5' },
      { number: '0.625', percent: 1 },
    ])
    expect(merges).toContainEqual({ row: 2, column: 1, rowSpan: 1, columnSpan: 2 })
    expect(frozen).toEqual({ rows: 4, columns: 1 })
    const read = await readWorkbook(await writeWorkbook(workbook))
    if (!read.ok) throw new Error(read.issues[0]!.code)
    const texts = textsOf(read.value[0]!.table)
    expect(texts.slice(4)).toEqual([
      ['甲局', '4.5', '62.5%'],
      ['=乙局', '', '不适用'],
    ])
  })
})
