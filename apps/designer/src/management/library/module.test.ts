import { applyEdit, indicatorById, type Scheme, validate } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { templateSchemes } from '../../parts/templates.testing.ts'
import { moduleOf, takeOver } from './module.ts'

const read = validate('scheme', {
  yardstick: 'scheme/1',
  id: 's',
  name: 's',
  version: '1',
  fullScore: '20',
  items: [
    { id: '支出', type: 'money' },
    { id: '预算', type: 'money' },
    { id: '人数', type: 'count' },
    { id: '满意', type: 'rate', aggregate: { rule: 'weighted', by: '人数' } },
  ],
  measures: [
    { id: '执行率', formula: '支出 / 可用', type: 'rate' },
    { id: '可用', formula: '预算', type: 'money' },
  ],
  conditions: { 超支: { all: [{ fact: '支出', operator: 'greaterThan', value: { fact: '预算' } }] } },
  indicators: [
    {
      id: 'in',
      name: '投入',
      points: '10',
      children: [
        {
          id: 'rate',
          name: '执行率',
          points: '5',
          actual: '执行率',
          target: { comparator: '>=', value: '1' },
          scoring: { method: 'ratio' },
        },
        {
          id: 'over',
          name: '不超支',
          points: '5',
          scoring: { method: 'pass', condition: { not: { condition: '超支' } } },
        },
      ],
    },
    {
      id: 'happy',
      name: '满意度',
      points: '10',
      actual: '满意',
      target: { comparator: '>=', value: '0.9' },
      scoring: { method: 'ratio' },
    },
  ],
})
if (!read.ok) throw new Error(JSON.stringify(read.issues))
const scheme: Scheme = read.value
const empty: Scheme = { ...scheme, items: [], measures: [], conditions: {}, indicators: [] }

const applied = (to: Scheme, taken: ReturnType<typeof takeOver>): Scheme => {
  const edited = applyEdit(to, taken.edit)
  if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
  return edited.value.scheme
}

describe('an entry of the library', () => {
  it.each([
    ['rate', ['支出', '预算'], ['执行率', '可用']],
    ['over', ['支出', '预算'], []],
    ['happy', ['人数', '满意'], []],
    ['in', ['支出', '预算'], ['执行率', '可用']],
  ])('of %s has all that it reads, and nothing else', (id, items, measures) => {
    const module = moduleOf(scheme, id)!
    expect(module.items.map((each) => each.id)).toEqual(items)
    expect((module.measures ?? []).map((each) => each.id)).toEqual(measures)
  })

  it('writes out the shared conditions it uses', () => {
    expect(JSON.stringify(moduleOf(scheme, 'over'))).not.toContain('"condition":"')
  })

  it('taken over into an empty scheme is what it was', () => {
    const module = moduleOf(scheme, 'in')!
    const after = applied(empty, takeOver(empty, module, null))
    expect(after.indicators).toEqual(module.indicators)
    expect(moduleOf(after, 'in')).toEqual(module)
  })

  it('taken over twice gets ids of its own, and uses the items that are there', () => {
    const module = moduleOf(scheme, 'in')!
    const taken = takeOver(scheme, module, 'in')
    expect(taken).toMatchObject({ ids: ['in-2'], kept: ['支出', '预算', '执行率', '可用'] })
    const after = applied(scheme, taken)
    expect([...indicatorById(after).keys()]).toEqual(['in', 'rate', 'over', 'in-2', 'rate-2', 'over-2', 'happy'])
    expect(after.items).toEqual(scheme.items)
  })

  it('stands behind the indicator that is selected, where that is in the branch', () => {
    const module = moduleOf(scheme, 'rate')!
    const order = (parent: string | null, behind: string | null) =>
      [...indicatorById(applied(scheme, takeOver(scheme, module, parent, behind))).keys()].join(' ')
    expect(order('in', 'rate')).toBe('in rate rate-2 over happy')
    expect(order('in', 'happy')).toBe('in rate over rate-2 happy')
    expect(order(null, 'in')).toBe('in rate over rate-2 happy')
    expect(order(null, null)).toBe('in rate over happy rate-2')
  })

  it('of any branch of any template can be taken into another scheme and leaves it valid', () => {
    for (const [, template] of templateSchemes) {
      for (const { id } of template.indicators) {
        const module = moduleOf(template, id)!
        const after = applied(scheme, takeOver(scheme, module, null))
        expect(validate('scheme', after).ok).toBe(true)
      }
    }
  })
})
