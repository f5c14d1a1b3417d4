import { applyEdit, type Scheme, validate } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { freeName, namedIn, placesOf, renameEdit } from './rename.ts'
import { usesByName } from './uses.ts'

const read = validate('scheme', {
  yardstick: 'scheme/1',
  id: 's',
  name: 's',
  version: '1',
  fullScore: '10',
  items: [
    { id: '支出', type: 'money' },
    { id: '实际支出', type: 'money' },
    { id: '人数', type: 'count' },
    { id: '闲置', type: 'rate', aggregate: { rule: 'weighted', by: '人数' } },
  ],
  measures: [{ id: '执行率', formula: '支出 / 实际支出', type: 'rate' }],
  indicators: [
    {
      id: 'out',
      name: '产出',
      points: '10',
      children: [{ id: 'a', name: '率', points: '10', actual: '执行率', scoring: { method: 'judgement' } }],
    },
  ],
  rules: [
    {
      id: 'r',
      name: '违规',
      conditions: { any: [{ fact: '支出', operator: 'greaterThan', value: { fact: '实际支出' } }] },
      event: { type: 'veto', params: { reason: '超支' } },
    },
  ],
  cases: [
    { name: '例', submission: { subject: { department: '某局' }, period: '2024', items: { 支出: 1 } }, expected: {} },
  ],
})
if (!read.ok) throw new Error(JSON.stringify(read.issues))
const scheme: Scheme = read.value

describe('a name in the dictionary', () => {
  it('is renamed everywhere by one edit', () => {
    const edited = applyEdit(scheme, renameEdit(scheme, '支出', '全年支出（万元）'))
    if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
    const after = edited.value.scheme
    expect(after.measures?.[0]?.formula).toBe('[全年支出（万元）] / 实际支出')
    expect(after.rules?.[0]?.conditions).toMatchObject({ any: [{ fact: '全年支出（万元）' }] })
    expect(after.cases?.[0]?.submission.items).toEqual({ '全年支出（万元）': 1 })
    expect(placesOf(after, '支出')).toBe(0)
  })

  it.each([
    ['支出', 2],
    ['执行率', 1],
    ['人数', 1],
    ['闲置', 0],
  ])('%s is spoken of in %s places', (name, count) => {
    expect(placesOf(scheme, name)).toBe(count)
  })

  it('knows who reads it', () => {
    const uses = usesByName(scheme)
    expect(uses.get('支出')?.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['rule r', 'measure 执行率'])
    expect(uses.get('执行率')).toEqual([
      { kind: 'leaf', id: 'a', where: '产出 / 率', pointer: '/indicators/0/children/0/actual' },
    ])
    expect(uses.get('人数')?.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['item 闲置'])
    expect(uses.get('闲置')).toBeUndefined()
  })

  it('is its own when it is new', () => {
    expect(freeName(namedIn(scheme), '新数据项')).toBe('新数据项')
    expect(freeName(namedIn(scheme), '支出')).toBe('支出2')
  })
})
