import type { Mapping, Scheme } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { readHeads } from './read-heads.ts'
import { columnKey, type TableColumn } from './table-column.ts'
import { tableHeads } from './table-heads.ts'
import { tableScheme } from './table-scheme.testing.ts'

const shown = (column: TableColumn | undefined) => {
  if (column === undefined) return '—'
  const beside = column.kind === 'item' && column.beside !== undefined ? ` in ${column.beside}` : ''
  return columnKey(column) + beside
}
const columns = (heads: readonly string[], scheme: Scheme = tableScheme) =>
  readHeads([heads], scheme)?.columns.map(shown) ?? []
const issues = (heads: readonly string[], scheme: Scheme = tableScheme) =>
  (readHeads([heads], scheme)?.issues ?? [])
    .filter(({ code }) => code !== 'TABLE_COLUMN_ABSENT')
    .map(({ code, expected, found }) => [code, expected, found])

describe('a head', () => {
  it.each([
    // items by label and id, with and without a unit
    ['预算资金', 'item 预算资金 '],
    ['预算资金（万元）', 'item 预算资金 in 万元'],
    [' 预算资金 (元) ', 'item 预算资金 in 元'],
    ['年度预算', 'item 预算资金 '],
    ['满意度（%）', 'item 满意度 in %'],
    ['满意度（小数）', 'item 满意度 in ratio'],
    ['满意度·原因', 'item-why 满意度'],
    ['满意度佐证', 'evidence 满意度'],
    // judged leaves
    ['秩序', 'points order'],
    ['秩序（4分）', 'points order'],
    ['秩序得分', 'points order'],
    ['order', 'points order'],
    ['秩序·扣分理由', 'leaf-why order'],
    ['制度', 'elements rules'],
    ['制度·written', 'element rules written'],
    ['制度2', 'element rules kept'],
    ['rules/成文', 'element rules written'],
    ['服务', 'level service'],
    ['服务·比例', 'share service'],
    ['满意率', 'computed satisfaction'],
    // whose and when
    ['单位', 'subject department'],
    ['项目名称', 'subject project'],
    ['评价年度', 'period'],
    ['类别', 'attribute 类别'],
    ['属性：层级', 'attribute 层级'],
    ['序号', '—'],
  ])('%s is %s', (head, expected) => {
    const [first] = columns([head, '预算资金', '秩序'].filter((each, at) => at === 0 || each !== head))
    expect(first).toBe(expected.trim())
  })

  it('单位 is a unit of the department where there is a column of departments', () => {
    expect(columns(['部门', '单位', '秩序'])).toEqual(['subject department', 'subject unit', 'points order'])
  })

  it('that is unknown is told with the nearest one that is not there yet', () => {
    expect(issues(['部门', '预算资经', '满意度', '天气'])).toEqual([
      ['TABLE_HEAD_UNKNOWN', '年度预算（万元）', '预算资经'],
      ['TABLE_HEAD_UNKNOWN', null, '天气'],
    ])
  })

  it('that stands twice, or in a unit of another kind, keeps the table from being read', () => {
    expect(issues(['预算资金', '年度预算（元）'])).toEqual([
      ['TABLE_HEAD_TWICE', '年度预算（万元）', ['预算资金 (1)', '年度预算（元） (2)']],
    ])
    expect(issues(['秩序', '预算资金（人）'])).toEqual([['TABLE_HEAD_UNIT', '年度预算（万元）', '预算资金（人）']])
  })

  it('that two things are called by is told with heads that tell them apart', () => {
    const scheme: Scheme = { ...tableScheme, items: [...tableScheme.items, { id: '秩序', type: 'count', unit: '次' }] }
    expect(issues(['秩序', '满意度'], scheme)).toEqual([['TABLE_HEAD_UNCLEAR', ['秩序（次）', 'order'], '秩序']])
    expect(columns(['秩序（次）', 'order'], scheme)).toEqual(['item 秩序 in 次', 'points order'])
  })

  it('of a list item is not read', () => {
    const scheme: Scheme = {
      ...tableScheme,
      items: [...tableScheme.items, { id: '任务', type: 'list', fields: [{ id: '名', type: 'text' }] }],
    }
    expect(issues(['任务', '满意度'], scheme)).toEqual([['TABLE_HEAD_LIST', null, '任务']])
  })

  it('may be a local name, in the local unit', () => {
    const mapping: Mapping = { yardstick: 'mapping/1', items: { 预算资金: { name: '年初预算', unit: '元' } } }
    const read = readHeads([['年初预算', '满意度']], tableScheme, mapping)
    expect(read?.columns.map(shown)).toEqual(['item 预算资金 in 元', 'item 满意度'])
  })
})

describe('the row of heads', () => {
  it('stands below titles', () => {
    expect(readHeads([['附件1'], [], ['部门', '预算资金', '满意度']], tableScheme)?.row).toBe(2)
  })

  it('is not there where nothing is named that is scored', () => {
    expect(
      readHeads(
        [
          ['部门', '评价年度', '满意率'],
          ['甲局', '2024', '5'],
        ],
        tableScheme,
      ),
    ).toBeUndefined()
    expect(readHeads([['#items', '指标', '数据项', '单位', '填报值', '状态', '原因']], tableScheme)).toBeUndefined()
  })

  it('says once what no column is of', () => {
    const absent = readHeads([['秩序', '制度']], tableScheme)?.issues.map(({ code, expected }) => [code, expected])
    expect(absent).toEqual([['TABLE_COLUMN_ABSENT', ['年度预算（万元）', '满意度（%）', '公开', '完成日', '服务']]])
  })

  it('that is made for a scheme is read without a word', () => {
    for (const language of ['zh', 'en'] as const) {
      const heads = tableHeads(tableScheme, language)
      const read = readHeads([heads], tableScheme)
      expect(read?.issues).toEqual([])
      expect(read?.columns).not.toContain(undefined)
    }
    expect(tableHeads(tableScheme, 'zh')).toEqual([
      ...['部门', '评价年度', '类别', '年度预算（万元）', '满意度（%）', '公开', '完成日'],
      ...['秩序', '制度·written', '制度·kept', '服务'],
    ])
  })
})
