import { describe, expect, it } from 'vitest'
import { readHeads } from './read-heads.ts'
import { readTableRow } from './read-table-row.ts'
import { tableScheme } from './table-scheme.testing.ts'

/** The row of one cell under one head: what the submission holds of it, or why it holds nothing. */
function read(head: string, cell: string, beside: { readonly [head: string]: string } = {}) {
  const heads = [head, ...Object.keys(beside), '秩序'].filter((each, at, all) => all.indexOf(each) === at)
  const found = readHeads([heads], tableScheme)!
  const row = readTableRow(
    [cell, ...Object.values(beside)],
    { heads: found, scheme: tableScheme, period: '2024' },
    '第2行',
  )
  if (!row.ok) return row.issues.map(({ expected }) => (expected as { zh: string }).zh.split(/[；，]/)[0]).join()
  const { items, judgements = {}, evidence } = row.value
  return Object.values(items)[0] ?? Object.values(judgements)[0] ?? evidence ?? null
}
const judged = (value: unknown, more = {}) => ({ layers: [{ layer: 'judged', value, ...more }] })
const reported = (more: object) => ({ layers: [{ layer: 'reported', ...more }] })

describe('one cell', () => {
  it.each([
    // amounts
    ['预算资金', '12.5', '12.5'],
    ['预算资金', ' 1,234.50 ', '1234.5'],
    ['预算资金', '１２', '12'],
    ['预算资金', '12.345', '12.345'],
    ['预算资金', '12万元', '12'],
    ['预算资金（元）', '125000', '12.5'],
    ['预算资金（元）', '125000元', '12.5'],
    ['预算资金', '12元', '单位应为“万元”'],
    ['预算资金', '12%', '应为数字'],
    ['预算资金', '约12', '应为数字'],
    ['预算资金', '无', '填报值里写了“无”'],
    ['预算资金', '', null],
    ['预算资金', '空缺', reported({ state: 'missing' })],
    ['预算资金', '空缺：未决算', reported({ state: 'missing', why: '未决算' })],
    ['预算资金', '12（待核）', reported({ value: '12', state: 'to-be-verified' })],
    // rates
    ['满意度', '95%', '95%'],
    ['满意度', '0.95', '应为百分比'],
    ['满意度（%）', '95', '95%'],
    ['满意度（%）', '0', '0%'],
    ['满意度（%）', '0.95', '应为百分比'],
    ['满意度（小数）', '0.95', '95%'],
    ['满意度（小数）', '95%', '95%'],
    ['满意度（‰）', '950', '95%'],
    ['满意度', '不适用：没有服务对象', reported({ state: 'not-applicable', why: '没有服务对象' })],
    // the others
    ['公开', '1', true],
    ['公开', '否', false],
    ['公开', '也许', '应填“是”或“否”'],
    ['完成日', '2024-02-29', '2024-02-29'],
    ['完成日', '2024/2/9', '2024-02-09'],
    ['完成日', '3/4', '应为日期'],
    // judged leaves
    ['秩序', '3.5', judged('3.5')],
    ['秩序', '3.5分', judged('3.5')],
    ['秩序', '好', '应为数字'],
    ['秩序', '不适用：无此类工作', judged(undefined, { state: 'not-applicable', why: '无此类工作' })],
    ['制度·written', '√', judged({ elements: { written: true } })],
    ['制度', '10', judged({ elements: { written: true, kept: false } })],
    ['制度', '成文、执行', judged({ elements: { written: true, kept: true } })],
    ['制度', '②', judged({ elements: { written: false, kept: true } })],
    ['制度', '3', '应逐项写 1 或 0（如 1101）'],
    ['服务', '优', judged({ level: '优' })],
    ['服务', '良（85%）', judged({ level: '良', share: '85%' })],
    ['服务', '中', '应为 优、良 之一'],
    ['满意度佐证', '是', { 满意度: [{ name: '是' }] }],
  ])('%s: %s', (head, cell, expected) => {
    expect(read(head, cell)).toEqual(expected)
  })
})

it('reasons and shares stand in columns of their own', () => {
  expect(read('秩序', '3', { 秩序·理由: '迟报' })).toEqual(judged('3', { why: '迟报' }))
  expect(read('服务', '良', { 服务·比例: '70%' })).toEqual(judged({ level: '良', share: '70%' }))
  expect(read('预算资金', '空缺', { 预算资金·原因: '未决算' })).toEqual(reported({ state: 'missing', why: '未决算' }))
})

describe('a row', () => {
  const heads = readHeads([['部门', '项目', '年度', '类别', '秩序', '满意度']], tableScheme)!
  const row = (cells: readonly string[]) => readTableRow(cells, { heads, scheme: tableScheme, period: '2023' }, '第5行')

  it('says whose it is and of when', () => {
    expect(row(['某局', '某项目', '2024', '甲类', '4', ''])).toEqual({
      ok: true,
      value: {
        yardstick: 'submission/1',
        subject: { department: '某局', project: '某项目', attributes: { 类别: '甲类' } },
        period: '2024',
        items: {},
        judgements: { order: judged('4') },
      },
    })
    expect(row(['', '', '', '', '4'])).toMatchObject({ value: { subject: { department: '第5行' }, period: '2023' } })
  })

  it('with a cell in doubt, or more cells than heads, is not used', () => {
    const refused = row(['某局', '', '', '', '好', '0.9', '7'])
    expect(refused.ok ? [] : refused.issues.map(({ code, where }) => [code, where])).toEqual([
      ['TABLE_ROW_CELLS', []],
      ['TABLE_CELL', ['秩序']],
      ['TABLE_CELL', ['满意度']],
    ])
  })
})
