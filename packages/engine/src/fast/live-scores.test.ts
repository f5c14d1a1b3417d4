import { expect, it } from 'vitest'
import { schemeOf, sha256 } from '../check/check.testing.ts'
import { compile } from '../compile/compile.ts'
import { LiveScores } from './live-scores.ts'

it('asks the reference again for a leaf that it always scores, once a value has changed', () => {
  // No double holds this line: the reference scores the leaf in every row, and no step of it reads the item.
  const anchors = [
    { at: '0', score: '0' },
    { at: '3.00000000000000000000000001', score: '7.0000000000000000000001' },
  ]
  const scheme = {
    ...schemeOf([
      {
        id: 'a',
        name: 'a',
        points: '10',
        actual: '完成率',
        scoring: { method: 'curve', anchors, below: 'hold', above: 'hold' },
      },
    ]),
    items: [{ id: '完成率', type: 'number' as const, digits: 2 }],
  }
  const compiled = compile(scheme, { sha256 })
  if (!compiled.ok) throw new Error('no scheme')
  const live = new LiveScores(compiled.value, {
    yardstick: 'submission/1',
    subject: { department: '甲局' },
    period: '2024',
    items: { 完成率: '0' },
  })
  expect(live.read().scoreOf(0)).toBe('0')
  live.change({ kind: 'item', id: '完成率' }, '3')
  expect(live.read().scoreOf(0)).toBe('7')
})
