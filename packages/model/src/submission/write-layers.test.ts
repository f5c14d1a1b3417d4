import { expect, it } from 'vitest'
import type { Submission } from '../schema/submission.ts'
import { type LayerEntry, writeLayers } from './write-layers.ts'

const stamp = { who: '张三', when: '2026-01-01T00:00:00Z' }
const before: Submission = {
  yardstick: 'submission/1',
  subject: { department: '教育局' },
  period: '2025',
  items: { 次数: 3 },
  units: [{ name: '一中', items: { 次数: 1 } }],
}
const at = (more: Partial<LayerEntry>): LayerEntry => ({ of: 'items', id: '次数', layer: 'reported', ...more })

it.each([
  ['another value', [at({ value: '4' })], { 次数: { layers: [{ layer: 'reported', value: '4', ...stamp }] } }, 1],
  ['what is there already', [at({ value: 3 })], { 次数: 3 }, 0],
  ['nothing, which takes the layer away', [at({})], {}, 1],
  [
    'a layer above, under which the lower one stays',
    [at({ layer: 'verified', value: '5' })],
    {
      次数: {
        layers: [
          { layer: 'reported', value: 3 },
          { layer: 'verified', value: '5', ...stamp },
        ],
      },
    },
    1,
  ],
])('writing %s', (_, entries, items, count) => {
  const { submission, changes } = writeLayers(before, entries, stamp)
  expect(submission.items).toEqual(items)
  expect(changes).toHaveLength(count)
  expect(before.items).toEqual({ 次数: 3 })
})

it('writes to a unit by its name, and a unit without entries is none', () => {
  const { submission } = writeLayers(before, [at({ unit: '一中' }), at({ unit: '二中', value: '2' })], stamp)
  expect(submission.units).toEqual([
    { name: '二中', items: { 次数: { layers: [{ layer: 'reported', value: '2', ...stamp }] } } },
  ])
})
