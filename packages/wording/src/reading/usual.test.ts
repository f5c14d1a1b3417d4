import type { Scoring, Target } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import type { LeafContext } from '../standard/context.ts'
import { readRule } from './read-rule.ts'

const rate: LeafContext = {
  name: '预算执行率',
  points: '10',
  valueType: 'rate',
  target: { comparator: '>=', value: '95%' },
}
const whole: LeafContext = { ...rate, target: { comparator: '>=', value: '100%' } }
const count: LeafContext = {
  name: '培训人次',
  points: '10',
  valueType: 'count',
  target: { comparator: '>=', value: '50', unit: '人次' },
}
const cost: LeafContext = {
  name: '成本',
  points: '10',
  valueType: 'money',
  target: { comparator: '<=', value: '90', unit: '万元' },
}
const share: LeafContext = { ...rate, name: '控制率', target: { comparator: '<=', value: '100%' } }
const day: LeafContext = {
  name: '完成时间',
  points: '10',
  valueType: 'date',
  target: { comparator: '<=', date: '2021-12-31' },
}
const bare: LeafContext = { name: '满意度', points: '10', valueType: 'rate' }
const words: LeafContext = { name: '社会影响', points: '10', target: { text: '有所提高' } }
const to = (leaf: LeafContext, target: Target): LeafContext => ({ ...leaf, target })

const ratio: Scoring = { method: 'ratio' }
const pass: Scoring = { method: 'pass' }
const lower = (deduct: string, size = '1%'): Scoring => ({
  method: 'steps',
  below: { size, per: 'percentage-point', deduct },
})

describe('sentences as published tables word them', () => {
  const rows: readonly [string, LeafContext, Scoring][] = [
    // All or nothing.
    ['达到得满分，否则不得分', rate, pass],
    ['达到目标值得满分，未达到不得分。', count, pass],
    ['达标得满分，不达标不得分', rate, pass],
    ['达标得10分，未达标得0分', rate, pass],
    ['完成得满分；未完成的不得分', count, pass],
    ['不超过目标值得满分，超过不得分', cost, pass],
    ['控制在目标值以内得满分，否则不得分', cost, pass],
    ['按时完成得满分，逾期不得分', day, pass],
    ['达标得满分，否则不得分', to(rate, { low: '95%', high: '105%' }), pass],
    ['完成得满分，否则不得分', cost, pass],
    // In proportion.
    ['按比例扣分', rate, ratio],
    ['按比例得分', bare, { method: 'formula', formula: '满意度 * 10' }],
    ['实际÷目标×分值，最高得满分', count, ratio],
    ['得分=实际完成值/目标值×分值，超过满分按满分计', count, ratio],
    ['得分＝（实际完成数÷计划完成数）×100%×指标分值，满分为止。', count, ratio],
    ['按比例得分', rate, ratio],
    ['按完成比例得分', count, ratio],
    ['按实际完成率计分，封顶', count, ratio],
    ['达到目标值得满分，未达到的按比例得分', rate, ratio],
    ['达到目标值得10分，未完成的，按完成比例计分', count, ratio],
    ['达到得满分，未达到按比例扣分', count, ratio],
    ['完成率×指标分值', count, ratio],
    ['完成率*权重', whole, ratio],
    ['得分=目标值÷实际值×分值，最高得满分', cost, ratio],
    // By steps.
    ['每低1个百分点扣0.5分，扣完为止', rate, lower('0.5')],
    ['每低于目标值1个百分点扣0.5分，扣完为止。', rate, lower('0.5')],
    ['每降低一个百分点，扣除0.5分，直至扣完', rate, lower('0.5')],
    ['每降5%扣1分', rate, lower('1', '5%')],
    ['未达到目标值的，每低1个百分点扣0.5分，扣完为止', rate, lower('0.5')],
    ['达标得满分，每低1%扣0.5分，扣完该项分值为止', rate, lower('0.5')],
    ['达到目标值得满分，未达到的，每降低1个百分点扣0.5分，扣完为止', rate, lower('0.5')],
    [
      '每低1个百分点扣0.5分，不足1个百分点的按比例扣分，扣完为止',
      rate,
      { ...lower('0.5'), count: 'prorata' } as Scoring,
    ],
    ['每少1人次扣0.2分，扣完为止', count, { method: 'steps', below: { size: '1', per: 'unit', deduct: '0.2' } }],
    ['每少1%扣0.2分', count, { method: 'steps', below: { size: '1%', per: 'percent-of-target', deduct: '0.2' } }],
    [
      '每超过1个百分点扣0.5分，扣完为止',
      share,
      { method: 'steps', above: { size: '1%', per: 'percentage-point', deduct: '0.5' } },
    ],
    ['每逾期1天扣0.5分，扣完为止', day, { method: 'steps', above: { size: '1', per: 'unit', deduct: '0.5' } }],
    // In bands: who owns an edge is said by at least one of its neighbours.
    [
      '90%以上得10分，80%（含）-90%得8分，80%以下不得分',
      bare,
      {
        method: 'bands',
        otherwise: '0',
        bands: [
          { from: '80%', included: true, score: '8' },
          { from: '90%', included: true, score: '10' },
        ],
      },
    ],
    [
      '90%（含）以上的，得满分；80%-90%（不含）的，得8分；低于80%的，不得分',
      bare,
      {
        method: 'bands',
        otherwise: '0',
        bands: [
          { from: '80%', included: true, score: '8' },
          { from: '90%', included: true, score: '100%' },
        ],
      },
    ],
    ['60%以上得满分，60%以下不得分', bare, { method: 'pass', threshold: { comparator: '>=', value: '60%' } }],
    ['高于60%得满分，60%以下不得分', bare, { method: 'pass', threshold: { comparator: '>', value: '60%' } }],
    // By discretion.
    ['酌情评分', words, { method: 'judgement' }],
    ['酌情扣分', rate, { method: 'judgement' }],
    ['根据完成情况酌情计分。', words, { method: 'judgement' }],
  ]
  for (const [text, leaf, scoring] of rows) {
    test(text, () => expect(readRule(text, leaf).scoring).toEqual(scoring))
  }
})

describe('what leaves something open, or contradicts its row, is not read', () => {
  const rows: readonly [string, string, LeafContext][] = [
    ['no target to deduct from', '每低1个百分点扣0.5分，扣完为止', bare],
    ['deducted on the good side', '每低1个百分点扣0.5分，扣完为止', share],
    ['deducted on the good side', '每超过1个百分点扣0.5分，扣完为止', rate],
    ['a target with two sides', '每低1个百分点扣0.5分，扣完为止', to(rate, { comparator: '=', value: '95%' })],
    ['a target that excludes itself', '每低1个百分点扣0.5分', to(rate, { comparator: '>', value: '95%' })],
    ['the quotient stands the wrong way round', '实际÷目标×分值，最高得满分', cost],
    ['less is better, so in which proportion?', '按比例得分', cost],
    ['less is better, so in which proportion?', '达到目标值得满分，超过的按比例扣分', cost],
    ['a proportion of 0', '按比例得分', to(count, { comparator: '>=', value: '0', unit: '人次' })],
    ['a rate, or what it makes of its target?', '完成率×分值', rate],
    ['other points than those of the row', '达标得8分，未达标得0分', rate],
    ['a clause more', '每低1个百分点扣0.5分，低于80%不得分', rate],
    ['an edge that nobody claims', '90%以上得10分，80%-90%得8分，80%以下不得分', bare],
    ['an edge that nobody claims', '80-90%得8分，90-100%得10分，低于80%不得分', bare],
    ['an edge that two claim', '90%以上得10分，80%（含）-90%（含）得8分，80%以下不得分', bare],
  ]
  for (const [why, text, leaf] of rows) {
    test(`${text}: ${why}`, () => expect(readRule(text, leaf).status).not.toBe('full'))
  }
})

describe('how a part of a step counts is asked where the text does not say', () => {
  const rows: readonly [string, LeafContext, boolean][] = [
    ['每低1个百分点扣0.5分，扣完为止', rate, true],
    ['每低1个百分点扣0.5分，不足1个百分点的不扣分，扣完为止', rate, false],
    ['每少1人次扣0.2分，扣完为止', count, false],
    ['每少5人次扣1分，扣完为止', count, true],
    ['每超1万元扣1分', cost, true],
    ['按比例得分', count, false],
  ]
  for (const [text, leaf, isAsked] of rows) {
    test(text, () => {
      expect(readRule(text, leaf).questions.some(({ kind }) => kind === 'step-count')).toBe(isAsked)
    })
  }
})
