import type { Item } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { type ItemColumn, itemText, readItemText, readMeasureText } from './item-text.ts'

const money: Item = { id: '支出', type: 'money', unit: '万元', digits: 2, range: { min: '0' } }

describe('a text put into a cell of the dictionary', () => {
  it.each<[ItemColumn, string, object]>([
    // types in both languages; what no longer fits goes, what is needed comes
    ['type', '计数', { type: 'count', unit: null, digits: null, range: { min: '0' }, choices: null, fields: null }],
    ['type', 'Rate', { type: 'rate', unit: null, digits: null, range: null, choices: null, fields: null }],
    ['type', '选项', { type: 'choice', unit: null, digits: null, range: null, choices: ['是', '否'], fields: null }],
    ['type', '金额', {}],
    ['unit', ' 亿元 ', { unit: '亿元' }],
    ['unit', '', { unit: null }],
    ['digits', '４', { digits: 4 }],
    ['required', '是', { required: true }],
    ['required', '√', { required: true }],
    ['required', '否', { required: null }],
    ['min', '', { range: null }],
    ['max', '１，０００', { range: { min: '0', max: '1000' } }],
    ['max', '95％', { range: { min: '0', max: '95%' } }],
    ['choices', '优、良，中;差、优', { choices: ['优', '良', '中', '差'] }],
    ['period', '上年', { period: 'last-year' }],
    ['aggregate', '求和', { aggregate: { rule: 'sum' } }],
    ['aggregate', '按 参保人数 加权', { aggregate: { rule: 'weighted', by: '参保人数' } }],
    ['aggregate', '', { aggregate: null }],
    ['note', '  见附表 ', { note: '见附表' }],
  ])('in %s: “%s”', (column, text, fields) => {
    expect(readItemText(money, column, text)).toEqual({ fields })
  })

  it.each<[ItemColumn, string]>([
    ['type', '钱'],
    ['digits', '-1'],
    ['digits', '31'],
    ['min', '很小'],
    ['required', '也许'],
    ['period', '明年'],
    ['aggregate', '平均'],
    ['unit', '人'],
    ['max', '-1'],
  ])('is refused in %s where it means nothing: “%s”', (column, text) => {
    expect(readItemText(money, column, text)).toEqual({ refuse: expect.any(String) })
  })

  it.each<[ItemColumn, Partial<Item>]>([
    ['type', { type: 'choice', choices: ['优'] }],
    ['choices', { choices: ['优', '良'] }],
    ['period', { period: 'this-year' }],
    ['aggregate', { aggregate: { rule: 'weighted', by: '人数' } }],
    ['required', { required: true }],
    ['max', { range: { max: '5' } }],
  ])('in %s reads what it shows, in both languages', (column, fields) => {
    const item: Item = { id: '甲', type: 'choice', ...fields }
    for (const language of ['zh', 'en'] as const) {
      const meaning = readItemText(item, column, itemText(item, column, language))
      const set = 'fields' in meaning ? meaning.fields : undefined
      expect(set).toEqual(column === 'type' ? {} : { [column === 'max' ? 'range' : column]: Object.values(fields)[0] })
    }
  })

  it('a measure is no choice and no list', () => {
    expect(readMeasureText({ type: 'number' }, 'type', '清单')).toEqual({ refuse: 'type' })
    expect(readMeasureText({ type: 'number' }, 'type', '日期')).toEqual({
      fields: { type: 'date', unit: null, digits: null },
    })
  })

  it('a rate is in per cent or per mille, whatever it is of', () => {
    expect(readMeasureText({ type: 'rate' }, 'unit', '％')).toEqual({ fields: { unit: '%' } })
    expect(readMeasureText({ type: 'rate' }, 'unit', '万元')).toEqual({ refuse: 'unit-rate' })
    expect(readItemText({ id: '率', type: 'rate', range: { max: '98%' } }, 'min', '1.2')).toEqual({ refuse: 'range' })
  })
})
