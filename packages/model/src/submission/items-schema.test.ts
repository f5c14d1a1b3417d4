import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { Item } from '../schema/item.ts'
import { itemsSchema } from './items-schema.ts'

const items: Item[] = [
  { id: '数量', type: 'number', required: true, unit: '个', range: { min: '0', max: '100' } },
  { id: '金额', type: 'money', label: '实际支出', unit: '万元' },
  { id: '比率', type: 'rate', range: { min: '0%', max: '100%' } },
  { id: '次数', type: 'count' },
  { id: '日期', type: 'date' },
  { id: '说明', type: 'text' },
  { id: '类别', type: 'choice', choices: ['甲', '乙'], mayBeNotApplicable: true },
  { id: '公开', type: 'boolean' },
  {
    id: '任务',
    type: 'list',
    fields: [
      { id: '名称', type: 'text', required: true },
      { id: '完成', type: 'rate' },
    ],
  },
]

describe('the JSON Schema of the items of a submission', () => {
  const schema = itemsSchema({ id: '示例', name: '示例', items })
  const check = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)

  it.each([
    { 数量: 5 },
    { 数量: '5.5' },
    { 数量: 100, 金额: '145.60', 比率: '95%', 次数: 3, 日期: '2024-12-31', 说明: '略', 类别: '甲', 公开: true },
    {
      数量: 0,
      比率: 0.95,
      次数: '3',
      金额: null,
      任务: [
        { 名称: '培训', 完成: '80%' },
        { 名称: '采购', 完成: null },
      ],
    },
    {
      数量: {
        layers: [
          { layer: 'reported', value: 5, who: '甲' },
          { layer: 'verified', value: '4.5', why: '复核' },
        ],
      },
    },
    { 数量: 1, 类别: { layers: [{ layer: 'reported', state: 'not-applicable', why: '无' }] } },
    { 数量: 1, 日期: { layers: [{ layer: 'reported', value: null, state: 'missing' }] } },
  ])('takes %j', (value) => {
    expect(check(value)).toBe(true)
  })

  it.each([
    {},
    { 数量: null },
    { 数量: 101 },
    { 数量: '5%' },
    { 数量: '1e5' },
    { 数量: true },
    { 数量: 1, 其他: 1 },
    { 数量: 1, 比率: 1.2 },
    { 数量: 1, 次数: 2.5 },
    { 数量: 1, 次数: -1 },
    { 数量: 1, 日期: '2024年' },
    { 数量: 1, 类别: '丙' },
    { 数量: 1, 公开: '是' },
    { 数量: 1, 任务: [{ 完成: '80%' }] },
    { 数量: 1, 任务: [{ 名称: '培训', 完成率: 1 }] },
    { 数量: { layers: [] } },
    { 数量: { layers: [{ layer: 'reported', value: 'x' }] } },
    { 数量: { layers: [{ layer: 'guess', value: 1 }] } },
    { 数量: { layers: [{ layer: 'reported', state: 'not-applicable' }] } },
  ])('refuses %j', (value) => {
    expect(check(value)).toBe(false)
  })

  it('describes an item by its label and unit', () => {
    expect(schema).toMatchObject({ required: ['数量'], properties: { 金额: { description: '实际支出 · 万元' } } })
  })
})
