import { describe, expect, it } from 'vitest'
import { Exact } from '../exact.ts'
import type { Leaf } from '../schema/indicator.ts'
import type { Scoring } from '../schema/scoring.ts'
import type { Entry, Layer } from '../schema/submission.ts'
import { readJudgement } from './read-judgement.ts'

const leaf = (scoring: Scoring, more: Partial<Leaf> = {}): Leaf => ({
  id: 'q',
  name: '质量',
  points: '10',
  scoring,
  ...more,
})
const judgement = leaf({ method: 'judgement' })
const panel = leaf({ method: 'judgement', panel: { rule: 'mean', quorum: 2 } })
const levels = leaf({
  method: 'levels',
  levels: [
    { name: '达成', from: '80%', to: '100%' },
    { name: '部分', from: '80%', to: '60%' },
    { name: '未达成', share: '0%' },
  ],
})
const checklist = leaf({
  method: 'checklist',
  elements: [
    { id: 'a', text: '依据充分', score: '5', met: 'judged' },
    { id: 'b', text: '有制度', score: '5', met: { item: '制度' } },
  ],
})
const computed = leaf({ method: 'ratio' })

/** The judgement as text, or its state, with the codes of what is wrong. */
function outcome(of: Leaf, entry: Entry | undefined, scheme = {}): string {
  const found = readJudgement(of, entry, { scheme })
  const codes = found.issues.map((each) => each.code)
  const shown = found.state === 'present' ? showJudged(found.judged) : found.state
  return [shown, ...codes].join(' ')
}

function showJudged(judged: Extract<ReturnType<typeof readJudgement>, { state: 'present' }>['judged']): string {
  switch (judged.kind) {
    case 'points':
      return judged.points.toText()
    case 'experts':
      return judged.experts.map(({ who, points }) => `${who}=${points.toText()}`).join(',')
    case 'level':
      return `${judged.level.name} ${judged.share.toText()}`
    case 'elements':
      return [...judged.met].map(([id, met]) => `${id}:${met}`).join(',')
  }
}

const layer = (more: Partial<Layer>): Entry => ({ layers: [{ layer: 'judged', ...more }] })

describe('a judgement', () => {
  it.each([
    // one person's points
    [judgement, 10, '10'],
    [judgement, layer({ value: '7.5', why: '缺验收材料' }), '7.5'],
    [judgement, 7.5, '7.5 SUBMISSION_REASON'],
    [judgement, layer({ value: 7.5, why: ' ' }), '7.5 SUBMISSION_REASON'],
    [judgement, 10.01, 'error SUBMISSION_SCORE_LIMIT'],
    [judgement, -1, 'error SUBMISSION_SCORE_LIMIT'],
    [judgement, '75%', 'error SUBMISSION_TYPE'],
    [judgement, true, 'error SUBMISSION_JUDGEMENT_FORM'],
    [judgement, { experts: [{ who: '甲', score: 10 }] }, 'error SUBMISSION_JUDGEMENT_FORM'],
    [judgement, undefined, 'missing'],
    [judgement, null, 'missing'],
    // a panel: its experts, or one number for all
    [
      panel,
      layer({
        value: {
          experts: [
            { who: '甲', score: 9 },
            { who: '乙', score: '8.5' },
          ],
        },
        why: '见评审意见',
      }),
      '甲=9,乙=8.5',
    ],
    [
      panel,
      {
        experts: [
          { who: '甲', score: 10 },
          { who: '乙', score: 10 },
        ],
      },
      '甲=10,乙=10',
    ],
    [panel, 10, '10'],
    [
      panel,
      {
        experts: [
          { who: '甲', score: 10 },
          { who: '甲', score: 9 },
        ],
      },
      'error SUBMISSION_EXPERT_TWICE',
    ],
    [
      panel,
      {
        experts: [
          { who: '甲', score: 11 },
          { who: '乙', score: 'x' },
        ],
      },
      'error SUBMISSION_SCORE_LIMIT SUBMISSION_TYPE',
    ],
    [panel, { level: '达成' }, 'error SUBMISSION_JUDGEMENT_FORM'],
    // levels: the lower end belongs to the range, the upper one only at the top
    [levels, { level: '达成', share: '100%' }, '达成 1'],
    [levels, layer({ value: { level: '达成', share: 0.8 }, why: '略' }), '达成 0.8'],
    [levels, { level: '达成', share: '79.99%' }, 'error SUBMISSION_SHARE'],
    [levels, { level: '部分', share: '80%' }, 'error SUBMISSION_SHARE'],
    [levels, layer({ value: { level: '部分', share: '60%' }, why: '略' }), '部分 0.6'],
    [levels, { level: '部分', share: '60%' }, '部分 0.6 SUBMISSION_REASON'],
    [levels, { level: '部分' }, 'missing'],
    [levels, layer({ value: { level: '未达成' }, why: '未开展' }), '未达成 0'],
    [levels, { level: '未达成', share: '10%' }, 'error SUBMISSION_SHARE'],
    [levels, { level: '未达成', share: 'x' }, 'error SUBMISSION_TYPE'],
    [levels, { level: '优' }, 'error SUBMISSION_LEVEL'],
    [levels, '达成', 'error SUBMISSION_JUDGEMENT_FORM'],
    // checklist: judged elements only
    [checklist, { elements: { a: false } }, 'a:false'],
    [checklist, { elements: {} }, ''],
    [checklist, { elements: { a: true, b: true, c: true } }, 'a:true SUBMISSION_ELEMENT SUBMISSION_ELEMENT'],
    [checklist, { elements: { a: true }, level: '优' }, 'error SUBMISSION_JUDGEMENT_FORM'],
    // a computed leaf takes none
    [computed, 5, 'missing SUBMISSION_NOT_JUDGED'],
    [computed, undefined, 'missing'],
  ] as [Leaf, Entry | undefined, string][])('of %o reads %j as %s', (of, entry, expected) => {
    expect(outcome(of, entry)).toBe(expected)
  })

  const none: Entry = layer({ state: 'not-applicable', why: '本年无此项目' })
  it.each([
    ['refused without permission', computed, none, {}, 'error SUBMISSION_NOT_APPLICABLE_REFUSED'],
    ['permitted by the leaf', leaf({ method: 'ratio' }, { notApplicable: 'full' }), none, {}, 'not-applicable'],
    ['permitted by a stated policy of the scheme', computed, none, { notApplicable: 'rescale' }, 'not-applicable'],
    ['for judged leaves too', judgement, none, { notApplicable: 'siblings' }, 'not-applicable'],
    [
      'refused without a reason',
      computed,
      layer({ state: 'not-applicable' }),
      { notApplicable: 'full' },
      'error SUBMISSION_NOT_APPLICABLE_REASON',
    ],
  ] as [string, Leaf, Entry, object, string][])('不适用 is %s', (_, of, entry, scheme, expected) => {
    expect(outcome(of, entry, scheme)).toBe(expected)
  })

  it('gives the reason, the top layer and those below', () => {
    const found = readJudgement(judgement, {
      layers: [
        { layer: 'overridden', value: 9, who: '处长', why: '补充材料' },
        { layer: 'judged', value: 6, who: '专家', why: '材料不全' },
      ],
    })
    expect(found).toMatchObject({ state: 'present', judged: { points: Exact.of('9') }, why: '补充材料', issues: [] })
    expect(found.top?.who).toBe('处长')
    expect(found.below.map((each) => each.who)).toEqual(['专家'])
  })

  it('to be verified is provisional', () => {
    expect(readJudgement(judgement, layer({ value: 10, state: 'to-be-verified' }))).toMatchObject({ provisional: true })
  })

  it('says where: the expert and the member that is wrong', () => {
    const found = readJudgement(panel, layer({ value: { experts: [{ who: '甲', score: 99 }] } }))
    expect(found.issues[0]).toMatchObject({
      pointer: '/judgements/q/layers/0/value/experts/0',
      where: ['质量', '甲'],
      expected: '10',
      found: 99,
    })
  })

  it('a level named as the highest is the top one wherever it stands in the list', () => {
    const upward = leaf({
      method: 'levels',
      levels: [
        { name: '低', from: '0%', to: '50%' },
        { name: '高', from: '50%', to: '100%' },
      ],
    })
    expect(outcome(upward, { level: '高', share: 1 })).toBe('高 1')
    expect(outcome(upward, { level: '低', share: 0.5 })).toBe('error SUBMISSION_SHARE')
  })
})
