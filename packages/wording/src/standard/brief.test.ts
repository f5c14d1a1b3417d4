import type { Scoring } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { type BriefContext, printMethodBrief } from './brief.ts'

const point = { size: '1%', per: 'percentage-point' } as const
const judged = { text: '要素', score: '1', met: 'judged' } as const

const rows: readonly [Scoring, BriefContext, zh: string, en: string][] = [
  [{ method: 'ratio' }, {}, '实际÷目标×分值，封顶', 'points × actual ÷ target, capped'],
  [
    { method: 'ratio' },
    { target: { comparator: '<=', value: '90' } },
    '目标÷实际×分值，封顶',
    'points × target ÷ actual, capped',
  ],
  [
    { method: 'ratio', passLine: '60%', overshoot: { beyond: '30%', effect: 'refuse' } },
    {},
    '实际÷目标×分值，封顶，及格线60%，偏离超30%不得分',
    'points × actual ÷ target, capped, pass line 60%, none if over by 30%',
  ],
  [{ method: 'steps', below: { ...point, deduct: '1' } }, {}, '每低1个百分点扣1分', '−1 per 1 pp below'],
  [
    { method: 'steps', below: { ...point, deduct: '0.2' }, above: { ...point, deduct: '0.2' } },
    {},
    '每偏离1个百分点扣0.2分',
    '−0.2 per 1 pp off',
  ],
  [
    { method: 'steps', above: { size: '1', per: 'unit', deduct: '2' } },
    { unit: '天' },
    '每高1天扣2分',
    '−2 per 1 天 above',
  ],
  [
    { method: 'steps', above: { size: '1', per: 'unit', deduct: '0.2' } },
    { valueType: 'date' },
    '每晚1天扣0.2分',
    '−0.2 per 1 d late',
  ],
  [{ method: 'steps' }, {}, '不扣分', 'nothing deducted'],
  [
    {
      method: 'bands',
      otherwise: '0',
      bands: [
        { from: '60%', included: true, score: '5' },
        { from: '90%', included: true, score: '10' },
      ],
    },
    {},
    '分3档：10/5/0',
    '3 bands: 10/5/0',
  ],
  [
    {
      method: 'curve',
      anchors: [
        { at: '1', score: '0' },
        { at: '2', score: '5' },
      ],
      below: 'zero',
      above: 'hold',
    },
    {},
    '按2点折线内插',
    'a line through 2 points',
  ],
  [{ method: 'pass' }, {}, '达标得满分', 'all or nothing'],
  [{ method: 'pass', threshold: { comparator: '>=', value: '90%' } }, {}, '≥90%得满分', 'full points if ≥90%'],
  [
    {
      method: 'checklist',
      elements: [
        { id: '1', ...judged, gate: true },
        { id: '2', ...judged },
      ],
    },
    {},
    '2项要素，1项必备',
    '2 elements, 1 required',
  ],
  [
    {
      method: 'levels',
      levels: [
        { name: '优', share: '100%' },
        { name: '差', share: '0%' },
      ],
    },
    {},
    '评定等级：优/差',
    'judged: 优/差',
  ],
  [{ method: 'judgement' }, {}, '评价人员评分', 'judged'],
  [{ method: 'judgement', panel: { rule: 'mean', quorum: 3 } }, {}, '专家评分，取平均分', "a panel's mean"],
  [
    { method: 'formula', formula: '10*(1-10*全年预算调整金额/年初预算数)' },
    {},
    '公式：10*(1-10*全年预算调整…',
    'formula: 10*(1-10*全年预算调整…',
  ],
  [
    { method: 'table', columns: ['A'], rows: [{ when: [null], score: '1' }], hit: 'first', otherwise: '0' },
    {},
    '决策表1行，取最先符合',
    'a table of 1 row, first hit',
  ],
  [{ method: 'share-met', of: { siblings: true } }, {}, '同级指标达标占比×分值', 'points × share of siblings met'],
  [
    { method: 'rank', within: '学校类别', rule: { by: 'best' } },
    {},
    '同“学校类别”内与第1名的比例×分值',
    'points × ratio to the best within "学校类别"',
  ],
]

describe('a rule in the words of a cell', () => {
  for (const [scoring, context, zh, en] of rows) {
    test(zh, () => {
      expect([printMethodBrief(scoring, 'zh', context), printMethodBrief(scoring, 'en', context)]).toEqual([zh, en])
    })
  }
})
