import { type Scheme, validate } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { entriesOf, found, type Sometimes } from './entries.ts'

const read = validate('scheme', {
  yardstick: 'scheme/1',
  id: 's',
  name: 's',
  version: '1',
  fullScore: '10',
  items: [{ id: '培训人次', type: 'count', label: '全年培训' }],
  measures: [{ id: '完成率', formula: '1', type: 'rate' }],
  indicators: [
    {
      id: 'out',
      name: '产出',
      points: '10',
      children: [
        { id: 'a', name: '培训数量', code: '1.1', points: '4', scoring: { method: 'judgement' } },
        { id: 'b', name: '预算执行率', code: '1.2', points: '6', scoring: { method: 'judgement' } },
      ],
    },
  ],
  rules: [
    {
      id: 'r',
      name: '审计问题扣分',
      conditions: { fact: '培训人次', operator: 'equal', value: 0 },
      event: { type: 'veto', params: { reason: '未培训' } },
    },
  ],
})
if (!read.ok) throw new Error(JSON.stringify(read.issues))
const scheme: Scheme = read.value
const titles = (typed: string, recent: string[] = []) =>
  found(entriesOf(scheme, 'zh'), typed, recent).map(({ title }) => title)

describe('the palette', () => {
  it.each([
    ['px', ['培训数量', '培训人次']],
    ['qnpx', ['培训人次']],
    ['1.2', ['预算执行率']],
    ['sjwt', ['审计问题扣分']],
    ['完成', ['完成率']],
    ['ywb', ['视图：源文本']],
    ['cx', ['撤销']],
    ['dark', ['外观：深色']],
  ])('finds by “%s”', (typed, expected) => {
    expect(titles(typed).slice(0, expected.length)).toEqual(expected)
  })

  it('puts what was used last first, and then the commands', () => {
    expect(titles('', ['measure 完成率', 'view json']).slice(0, 3)).toEqual(['完成率', '视图：源文本', '视图：指标表'])
    expect(titles('px', ['item 培训人次'])[0]).toBe('培训人次')
  })

  it('has what is not always there only where it can be done', () => {
    const steps = (possible: readonly Sometimes[]) =>
      entriesOf(scheme, 'zh', possible).flatMap(({ title }) => (/审核|撤回|发布|指标库/.test(title) ? [title] : []))
    expect(steps([])).toEqual([])
    expect(steps(['submit', 'library'])).toEqual(['提交审核', '从指标库取用'])
  })

  it('says where an indicator stands', () => {
    const entry = entriesOf(scheme, 'zh').find(({ id }) => id === 'indicator b')
    expect(entry?.detail).toBe('1.2　产出')
  })
})
