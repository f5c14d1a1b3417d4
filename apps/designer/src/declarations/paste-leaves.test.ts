import { bind, type Scheme } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { newDeclaration, withOwnLeaves } from './declaration-edits.ts'
import { pasteLeaves } from './paste-leaves.ts'

const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 's',
  name: '测试',
  version: '1',
  year: 2024,
  fullScore: '20',
  items: [{ id: '支出', type: 'money', unit: '万元' }],
  indicators: [{ id: 'b', name: '产出', points: '20', individual: true, children: [] }],
}
const empty = newDeclaration(scheme, '甲单位', '2024')
const place = { scheme, branch: 'b', from: 0, language: 'zh' } as const
const columns = ['name', 'points', 'target', 'method', 'actual']

describe('own indicators pasted from Excel', () => {
  it('become leaves with targets, methods that fit them and items to take values from', () => {
    const pasted = pasteLeaves(
      empty,
      columns,
      [
        ['培训人次', '１０分', '≥50人次', '', ''],
        ['支出控制', '5', '≤300万元', '达标得分', '支出'],
        ['群众反映', '5', '有效改善', '', ''],
      ],
      place,
    )
    expect(pasted).toMatchObject({ count: 3, items: ['培训人次'], unread: [] })
    const leaves = pasted.declaration.indicators?.['b']
    expect(leaves?.map(({ name, points, scoring, actual }) => [name, points, scoring.method, actual])).toEqual([
      ['培训人次', '10', 'ratio', '培训人次'],
      ['支出控制', '5', 'pass', '支出'],
      ['群众反映', '5', 'levels', undefined],
    ])
    expect(pasted.declaration.items).toEqual([{ id: '培训人次', type: 'count', unit: '人次' }])
    expect(bind(scheme, pasted.declaration)).toMatchObject({ ok: true })
  })

  it('find their columns by titles in any order, go over what is there and say what they could not read', () => {
    const first = pasteLeaves(empty, columns, [['旧名', '8', '≥5个', '', '']], place).declaration
    const pasted = pasteLeaves(
      first,
      columns,
      [
        ['年度指标值', '三级指标', '分值'],
        ['≥6个', '新名', '九分'],
        ['', '', ''],
        ['>=９０％', '满意度', '2'],
      ],
      place,
    )
    expect(pasted).toMatchObject({ count: 2, items: ['满意度'], unread: ['九分'] })
    const leaves = pasted.declaration.indicators?.['b']
    expect(leaves?.map(({ name, points, actual }) => [name, points, actual])).toEqual([
      ['新名', '8', '旧名'],
      ['满意度', '2', '满意度'],
    ])
    expect(leaves?.[1]?.target).toEqual({ comparator: '>=', value: '90%', written: '>=90%' })
  })

  it('have ids of their own', () => {
    const twice = pasteLeaves(empty, ['name'], [['同名'], ['同名']], place).declaration
    expect(new Set(twice.indicators?.['b']?.map(({ id }) => id)).size).toBe(2)
    expect(withOwnLeaves(twice, 'b', [])).toEqual({ ...empty, ...(twice.items && { items: twice.items }) })
  })
})
