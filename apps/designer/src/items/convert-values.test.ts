import { applyEdit, type Scheme, validate } from '@yardstick/model'
import { expect, it } from 'vitest'
import { conversionOf } from './convert-values.ts'

const read = validate('scheme', {
  yardstick: 'scheme/1',
  id: 's',
  name: 's',
  version: '1',
  fullScore: '10',
  items: [
    { id: '支出', type: 'money', unit: '万元', range: { min: '0.01', max: '500' } },
    { id: '人次', type: 'count', unit: '个' },
  ],
  indicators: [{ id: 'a', name: '甲', points: '10', scoring: { method: 'judgement' } }],
  cases: [
    {
      name: '甲单位',
      submission: { subject: { department: '甲单位' }, period: '2024', items: { 支出: '145.6', 人次: 3 } },
      expected: {},
    },
    {
      name: '乙单位',
      submission: {
        subject: { department: '乙单位' },
        period: '2024',
        items: {
          支出: {
            layers: [
              { layer: 'reported', value: 12 },
              { layer: 'verified', value: '待查', why: '差额' },
            ],
          },
        },
      },
      expected: {},
    },
  ],
})
const scheme: Scheme = read.ok ? read.value : (null as never)

it('another unit of the same kind: numbers of samples and bounds, in every layer', () => {
  const found = conversionOf(scheme, [{ id: '支出', unit: '元' }])
  expect(found?.count).toBe(4)
  const edited = applyEdit(scheme, found!.edit)
  const after = edited.ok ? edited.value.scheme : undefined
  expect(after?.items[0]).toMatchObject({ range: { min: '100', max: '5000000' } })
  expect(after?.cases?.map(({ submission }) => submission.items['支出'])).toEqual([
    '1456000',
    {
      layers: [
        { layer: 'reported', value: '120000' },
        { layer: 'verified', value: '待查', why: '差额' },
      ],
    },
  ])
  expect(after?.cases?.[0]?.submission.items['人次']).toBe(3)
})

it.each([
  ['支出', '万元'],
  ['支出', '人'],
  ['支出', undefined],
  ['人次', '万人'],
  ['没有', '元'],
])('%s in %s has nothing to convert', (id, unit) => {
  expect(conversionOf(scheme, [{ id, unit }])).toBeUndefined()
})
