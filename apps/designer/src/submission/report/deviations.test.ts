import type { Evaluation } from '@yardstick/model'
import { expect, it } from 'vitest'
import { deviationsOf } from './deviations.ts'

const evaluation = {
  indicators: [
    { id: 'a', name: '数量', state: 'present' },
    { id: 'b', name: '质量', state: 'present' },
    { id: 'c', name: '时效', state: 'missing' },
    { id: 'd', name: '成本', state: 'present' },
  ],
  lost: [
    { id: 'b', path: ['产出', '质量'], lost: '20/3' },
    { id: 'c', path: ['产出', '时效'], lost: '5' },
    { id: 'a', path: ['产出', '数量'], lost: '2.5' },
  ],
} as unknown as Evaluation

it('a reason is asked for where a score lost points; one from before is seen where none are lost any more', () => {
  const fields = { 'deviation.d': '原料涨价', 'deviation.gone': '旧版本的指标' }
  expect(deviationsOf(evaluation, fields)).toEqual([
    { id: 'b', name: '质量', lost: '6.666667' },
    { id: 'a', name: '数量', lost: '2.5' },
    { id: 'd', name: '成本', lost: undefined },
  ])
})
