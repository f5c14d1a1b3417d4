import { describe, expect, it } from 'vitest'
import { doubleNames, pasteNames, suggestedNames, unitsFor, withLocalName } from './local-names.ts'

const items = [
  { id: '预算数', unit: '万元' },
  { id: '年末职工人数', unit: '人' },
  { id: '满意度', label: '群众满意度' },
]
const pasted = (text: string, from = '预算数') =>
  pasteNames(
    items,
    {},
    text.split('\n').map((line) => line.split('\t')),
    from,
  )

describe('local names pasted from Excel', () => {
  it.each([
    ['two columns', '预算数\t年初预算\n满意度\t满意率', { 预算数: '年初预算', 满意度: '满意率' }, []],
    ['the local name first', '年初预算\t预算数', { 预算数: '年初预算' }, []],
    ['spaces around; the local name stays as it is', ' 预 算数 \t 年初预算（元）', { 预算数: '年初预算（元）' }, []],
    ['by what an item is called', '群众满意度\t满意率', { 满意度: '满意率' }, []],
    [
      'a head and an unknown item',
      '标准名称\t本地名称\n预算数\t年初预算',
      { 预算数: '年初预算' },
      ['标准名称 本地名称'],
    ],
    ['one column fills downward', '年初预算\n在职人数', { 预算数: '年初预算', 年末职工人数: '在职人数' }, []],
    ['the same name needs none', '预算数\t预算数', {}, []],
  ])('%s', (_, text, expected, unknown) => {
    const read = pasted(text)
    expect(Object.fromEntries(Object.entries(read.names).map(([id, { name }]) => [id, name]))).toEqual(expected)
    expect(read.unknown).toEqual(unknown)
  })

  it('with a unit that converts', () => {
    expect(pasted('预算数\t年初预算\t元').names).toEqual({ 预算数: { name: '年初预算', unit: '元' } })
    expect(pasted('预算数\t年初预算\t人').names).toEqual({ 预算数: { name: '年初预算' } })
  })

  it('of one column, from the row it was pasted into', () => {
    expect(pasted('在职人数', '年末职工人数').names).toEqual({ 年末职工人数: { name: '在职人数' } })
  })
})

it('a local name that is taken away, or is the own one, is no longer listed', () => {
  const names = withLocalName({}, items[0]!, { name: '年初预算' })
  expect(withLocalName(names, items[0]!, undefined)).toEqual({})
  expect(withLocalName(names, items[0]!, { name: ' 预算数 ' })).toEqual({})
  expect(withLocalName(names, items[0]!, { name: '', unit: '元' })).toEqual({ 预算数: { name: '预算数', unit: '元' } })
})

it('one name for two items is told', () => {
  expect([...doubleNames(items, { 预算数: { name: '满意度' } })]).toEqual(['满意度'])
  expect([...doubleNames(items, {})]).toEqual([])
})

it('units are those that convert', () => {
  expect(unitsFor(items[0]!)).toContain('元')
  expect(unitsFor(items[0]!)).not.toContain('人')
  expect(unitsFor(items[2]!)).toEqual([])
  expect(unitsFor({ id: 'x', unit: '场' })).toEqual([])
})

it.each([
  ['the same name needs none', ['预算数'], {}],
  ['a similar one', ['职工年末人数', '决算数'], { 年末职工人数: '职工年末人数' }],
  ['by what an item is called', ['群众满意度(%)'], { 满意度: '群众满意度(%)' }],
  ['nothing alike', ['道路里程'], {}],
])('names are suggested: %s', (_, known, expected) => {
  expect(Object.fromEntries(suggestedNames(items, known))).toEqual(expected)
})
