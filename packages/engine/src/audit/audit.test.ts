import { type Json, type ScoreSheet, validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { audit } from './audit.ts'
import { branch, findings, leaf, row, sheet } from './sheet.testing.ts'

/** Title, sheet, and each finding as code, where, expected, found. A sheet without findings ends after the sheet. */
type Case = readonly [title: string, made: ScoreSheet, ...found: (readonly [string, string, Json, Json])[]]

function check(cases: readonly Case[]): void {
  test.each(cases.map(([title, made, ...found]) => ({ title, made, found })))('$title', ({ made, found }) => {
    expect(validate('score-sheet', made).ok).toBe(true)
    expect(findings(made)).toEqual(
      found.map(([code, where, expected, present]) => ({ code, where, expected, found: present })),
    )
  })
}

const two = (a: number, b: number) => [row('甲', 5, a), row('乙', 5, b)]

describe('points', () => {
  check([
    ['children fill their parent', sheet([branch('产出', 10, 8, ...two(4, 4))])],
    [
      'children above their parent',
      sheet([branch('产出', 9, 8, ...two(4, 4))]),
      ['AUDIT_POINTS_SUM', '产出', '9', '10'],
    ],
    [
      'the top level against the full score',
      sheet(two(5, 5), { fullScore: 100 }),
      ['AUDIT_POINTS_SUM', '', '100', '10'],
    ],
    ['a branch that prints none is its children', sheet([branch('产出', null, 8, ...two(4, 4))], { fullScore: 10 })],
    [
      'a branch that prints none is its children, and these are missed above',
      sheet([branch('产出', 12, 8, branch('数量', null, null, ...two(4, 4)))]),
      ['AUDIT_POINTS_SUM', '产出', '12', '10'],
    ],
    [
      'a third of ten is rounding',
      sheet([branch('产出', 10, 9, row('甲', 3.33, 3), row('乙', 3.33, 3), row('丙', 3.33, 3))]),
      ['AUDIT_SUM_ROUNDING', '产出', '10', '9.99'],
    ],
    [
      'bonus points stand outside',
      sheet([...two(4, 4), row('加分项', 5, 2)], { fullScore: 10, published: { total: 10 } }),
    ],
    ['or are counted in', sheet([...two(4, 4), row('加分项', 5, 2)], { fullScore: 15, published: { total: 10 } })],
    ['增加分类培训 is no bonus', sheet([...two(4, 4), row('增加分类培训', 5, 2)])],
    [
      'a row 合计 is a claim and no addend',
      sheet([...two(4, 4), row('合计', 11, 9)], { fullScore: 10, published: { total: 8 } }),
      ['AUDIT_POINTS_SUM', '合计', '11', '10'],
      ['AUDIT_SCORE_SUM', '合计', '8', '9'],
    ],
    [
      'of rows to choose from nothing is added',
      sheet([branch('产出', 5, 4, row('甲（可选项）', 5, 4), row('乙（可选项）', 5, null))]),
    ],
    [
      'shares of the parent are no points',
      sheet(
        [
          branch('产出', 60, 50, row('甲', 40, 22), row('乙', 60, 28)),
          branch('效益', 40, 33, row('丙', 50, 18), row('丁', 50, 15)),
        ],
        { fullScore: 100 },
      ),
    ],
    [
      'a 1 under a wrong 2 is no share',
      sheet([branch('产出', 2, 1, row('甲', 1, 1))]),
      ['AUDIT_POINTS_SUM', '产出', '2', '1'],
    ],
    [
      'what the known rows already exceed',
      sheet([branch('产出', 4, 4, row('甲', 5, 2), row('乙', null, 2))]),
      ['AUDIT_SUM_BOUNDS', '产出', { low: '5', high: null }, '4'],
    ],
  ])
})

describe('scores', () => {
  const published = (total: number | null) => ({ published: { total } })
  check([
    ['children make their parent', sheet([branch('产出', 10, 7.5, ...two(4, 3.5))])],
    [
      'the total against the top level',
      sheet(two(4, 4), { published: { total: 9 } }),
      ['AUDIT_SCORE_SUM', '', '8', '9'],
    ],
    [
      'a wrong heading, and what its right number agrees with',
      sheet([
        branch('效益', 20, 16.8, branch('效果', 10, 9.6, row('甲', 5, 4.8), row('乙', 5, 5)), row('公平', 10, 7)),
      ]),
      ['AUDIT_SCORE_SUM', '效益', '16.6', '16.8'],
      ['AUDIT_SCORE_SUM', '效益/效果', '9.8', '9.6'],
      [
        'AUDIT_SUM_SUSPECT',
        '效益/效果',
        { value: '9.8', agreesWith: ['16.8', '16.8'] },
        { value: '9.6', agreesWith: [] },
      ],
    ],
    [
      'a cent may be rounding',
      sheet(
        [branch('产出', 15, 4.79 * 3, row('甲', 5, 4.79), row('乙', 5, 4.79), row('丙', 5, 4.79))].map((each) => ({
          ...each,
          score: 14.38,
        })),
      ),
      ['AUDIT_SUM_ROUNDING', '产出', '14.37', '14.38'],
    ],
    ['a total in fewer digits', sheet(two(4.31, 4), published(8.3)), ['AUDIT_SUM_ROUNDING', '', '8.31', '8.3']],
    ['a branch that prints no score', sheet([branch('产出', 10, null, ...two(4, 4))], published(8))],
    [
      'a branch that prints no score, missed above',
      sheet([branch('产出', 10, null, ...two(4, 4))], published(9)),
      ['AUDIT_SCORE_SUM', '', '8', '9'],
    ],
    [
      'deductions are taken off',
      sheet([...two(4, 4), row('扣分项', null, 2)], { fullScore: 10, published: { total: 6 } }),
    ],
    [
      'a score that no row prints lies between 0 and the points',
      sheet([row('甲', 5, 4), row('乙', 5, null)], published(9.5)),
      ['AUDIT_SUM_BOUNDS', '', { low: '4', high: '9' }, '9.5'],
    ],
    ['and may be anything between', sheet([row('甲', 5, 4), row('乙', 5, null)], published(8.5))],
    [
      'a sheet of which only a part is there',
      sheet([row('甲', 5, 4)], { fullScore: 100, partial: { incompleteNodes: ['ROOT'] }, ...published(95) }),
    ],
    [
      'but the part may already exclude the total',
      sheet([row('甲', 5, 4)], { fullScore: 100, partial: { incompleteNodes: ['ROOT'] }, ...published(99.5) }),
      ['AUDIT_SUM_BOUNDS', '', { low: '4', high: '99' }, '99.5'],
    ],
    [
      'a branch of which only a part is there',
      sheet([branch('产出', 10, 8, row('甲', 5, 4))], { partial: { incompleteNodes: ['产出'] } }),
    ],
    [
      'a sheet that does not say which part is there',
      sheet([row('甲', 5, 4)], { fullScore: 100, partial: {}, ...published(90) }),
    ],
  ])
})

describe('scores beside their points', () => {
  check([
    ['at the points', sheet([row('甲', 5, 5)])],
    [
      'above',
      sheet([row('甲', 5, 5.5)]),
      ['AUDIT_SCORE_ABOVE_POINTS', '甲', '5', '5.5'],
      ['AUDIT_SCORE_ABOVE_POINTS', '', '5', '5.5'],
    ],
    [
      'above, in a branch that prints no score over rows that print no points',
      sheet([branch('产出', 5, null, row('甲', null, 3), row('乙', null, 3))], { published: { total: null } }),
      ['AUDIT_SCORE_ABOVE_POINTS', '产出', '5', '6'],
    ],
    ['below 0', sheet([row('甲', 5, -1), row('乙', 5, 5)]), ['AUDIT_NEGATIVE', '甲', '0', '-1']],
    ['a deduction is below 0', sheet([row('甲', 5, 5), row('扣分', null, -1)])],
    ['a bonus row without points', sheet([row('甲', 5, 4), row('加分', 0, 1)])],
    [
      'the rate typed into the score cell',
      leaf({ data: { printedScore: 100 } }),
      ['AUDIT_SCORE_ABOVE_POINTS', '指标', '10', '100'],
    ],
    [
      'another number in the score cell',
      leaf({ data: { printedScore: 9 } }),
      ['AUDIT_PRINTED_SCORE', '指标', '10', '9'],
    ],
    ['the same number in the score cell', leaf({ data: { printedScore: 10 } })],
  ])
})

describe('score rates', () => {
  check([
    ['rounded', sheet([row('甲', 18, 14, { printedRate: 77.78 })])],
    ['rounded to one digit', sheet([row('甲', 18, 14, { printedRate: 77.8 })])],
    ['rounded to none', sheet([row('甲', 18, 14, { printedRate: 78 })])],
    ['cut off', sheet([row('甲', 18, 14, { printedRate: 77.77 })]), ['AUDIT_RATE_TRUNCATED', '甲', '77.78%', '77.77%']],
    ['wrong', sheet([row('甲', 2, 1, { data: { printedRate: '75%' } })]), ['AUDIT_RATE', '甲', '50%', '75%']],
    ['right as text', sheet([row('甲', 2, 1, { data: { 得分率: '50.00%' } })])],
    ['a ratio', sheet([row('甲', 4, 3, { printedRate: 0.75 })])],
    [
      'of a wrong heading it may be the rate of either number',
      sheet([branch('产出', 10, 9, row('甲', 5, 4), row('乙', 5, 4))].map((each) => ({ ...each, printedRate: 80 }))),
      ['AUDIT_SCORE_SUM', '产出', '8', '9'],
    ],
    ['points 0 have no rate', sheet([row('甲', 0, 0, { printedRate: 100 })])],
  ])
})

describe('numbers repeated beside the table', () => {
  const tree = [branch('一、产出', 10, 8, ...two(4, 4)), branch('满意度指标', 5, null, row('丙', 5, 3))]
  const beside = (perLevel1: Record<string, number>) =>
    sheet(tree, { fullScore: 15, published: { total: 11, perLevel1 } })
  check([
    ['the same', beside({ 产出: 8, 满意度: 3 })],
    ['another', beside({ 产出: 8.5, 满意度: 3 }), ['AUDIT_PUBLISHED_SCORE', '一、产出', '8', '8.5']],
    ['another than the sum of the rows', beside({ 满意度: 4 }), ['AUDIT_PUBLISHED_SCORE', '满意度指标', '3', '4']],
    ['a name the table does not have', beside({ 效益: 8 })],
    [
      'on the second level, where one name stands twice',
      sheet([branch('产出', 5, 4, row('甲', 5, 4)), branch('效益', 5, 3, row('甲', 5, 3))], {
        published: { total: 7, perLevel2: { 甲: 5 } },
      }),
    ],
    [
      'the only scores there are',
      sheet([row('产出', 10, null), row('效益', 5, null)], {
        published: { total: 12, perLevel1: { 产出: 8, 效益: 3 } },
      }),
      ['AUDIT_SCORE_SUM', '', '11', '12'],
    ],
    [
      'a total above the full score',
      sheet([row('甲', 5, 4)], { fullScore: 3, published: { total: 4 } }),
      ['AUDIT_POINTS_SUM', '', '3', '5'],
      ['AUDIT_SCORE_ABOVE_POINTS', '', '3', '4'],
    ],
  ])
})

describe('grades', () => {
  const bands = [
    { name: '优', min: 90, max: 100 },
    { name: '良', min: 80, max: 90, maxExclusive: true },
    { name: '中', min: 60, max: 80, maxExclusive: true },
    { name: '差', min: 0, max: 60, maxExclusive: true },
  ]
  const graded = (total: number, grade: string | null, grades = bands) =>
    sheet([row('甲', 100, total)], { published: { total, grade }, grades })
  const whole = [
    { name: '优', min: 90, max: 100 },
    { name: '良', min: 80, max: 89 },
    { name: '差', min: 0, max: 79 },
  ]
  check([
    ['at the lower end', graded(90, '优')],
    ['just below', graded(89.99, '优'), ['AUDIT_GRADE', '', { grade: '良', total: '89.99' }, '优']],
    ['by another name', graded(90, '优秀')],
    ['that has no band', graded(90, '合格'), ['AUDIT_GRADE_UNKNOWN', '', ['优', '良', '中', '差'], '合格']],
    ['not given', graded(90, null)],
    ['bands of whole numbers on whole scores', graded(89, '良', whole)],
    [
      'bands of whole numbers on finer scores',
      graded(89.5, '良', whole),
      ['AUDIT_GRADE_GAP', '差/良', '80', '79'],
      ['AUDIT_GRADE_GAP', '良/优', '90', '89'],
    ],
    [
      'an end in two bands',
      graded(95, '优', [bands[0]!, { name: '良', min: 0, max: 90 }]),
      ['AUDIT_GRADE_OVERLAP', '良/优', '90', ['[0, 90]', '[90, 100]']],
    ],
    [
      'bands over one another',
      graded(95, '优', [
        { name: '优', min: 85, max: 100 },
        { name: '良', min: 0, max: 90 },
      ]),
      ['AUDIT_GRADE_OVERLAP', '良/优', '85', ['[0, 90]', '[85, 100]']],
    ],
    [
      'a band that holds nothing',
      graded(95, '优', [
        { name: '优', min: 80, max: 100 },
        { name: '良', min: 80, max: 60 },
      ]),
      ['AUDIT_GRADE_EMPTY', '良', '80', '[80, 60]'],
    ],
    [
      'bands that do not reach the ends',
      graded(95, '优', [
        { name: '优', min: 80, max: 99 },
        { name: '良', min: 60, max: 80, maxExclusive: true },
      ]),
      ['AUDIT_GRADE_GAP', '良', '0', '60'],
      ['AUDIT_GRADE_GAP', '优', '100', '99'],
    ],
  ])
})

describe('elements', () => {
  const elements = (criteria: unknown, met: unknown, score = 10) => leaf({ data: { criteria, met } }, score)
  check([
    ['that fill the points', elements([6, 4], [true, true])],
    [
      'worth too much, met up to the points',
      elements([6, 5], [true, true]),
      ['AUDIT_ELEMENTS_SUM', '指标', '10', '11'],
    ],
    [
      'worth too little for the score',
      elements([6, 3], [true, true]),
      ['AUDIT_ELEMENTS_SUM', '指标', '10', '9'],
      ['AUDIT_ELEMENTS_SCORE', '指标', '9', '10'],
    ],
    ['not all met', elements([6, 4], [true, false], 6)],
    ['not all met under full points', elements([6, 4], [true, false]), ['AUDIT_ELEMENTS_SCORE', '指标', '6', '10']],
    ['in shares', elements(['60%', '40%'], [true, true])],
    ['of which it is not said whether they are met', elements([6, 4], null)],
    ['that are no numbers', elements(['甲', '乙'], [true, true])],
    ['a deduction', leaf({ data: { deduction: '扣2分' } }, 8)],
    [
      'a deduction that leads elsewhere',
      leaf({ data: { deduction: '扣2分' } }, 9),
      ['AUDIT_DEDUCTION', '指标', '8', '9'],
    ],
    ['two deductions are not read', leaf({ data: { deduction: '扣2分，再扣1分' } }, 9)],
  ])
})

describe('standards', () => {
  const says = (standard: string, data: Record<string, unknown> = {}, score = 10) => leaf({ standard, data }, score)
  check([
    // what is awarded
    ['full marks', says('达到95%得10分，每降低1%扣1分')],
    ['full marks that are not', says('完成得 5 分，否则不得分'), ['AUDIT_STANDARD_POINTS', '指标', '10', '5']],
    ['too much', says('建有制度得12分，否则不得分'), ['AUDIT_STANDARD_POINTS', '指标', '10', '12']],
    ['awards that add up', says('有制度得6分；制度有效得4分')],
    ['awards that are a ladder', says('优得10分，良得8分，中得6分')],
    ['awards that do not reach', says('有制度得4分；制度有效得4分'), ['AUDIT_STANDARD_POINTS', '指标', '10', '8']],
    ['awards of which some are not read', says('①有制度4分；②制度有效得4分')],
    ['shares', says('具备要素①，得到指标分值的40%；其余得6分')],
    ['full marks by name', says('完成得满分，未完成的得5分，否则不得分')],
    ['one award for each', says('每开展1次得2分')],
    ['marks out of a hundred', says('优秀得100分，良好得80分')],
    ['one rung of a ladder', says('覆盖率在60%和80%之间，该项得1分')],
    ['of which only a part is known', says('(revealed) 得1分，否则不得分')],
    ['told element by element', leaf({ standard: '得5分；得6分', data: { criteria: [5, 5], met: [true, true] } })],
    // what the sentence gives
    ['below a threshold', says('达 95%得 10 分，每降低 1%扣 1 分，扣完为止', { rate: '91%' }, 6)],
    [
      'below a threshold, wrong',
      says('达 95%得 10 分，每降低 1%扣 1 分', { rate: '91%' }, 7),
      ['AUDIT_STANDARD_SCORE', '指标', '6', '7'],
    ],
    ['half a step, pro rata', says('达95%得10分，每降低1%扣1分', { rate: '94.5%' }, 9.5)],
    ['half a step, whole steps', says('达95%得10分，每降低1%扣1分', { rate: '94.5%' }, 10)],
    ['half a step, begun', says('达95%得10分，每降低1%扣1分', { rate: '94.5%' }, 9)],
    [
      'half a step, none of these',
      says('达95%得10分，每降低1%扣1分', { rate: '94.5%' }, 8),
      ['AUDIT_STANDARD_SCORE', '指标', ['9.5', '10', '9'], '8'],
    ],
    ['no fact', says('达95%得10分，每降低1%扣1分', {}, 3)],
    ['two percentages, neither named', says('达95%得10分，每降低1%扣1分', { 甲: '91%', 乙: '92%' }, 3)],
    ['with a lower limit', says('达95%得10分，每降低1%扣1分，低于60%不得分', { rate: '50%' }, 0)],
    ['below a threshold, full marks by name', says('100%计满分，每低于5%扣2分', { rate: '90%' }, 6)],
    [
      'below a threshold, full marks by name, wrong',
      says('执行率达到95%以上的，得满分，每低于1个百分点扣2分', { rate: '94%' }, 9),
      ['AUDIT_STANDARD_SCORE', '指标', '8', '9'],
    ],
    ['above a limit', says('控制率≦100%，计10分；每超过一个百分点扣0.5分，扣完为止', { rate: '103%' }, 8.5)],
    [
      'above a limit, wrong',
      says('控制率≤100%，计10分；每超过一个百分点扣0.5分', { rate: '103%' }),
      ['AUDIT_STANDARD_SCORE', '指标', '8.5', '10'],
    ],
    ['inside a zone', says('100%±5%得10分，超出100%±5%范围，每增加或减少1%扣0.2分', { rate: '104%' })],
    [
      'outside a zone',
      says('100%±5%得10分，超出100%±5%范围，每增加或减少1%扣0.2分', { rate: '110%' }),
      ['AUDIT_STANDARD_SCORE', '指标', '9', '10'],
    ],
    ['occurrences', says('运行稳定得10分，每发现1次不稳定状况扣2分', { occurrences: 2 }, 6)],
    [
      'occurrences, wrong',
      says('运行稳定得10分，每发现一次不稳定状况扣2分', { occurrences: 2 }),
      ['AUDIT_STANDARD_SCORE', '指标', '6', '10'],
    ],
    ['pieces', says('完成机房3套维保得满分，每减少1项扣4分', { target: 3, actual: 2 }, 6)],
    [
      'pieces, wrong',
      says('完成机房3套维保得满分，每减少1项扣4分', { target: 3, actual: 1 }, 6),
      ['AUDIT_STANDARD_SCORE', '指标', '2', '6'],
    ],
    ['within the budget', says('成本控制在预算内得10分，否则不得分', { 预算: 145.6, 实际: 145.6 })],
    [
      'beyond the budget',
      says('成本控制在预算内得10分，否则不得分', { 预算: 145.6, 实际: 145.7 }),
      ['AUDIT_STANDARD_SCORE', '指标', '0', '10'],
    ],
    ['in proportion', says('未达到 100%按资金实际到位率*指标权重得分', { rate: '85%' }, 8.5)],
    [
      'in proportion, wrong',
      says('未达到 100%按资金实际到位率*指标权重得分', { rate: '85%' }, 9.2),
      ['AUDIT_STANDARD_SCORE', '指标', '8.5', '9.2'],
    ],
  ])
})

describe('targets under full points', () => {
  const aims = (target: unknown, actual: unknown, more: Record<string, unknown> = {}, name = '完成率') =>
    leaf({ data: { target, actual, ...more } }, 10, name)
  const missed = (expected: string, found: string, name = '完成率') =>
    ['AUDIT_TARGET_MISSED', name, expected, found] as const
  check([
    ['reached', aims('达到100%', '100%')],
    ['missed', aims('达到100%', '95%'), missed('达到100%', '95%')],
    ['missed without full points', sheet([row('完成率', 10, 9, { data: { target: '达到100%', actual: '95%' } })])],
    ['以上 includes', aims('达90%以上', '90%')],
    ['以上, missed', aims('达90%以上', '89.9%'), missed('达90%以上', '89.9%')],
    ['in a clause', aims('机制健全在达到95%以上', '90%'), missed('机制健全在达到95%以上', '90%')],
    ['a comparator column', aims('95%', '90%', { op: '>=' }), missed('>=95%', '90%')],
    ['a comparator column of signs', aims('95', '90', { op: '≥', unit: '%' }), missed('≥95', '90')],
    ['a limit', aims('控制在3.5%以内', '2.11%')],
    ['a limit, missed', aims('控制在3.5%以内', '4%'), missed('控制在3.5%以内', '4%')],
    ['a range', aims('80%-120%', '119%')],
    ['a range, above', aims('80%-120%', '183%'), missed('80%-120%', '183%')],
    ['a range, below', aims('100%±5%', '94%'), missed('100%±5%', '94%')],
    ['an equal sign means at least', aims('100%', '105%', { op: '=' })],
    ['an equal sign, missed', aims('100%', '98%', { op: '=' }), missed('100%', '98%')],
    ['an amount in another unit', aims('≥2万元', '15000元'), missed('≥2万元', '15000元')],
    ['an amount in another unit, reached', aims('≥1万元', '15000元')],
    ['a bare number beside an amount', aims('≤90万元', '92'), missed('≤90万元', '92')],
    ['a bare number that is a ratio', aims('≥95%', 0.96)],
    ['a bare number that is a percentage', aims('≥95%', 96)],
    ['a bare number that is neither', aims('≥95%', 0.9), missed('≥95%', '0.9')],
    ['10万', aims('10万', '9万', {}, '档案数量'), missed('10万', '9万', '档案数量')],
    ['of costs less is more', aims('126.3万元', '120万元', { op: '=' }, '成本控制')],
    ['no loss at all', aims('0%', '1%', { op: '=' }, '遗失率'), missed('0%', '1%', '遗失率')],
    ['a day', aims('2021年12月31日前', '2021年12月31日')],
    ['a day, missed', aims('2021年12月31日前', '2022年1月5日'), missed('2021年12月31日前', '2022年1月5日')],
    ['a year is no amount', aims('2022年', '2021年')],
    ['a rank is no amount', aims('2级', '1级')],
    ['a sentence', aims('整合组建了4个机构', '100%')],
    ['a judged target', aims('100', '90', { op: 'qualitative' })],
    ['units that do not compare', aims('≥50个', '95%')],
    ['about', aims('约50个', '45个')],
    [
      'several by name',
      leaf({ data: { 招聘活动: 145, 登记失业率: '3.6%', targets: { 招聘活动: 100, 城镇登记失业率: '≤3.5%' } } }),
      missed('城镇登记失业率 ≤3.5%', '登记失业率 3.6%', '指标'),
    ],
    ['a comparator alone', aims('≤', '100%'), ['AUDIT_TARGET_WITHOUT_VALUE', '完成率', null, '≤']],
    [
      'a comparator column alone',
      aims(null, '100%', { op: '>=' }),
      ['AUDIT_TARGET_WITHOUT_VALUE', '完成率', null, '>='],
    ],
    ['no target', aims('无', '无')],
  ])
})

describe('rates among the facts', () => {
  const facts = (data: Record<string, unknown>, name = '指标') => leaf({ data }, 10, name)
  check([
    ['executed', facts({ 全年预算数: 200, 全年执行数: 195, 执行率: '97.5%' })],
    [
      'executed, wrong',
      facts({ 全年预算数: 200, 全年执行数: 195, 执行率: '95%' }),
      ['AUDIT_DATA_RATE', '指标', { name: '执行率', rate: '97.5%', by: '195 ÷ 200', over: '全年预算数' }, '95%'],
    ],
    [
      'executed, cut off',
      facts({ 预算数: 300, 执行数: 200, 执行率: '66.66%' }),
      ['AUDIT_RATE_TRUNCATED', '指标', '66.67%', '66.66%'],
    ],
    ['executed, as a bare number', facts({ 预算数: 300, 执行数: 200, 执行率: 66.67 })],
    [
      'over the opening budget',
      facts({ 年初预算数: 100, 全年预算数: 140, 实际支出数: 140, 执行率: '140%' }),
      [
        'AUDIT_RATE_DENOMINATOR',
        '指标',
        { name: '执行率', rate: '100%', by: '140 ÷ 140', over: '全年预算数' },
        { name: '执行率', rate: '140%', by: '140 ÷ 100', over: '年初预算数' },
      ],
    ],
    [
      'over a budget of which part was called back',
      facts({ 预算下达: 100, 年底收回: 20, 实际支出: 80, 支出预算执行率: '80%' }),
      [
        'AUDIT_RATE_DENOMINATOR',
        '指标',
        { name: '支出预算执行率', rate: '100%', by: '80 ÷ (100 − 20)', over: '预算下达 − 年底收回' },
        { name: '支出预算执行率', rate: '80%', by: '80 ÷ 100', over: '预算下达' },
      ],
    ],
    ['of something else', facts({ 预算下达: 100, 实际支出: 80, 政府采购执行率: '95%' })],
    ['arrived', facts({ 预算: 100, 到位: 90, rate: '90%' }, '资金到位率')],
    [
      'arrived, wrong',
      facts({ 预算: 100, 到位: 90, rate: '100%' }, '资金到位率'),
      ['AUDIT_DATA_RATE', '资金到位率', { name: '资金到位率', rate: '90%', by: '90 ÷ 100', over: '预算' }, '100%'],
    ],
    [
      'nearly all arrived, which cut off the wrong way round would be all',
      facts({ 预算: 145.6, 到位: 144.6, rate: '100%' }, '资金到位率'),
      [
        'AUDIT_DATA_RATE',
        '资金到位率',
        { name: '资金到位率', rate: '99.31%', by: '144.6 ÷ 145.6', over: '预算' },
        '100%',
      ],
    ],
    ['covered', facts({ 项目总数: 37, 已设置绩效目标: 23, rate: '62.16%' }, '绩效目标覆盖率')],
    ['changed', facts({ 年末存量2019: 2670.6, 年末存量2018: 4978.72, 变动率: '-46.36%' })],
    [
      'changed, wrong',
      facts({ 年末存量2019: 2670.6, 年末存量2018: 4978.72, 变动率: '-40%' }),
      [
        'AUDIT_DATA_RATE',
        '指标',
        { name: '变动率', rate: '-46.36%', by: '2670.6 ÷ 4978.72 − 1', over: '年末存量2018' },
        '-40%',
      ],
    ],
    ['a fall with either sign', facts({ 上年案件数: 100, 本年案件数: 75, 降幅: '25%' })],
    [
      'staff over posts',
      facts({ 行政编制: 60, 工勤编制: 8, 在职行政: 47, 工勤: 5, 人员控制率: '100%' }),
      [
        'AUDIT_DATA_RATE',
        '指标',
        { name: '人员控制率', rate: '76.47%', by: '(47 + 5) ÷ (60 + 8)', over: '行政编制 + 工勤编制' },
        '100%',
      ],
    ],
    [
      'staff over posts, where two of the numbers happen to make the rate',
      facts({ 行政编制: 60, 工勤编制: 8, 在职行政: 47, 参公: 10, 工勤: 5, 财政供养人员控制率: '100%' }),
      [
        'AUDIT_DATA_RATE',
        '指标',
        {
          name: '财政供养人员控制率',
          rate: '91.18%',
          by: '(47 + 10 + 5) ÷ (60 + 8)',
          over: '行政编制 + 工勤编制',
        },
        '100%',
      ],
    ],
    ['staff over some of the posts', facts({ 行政编制: 60, 工勤编制: 8, 在职行政: 47, 工勤: 5, 人员控制率: '78.33%' })],
    [
      'vacancies, and where they were left out',
      facts({
        人员: [
          { 单位: '甲', 编制: 6, 实有: 4, 空编率: '33%' },
          { 单位: '乙', 编制: 8, 实有: 3, 空编率: '63%' },
          { 单位: '丙', 编制: 6, 实有: 11, 空编率: '-' },
        ],
      }),
      ['AUDIT_RATE_LEFT_OUT', '指标/丙', { name: '空编率', rate: '-83.33%', by: '(6 − 11) ÷ 6', over: '编制' }, null],
    ],
    [
      'two pairs of numbers',
      facts({ 计划_人次: 1000, 实际_人次: 12, 预算_万元: 6500, 支出_万元: 72, 支出计划达成率: '1.1%' }),
      [
        'AUDIT_RATE_BASIS',
        '指标',
        { name: '支出计划达成率', rate: '1.2%', by: '12 ÷ 1000', over: '计划' },
        { name: '支出计划达成率', rate: '1.1%', by: '72 ÷ 6500', over: '预算' },
      ],
    ],
    [
      'two pairs, and the rate is neither',
      facts({ 计划_人次: 1000, 实际_人次: 12, 预算_万元: 6500, 支出_万元: 72, 达成率: '50%' }),
    ],
    ['numbers that say nothing of the rate', facts({ 求人倍率: 2.74, 参保人数: 100, 受理件数: 50, 留存率: '26.74%' })],
    ['what is left', facts({ 计划成本: 100, 实际成本: 90, 成本节约率: '10%' })],
    [
      'no share of the answers',
      facts({ 问卷发放: 30, 有效: 28, 满意度: '91%' }),
      ['AUDIT_RATE_NO_SHARE', '指标', { base: '28', shares: ['89.29%', '92.86%'] }, '91%'],
    ],
    ['a share of the answers', facts({ 问卷发放: 30, 有效: 28, 满意度: '89.29%' })],
  ])
})

describe('amounts among the facts', () => {
  const facts = (data: Record<string, unknown>) => leaf({ data })
  const halves = (基本: number, 项目: number) => ({ 基本支出: { 年初: 基本 }, 项目支出: { 年初: 项目 } })
  check([
    ['parts of the whole', facts({ 年初预算数: 100, ...halves(60, 40) })],
    [
      'parts of another whole',
      facts({ 年初预算数: 110, ...halves(60, 40) }),
      ['AUDIT_DATA_SUM', '指标', { name: '年初预算数', sum: '100', by: '60 + 40' }, '110'],
    ],
    ['a cent', facts({ 年初预算数: 99.99, ...halves(60.02, 39.98) }), ['AUDIT_SUM_ROUNDING', '指标', '100', '99.99']],
    [
      'in one object',
      facts({ 基本支出: 60, 项目支出: 40, 支出合计: 105 }),
      ['AUDIT_DATA_SUM', '指标', { name: '支出合计', sum: '100', by: '60 + 40' }, '105'],
    ],
    ['moved out', facts({ 年初: 245, 划出: 30.5, 调整后: 214.5 })],
    [
      'moved out, wrong',
      facts({ 年初: 245, 划出: 30.5, 调整后: 218.5 }),
      ['AUDIT_DATA_SUM', '指标', { name: '调整后', sum: '214.5', by: '245 − 30.5' }, '218.5'],
    ],
    ['answers', facts({ 问卷发放: 30, 收回: 28, 有效: 28 })],
    [
      'more answers than questionnaires',
      facts({ 问卷发放: 30, 收回: 28, 有效: 29 }),
      ['AUDIT_PART_ABOVE_WHOLE', '指标', { name: '收回', value: '28' }, { name: '有效', value: '29' }],
    ],
  ])
})

describe('one thing said twice', () => {
  const head = row('预算执行率', 5, 5, { data: { 基本支出: { 执行率: '105%' } } })
  const again = (actual: string) => sheet([head, row('基本支出预算执行率', 5, 5, { data: { actual } })])
  check([
    ['alike', again('105.0%')],
    [
      'differently',
      again('100%'),
      [
        'AUDIT_FACT_CONFLICT',
        '基本支出预算执行率',
        { value: '105%', at: ['预算执行率', '基本支出', '执行率'] },
        '100%',
      ],
    ],
    ['points in a note', sheet([row('产出指标', 5, 5)], { scoringNotes: ['注：产出指标5分、效益指标10分'] })],
    [
      'other points in a note',
      sheet([row('产出指标', 5, 5)], { scoringNotes: ['注：', '一级指标为：产出指标6分、经济产出7分'] }),
      ['AUDIT_NOTE_POINTS', '产出指标', { points: '6', note: 2 }, '5'],
    ],
  ])
})

test('findings stand in document order, with a pointer to the cell', () => {
  const made = sheet([branch('产出', 9, 8, row('甲', 5, 6), row('乙', 5, 2, { printedRate: 60 }))], { fullScore: 9 })
  expect(audit(made).map((each) => [each.code, each.pointer])).toEqual([
    ['AUDIT_POINTS_SUM', '/tree/0/children'],
    ['AUDIT_SCORE_ABOVE_POINTS', '/tree/0/children/0/score'],
    ['AUDIT_RATE', '/tree/0/children/1/printedRate'],
  ])
})

test('a written comparator proves a miss; without one it is a warning', () => {
  const severity = (target: string) => audit(leaf({ data: { target, actual: '90%' } })).map((each) => each.severity)
  expect(severity('≥95%')).toEqual(['error'])
  expect(severity('95%')).toEqual(['warning'])
})
