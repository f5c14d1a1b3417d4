import type { Target } from '@yardstick/model'
import { expect, it } from 'vitest'
import { itemFor, unknownNames } from './own-actual.ts'
import { methodOfName, ownScoring } from './own-scoring.ts'

it.each<[Target | undefined, object]>([
  [{ comparator: '>=', value: '90%' }, { type: 'rate' }],
  [
    { comparator: '<=', value: '300', unit: '万元' },
    { type: 'money', unit: '万元' },
  ],
  [
    { comparator: '>=', value: '40', unit: '个' },
    { type: 'count', unit: '个' },
  ],
  [{ comparator: '<=', date: '2024-06-30' }, { type: 'date' }],
  [{ text: '有效改善' }, { type: 'number' }],
  [undefined, { type: 'number' }],
])('a new item for the target %j is %j', (target, item) => {
  expect(itemFor('新项', target === undefined ? {} : { target })).toEqual({ id: '新项', ...item })
})

it('names that nobody has are told, a wrong formula is refused', () => {
  const scheme = { items: [{ id: '支出', type: 'money' }], measures: [] } as never
  const declaration = { items: [{ id: '次数', type: 'count' }] } as never
  expect(unknownNames('支出 / 次数 + 新项', declaration, scheme)).toEqual({ ok: true, names: ['新项'] })
  expect(unknownNames('支出 +', declaration, scheme)).toMatchObject({ ok: false })
})

it.each([
  ['按比例', 'ratio'],
  ['等级评定', 'levels'],
  ['公式', undefined],
])('the method %s is %s', (name, method) => {
  expect(methodOfName(name)).toBe(method)
})

it('another method has parameters at once', () => {
  const leaf = {
    id: 'a',
    name: 'a',
    points: '5',
    target: { comparator: '>=', value: '90%' },
    scoring: { method: 'ratio' },
  } as const
  expect(ownScoring('steps', leaf, 'zh')).toMatchObject({ method: 'steps' })
  expect(ownScoring('levels', leaf, 'zh')).toMatchObject({ method: 'levels' })
})
