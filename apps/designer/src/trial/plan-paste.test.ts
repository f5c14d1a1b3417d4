import type { Scheme } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { carryOut, isClear, planByHeader, planByPosition } from './plan-paste.ts'
import { entryColumns } from './sample-columns.ts'

const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 's',
  name: '测试',
  version: '1',
  year: 2024,
  fullScore: '10',
  items: [
    { id: '支出', type: 'money', unit: '万元' },
    { id: '满意度', type: 'rate' },
  ],
  indicators: [{ id: 'a', name: '管理', points: '10', scoring: { method: 'judgement' } }],
  cases: [
    { name: '甲', submission: { subject: { department: '甲' }, period: '2024', items: { 支出: 1 } }, expected: {} },
  ],
}
const columns = entryColumns(scheme, 'zh')
const casesOf = (edit: ReturnType<typeof carryOut>) => (edit.type === 'set-cases' ? edit.cases! : [])

describe('a pasted table with a header', () => {
  it('finds columns and units by name and adds the others', () => {
    const plan = planByHeader(
      [
        ['单位', '满意度（%）', '支出 (万元)', '管理', '备注'],
        ['甲', '91%', '120', '8', 'x'],
        ['乙', '95', '90', '', ''],
        ['', '', '', '', ''],
      ],
      columns,
      scheme,
      '示例',
    )!
    expect(plan.ignored).toEqual(['备注'])
    expect(plan.added).toEqual(['乙'])
    const [first, second] = casesOf(carryOut(plan, scheme))
    expect(first?.submission.items).toEqual({ 支出: '120', 满意度: '91%' })
    expect(second?.submission.items).toEqual({ 支出: '90', 满意度: '95%' })
    expect(second?.submission.subject.department).toBe('乙')
  })

  it('stands below a title; heads say units, totals and numbers of rows are no data', () => {
    const plan = planByHeader(
      [
        ['2024 年绩效数据汇总表', '', '', ''],
        ['', '', '', '金额单位：元'],
        ['序号', '单位名称', '满意度（％）', '支出'],
        ['1', '甲', '91', '1,456,000.00'],
        ['2', '乙', '0.96', '２００００'],
        ['3', '乙', '97', '3万元'],
        ['', '合 计', '', '1,476,000'],
      ],
      columns,
      scheme,
      '示例',
    )!
    expect(plan).toMatchObject({ added: ['乙', '乙'], ignored: [], totals: ['合 计'] })
    expect(plan.converted).toEqual([{ head: '支出', from: '元', to: '万元' }])
    // 0.96 under % may be 0.96% or 96%.
    const asked = plan.cells.filter(({ reading }) => 'question' in reading).map(({ text }) => text)
    expect(asked).toEqual(['0.96'])
    const items = casesOf(carryOut(plan, scheme)).map(({ name, submission }) => [name, submission.items])
    expect(items).toEqual([
      ['甲', { 满意度: '91%', 支出: '145.6' }],
      ['乙', { 支出: '2' }],
      ['乙 2', { 满意度: '97%', 支出: '3' }],
    ])
  })

  it('is none where the first row holds values', () => {
    expect(planByHeader([['120', '91%']], columns, scheme, '示例')).toBeUndefined()
    expect(
      planByHeader(
        [
          ['120', '91%'],
          ['1', '2'],
        ],
        columns,
        scheme,
        '示例',
      ),
    ).toBeUndefined()
  })

  it('leaves doubts alone until they are answered', () => {
    const plan = planByHeader(
      [
        ['单位', '满意度', '支出'],
        ['甲', '91', '一百'],
      ],
      columns,
      scheme,
      '示例',
    )!
    expect(isClear(plan)).toBe(false)
    expect(casesOf(carryOut(plan, scheme))[0]?.submission.items).toEqual({ 支出: 1 })
    const answered = casesOf(carryOut(plan, scheme, new Map([[0, '91%']])))
    expect(answered[0]?.submission.items).toEqual({ 支出: 1, 满意度: '91%' })
  })
})

it('texts by position go over the cells and grow the table', () => {
  const [money, rate] = columns as [(typeof columns)[number], (typeof columns)[number]]
  const plan = planByPosition(
    [
      { row: 0, column: money, text: '5' },
      { row: 1, column: 'name', text: '丙' },
      { row: 1, column: rate, text: '50%' },
      { row: 2, column: rate, text: '60%' },
    ],
    scheme,
    '示例',
  )
  expect(isClear(plan)).toBe(true)
  expect(casesOf(carryOut(plan, scheme)).map(({ name, submission }) => [name, submission.items])).toEqual([
    ['甲', { 支出: '5' }],
    ['丙', { 满意度: '50%' }],
    ['示例', { 满意度: '60%' }],
  ])
})
