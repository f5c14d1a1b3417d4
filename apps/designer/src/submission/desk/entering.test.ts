import type { Item, LayerEntry, Leaf, Scheme } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { checkEntry, isBelowFull, judgingLayer, readEntered, type Target, writable } from './entering.ts'

const leaf = (scoring: Leaf['scoring']): Leaf => ({ id: 'a', name: '甲', points: '10', scoring })
const points = leaf({ method: 'judgement' })
const panel = leaf({ method: 'judgement', panel: { rule: 'mean', quorum: 2 } })
const levels = leaf({
  method: 'levels',
  levels: [
    { name: '达成', share: '100%' },
    { name: '部分达成', from: '60%', to: '80%' },
    { name: '未达成', share: '0' },
  ],
})
const checklist = leaf({
  method: 'checklist',
  elements: ['x', 'y'].map((id) => ({ id, text: id, score: '5', met: 'judged' as const })),
})
const rate: Item = { id: '满意度', type: 'rate' }
const spared: Item = { id: '支出', type: 'money', unit: '万元', mayBeNotApplicable: true }
const scheme = { notApplicable: 'siblings' } as unknown as Scheme

const judged = (of: Leaf): Target => ({ of: 'judgements', leaf: of, layer: 'judged' })
const verified = (item: Item): Target => ({ of: 'items', item, layer: 'verified' })
const overridden = (of: Leaf): Target => ({ of: 'judgements', leaf: of, layer: 'overridden' })

describe('who writes what', () => {
  it.each([
    [
      'an evaluator',
      { verify: true, judge: true, override: false },
      { verified: true, judged: 'all', overridden: false },
    ],
    [
      'an expert',
      { verify: false, judge: true, override: false },
      { verified: false, judged: 'own', overridden: false },
    ],
    [
      'a reviewer',
      { verify: false, judge: false, override: true },
      { verified: false, judged: 'nothing', overridden: true },
    ],
  ])('%s', (_, rights, expected) => {
    expect(writable(rights)).toEqual(expected)
  })

  it('an expert judges a leaf without a panel for all, and one with a panel for themselves', () => {
    const may = writable({ verify: false, judge: true, override: false })
    expect(judgingLayer(points, may)).toEqual({ layer: 'judged', isOwn: false })
    expect(judgingLayer(panel, may)).toEqual({ layer: 'judged', isOwn: true })
    expect(judgingLayer(leaf({ method: 'ratio' }), may)).toBeUndefined()
  })
})

describe('what is typed becomes an entry', () => {
  it.each<[string, Target, string, string | undefined, Partial<LayerEntry>]>([
    ['points', judged(points), '８.5分', '材料不全', { layer: 'judged', value: '8.5', why: '材料不全' }],
    ['a level by its place', judged(levels), '1', undefined, { value: { level: '达成' } }],
    [
      'a level by its place, with its share',
      judged(levels),
      '2 70%',
      undefined,
      { value: { level: '部分达成', share: '70%' } },
    ],
    ['a level by its name', judged(levels), '未达成', undefined, { value: { level: '未达成' } }],
    ['elements', judged(checklist), '2', undefined, { value: { elements: { x: false, y: true } } }],
    [
      'a panel by its names',
      judged(panel),
      '张三 8；李四 9',
      '见记录',
      {
        value: {
          experts: [
            { who: '张三', score: '8' },
            { who: '李四', score: '9' },
          ],
        },
      },
    ],
    [
      'a verified rate',
      verified(rate),
      '91%',
      '抽查问卷',
      { of: 'items', id: '满意度', layer: 'verified', value: '91%' },
    ],
    [
      '不适用, with its reason beside it',
      verified(spared),
      '不适用',
      '无此业务',
      { state: 'not-applicable', why: '无此业务' },
    ],
    [
      '不适用, with its reason behind it',
      verified(spared),
      '不适用：无此业务，见附件（一）',
      undefined,
      { state: 'not-applicable', why: '无此业务，见附件（一）' },
    ],
    ['不适用, with another reason', verified(spared), '不适用：已撤并', '无此业务', { why: '已撤并' }],
    ['another score in 复核', overridden(points), '9', '补充了材料', { layer: 'overridden', value: '9' }],
  ])('%s', (_, target, text, why, expected) => {
    expect(readEntered(target, text, why, scheme)).toMatchObject({ entry: expected })
  })

  it('of a subordinate unit where it is one', () => {
    expect(readEntered({ ...verified(rate), unit: '一中' } as Target, '91%', undefined, scheme)).toMatchObject({
      entry: { unit: '一中' },
    })
  })

  it('that takes the layer away where the field is emptied', () => {
    expect(readEntered(judged(points), ' ', undefined, scheme)).toEqual({
      entry: { of: 'judgements', id: 'a', layer: 'judged' },
    })
  })

  it('or is asked about where it can mean two things', () => {
    expect(readEntered(verified(rate), '91', undefined, scheme)).toMatchObject({
      question: 'rate',
      readings: [{ text: '91%', entry: { value: '91%', layer: 'verified' } }, { text: '9100%' }],
    })
  })

  it.each<[string, Target, string]>([
    ['more than the points', judged(points), '11'],
    ['one expert above the points', judged(panel), '张三 8；李四 12'],
    ['a level that is not there', judged(levels), '7'],
    ['a share out of its range', judged(levels), '2 90%'],
    ['a word for a number', verified(spared), '很多'],
  ])('or is refused: %s', (_, target, text) => {
    expect(readEntered(target, text, undefined, scheme)).toMatchObject({ refused: 'issue' })
  })
})

describe('before an entry is sent', () => {
  const entry = (target: Target, more: Partial<LayerEntry>): LayerEntry => ({
    of: target.of,
    id: target.of === 'items' ? target.item.id : target.leaf.id,
    layer: target.layer,
    ...more,
  })
  it.each<[string, Target, Partial<LayerEntry>, boolean]>([
    ['fewer than the full points', judged(points), { value: '8' }, true],
    ['fewer than the full points, with a reason', judged(points), { value: '8', why: '材料不全' }, false],
    ['full points', judged(points), { value: '10' }, false],
    ['a level below the best', judged(levels), { value: { level: '未达成' } }, false],
    ['an unmet element, which says itself why', judged(checklist), { value: { elements: { x: false } } }, false],
    ['an override, whatever its points', overridden(points), { value: '10' }, true],
    ['an override with its reason', overridden(points), { value: '10', why: '补充了材料' }, false],
    ['an override that is taken back', overridden(points), {}, false],
    ['不适用', verified(spared), { state: 'not-applicable' }, true],
  ])('a reason is asked for, or not: %s', (_, target, more, lacksReason) => {
    const checked = checkEntry(target, entry(target, more), scheme)
    expect(checked).toMatchObject({ lacksReason, isSendable: !lacksReason })
    expect(checked.issues.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('what is wrong is kept back', () => {
    expect(checkEntry(judged(points), entry(judged(points), { value: '12' }), scheme)).toMatchObject({
      isSendable: false,
      issues: [{ code: 'SUBMISSION_SCORE_LIMIT' }],
    })
  })
})

it.each<[string, Leaf, LayerEntry['value'], boolean]>([
  ['points', points, '9.99', true],
  ['full points', points, 10, false],
  ['a share of a level', levels, { level: '部分达成', share: '70%' }, true],
  ['the best level', levels, { level: '达成' }, false],
  ['a missing element', checklist, { elements: { x: true, y: false } }, true],
  [
    'one of the experts',
    panel,
    {
      experts: [
        { who: '张', score: '9' },
        { who: '李', score: '10' },
      ],
    },
    true,
  ],
])('the reason follows what is below full points: %s', (_, of, value, expected) => {
  expect(isBelowFull(of, { value })).toBe(expected)
})
