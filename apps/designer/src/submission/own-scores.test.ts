import type { LayerEntry, Scheme, Submission } from '@yardstick/model'
import { expect, it } from 'vitest'
import { emptyJournal, noted, sendable, withJournal } from './journal.ts'
import { OwnScores } from './own-scores.ts'

const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 's',
  name: '测试',
  version: '1',
  fullScore: '20',
  items: [],
  indicators: [
    { id: '专家', name: '专家', points: '10', scoring: { method: 'judgement', panel: { rule: 'mean', quorum: 2 } } },
    { id: '人工', name: '人工', points: '10', scoring: { method: 'judgement' } },
  ],
}
const before: Submission = {
  yardstick: 'submission/1',
  subject: { department: '教育局' },
  period: '2025',
  items: {},
  judgements: {
    专家: { layers: [{ layer: 'judged', value: { experts: [{ who: '李', score: '9' }] }, why: '李：慢' }] },
  },
}
const score = (id: string, more: Partial<LayerEntry>): LayerEntry => ({
  of: 'judgements',
  id,
  layer: 'judged',
  ...more,
})
const own = new OwnScores(scheme, '张')
const written = (entry: LayerEntry, by = own) =>
  withJournal(before, noted(emptyJournal, { entries: [entry] }), '张', by).judgements?.[entry.id]

it("an expert's score stands beside those of the others, under the expert's name", () => {
  expect(written(score('专家', { value: '8', why: '材料不全' }))).toMatchObject({
    layers: [
      {
        value: {
          experts: [
            { who: '李', score: '9' },
            { who: '张', score: '8' },
          ],
        },
        why: '李：慢\n张：材料不全',
      },
    ],
  })
})

it('a leaf without a panel is judged for all, and so is a panel by those who write it whole', () => {
  expect(written(score('人工', { value: '8' }))).toMatchObject({ layers: [{ value: '8' }] })
  expect(written(score('专家', { value: '8' }), new OwnScores(scheme, undefined))).toMatchObject({
    layers: [{ value: '8' }],
  })
})

it('what waits for its reason is not sent', () => {
  const entries: LayerEntry[] = [
    score('专家', { value: '8' }),
    score('人工', { value: '10', layer: 'overridden' }),
    score('人工', { value: '10' }),
  ]
  const sent = (more: Partial<LayerEntry>) =>
    sendable({ entries: entries.map((each) => ({ ...each, ...more })) }, [], before, own).entries.length
  expect(sent({})).toBe(1)
  expect(sent({ why: '材料不全' })).toBe(3)
})
