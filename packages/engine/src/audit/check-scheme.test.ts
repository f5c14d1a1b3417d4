import { type Json, type Scheme, type ScoreSheet, validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { compile } from '../compile/compile.ts'
import { audit } from './audit.ts'
import { branch, row, sheet } from './sheet.testing.ts'

const sha256 = (text: string) => String(text.length)

const scheme = {
  yardstick: 'scheme/1',
  id: 'tried',
  version: '1',
  name: '试评体系',
  fullScore: '20',
  items: [
    { id: '满意度', type: 'rate' },
    { id: '支出', type: 'money', unit: '万元' },
    { id: '完成日', type: 'date' },
  ],
  indicators: [
    {
      id: 'output',
      name: '产出指标',
      points: '15',
      children: [
        {
          id: 'cost',
          name: '成本控制',
          points: '10',
          target: { comparator: '<=', value: '100', unit: '万元' },
          actual: '支出',
          scoring: { method: 'ratio' },
        },
        {
          id: 'time',
          name: '完成及时',
          points: '5',
          target: { comparator: '<=', date: '2021-12-31' },
          actual: '完成日',
          scoring: { method: 'pass' },
        },
      ],
    },
    {
      id: 'satisfaction',
      name: '群众满意度',
      points: '5',
      target: { comparator: '>=', value: '95%' },
      actual: '满意度',
      scoring: {
        method: 'steps',
        count: 'prorata',
        below: { per: 'percentage-point', size: '1', deduct: '0.5' },
      },
    },
  ],
  grades: [{ name: '优', from: '18' }, { name: '良', from: '14' }, { name: '差' }],
}

function compiledOf(document: unknown) {
  const read = validate('scheme', document)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  const compiled = compile(read.value as Scheme, { sha256 })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
  return compiled.value
}
const compiled = compiledOf(scheme)

const cost = (score: number, actual: unknown = '100万元') => row('成本控制', 10, score, { data: { actual } })
const time = (score = 5, actual = '2021年12月31日') => row('完成及时', 5, score, { data: { actual } })
const liking = (score = 5, actual: unknown = '95%', name = '群众满意度') => row(name, 5, score, { data: { actual } })
const whole = (...more: Parameters<typeof row>[4] & object) => branch('一、产出', 15, null, ...more)

type Case = readonly [title: string, made: ScoreSheet, ...found: (readonly [string, string, string, Json, Json])[]]

function check(cases: readonly Case[]): void {
  test.each(cases.map(([title, made, ...found]) => ({ title, made, found })))('$title', ({ made, found }) => {
    expect(validate('score-sheet', made).ok).toBe(true)
    const plain = audit(made)
    const more = audit(made, compiled).slice(plain.length)
    expect(more.map((each) => [each.code, each.pointer, each.where.join('/'), each.expected, each.found])).toEqual(
      found,
    )
  })
}

const two = [cost(10), time()]

describe('the rows', () => {
  check([
    ['are the indicators', sheet([whole(...two), liking()])],
    [
      'are found by a name that stands once, where the branch above has another',
      sheet([branch('乙方面', 15, null, ...two), liking()], {}),
      ['AUDIT_SCHEME_ROW_MISSING', '/tree', '', { name: '产出指标', points: '15' }, null],
    ],
    [
      'of another scheme',
      sheet([row('甲', 5, 5), row('乙', 5, 5)], { fullScore: 10 }),
      ['AUDIT_SCHEME_OTHER', '/tree', '', '试评体系', ['甲', '乙']],
    ],
    [
      'one of which is not there, one of which the scheme does not have',
      sheet([whole(cost(10), row('完成质量', 5, 5)), liking()]),
      ['AUDIT_SCHEME_ROW_MISSING', '/tree/0/children', '一、产出', { name: '完成及时', points: '5' }, null],
      ['AUDIT_SCHEME_ROW_UNKNOWN', '/tree/0/children/1', '一、产出/完成质量', null, '完成质量'],
    ],
    [
      'of which a part is not there, as the sheet says',
      sheet([whole(cost(10)), liking()], { fullScore: 20, partial: { incompleteNodes: ['一、产出'] } }),
    ],
    ['of which only the first level is printed', sheet([row('产出', 15, 15), liking()])],
    [
      'under other points',
      sheet([whole(cost(10), time()), row('群众满意度', 6, 6, { data: { actual: '90%' } })], { fullScore: 21 }),
      ['AUDIT_SCHEME_POINTS', '/fullScore', '', '20', '21'],
      ['AUDIT_SCHEME_POINTS', '/tree/1/weight', '群众满意度', '5', '6'],
    ],
  ])
})

describe('scores by the rule of the scheme', () => {
  const of = (...rows: Parameters<typeof row>[4] & object) =>
    sheet([whole(rows[0]!, rows[1] ?? time()), rows[2] ?? liking()])
  const wrong = (value: string, score: Json, found: string) =>
    ['AUDIT_SCHEME_SCORE', '/tree/0/children/0/score', '一、产出/成本控制', { value, score }, found] as const
  check([
    ['in proportion', of(cost(8, '125万元'))],
    ['in proportion, wrong', of(cost(9, '125万元')), wrong('125万元', '8', '9')],
    ['in another unit', of(cost(8, '1250000元'))],
    ['a bare number is in the unit of the rule', of(cost(8, 125))],
    ['a value in words', of(cost(9, '有所降低'))],
    ['in digits that were rounded', of(cost(9.52, '105万元'))],
    ['a day', of(cost(10), time(5))],
    [
      'a day, missed',
      of(cost(10), time(5, '2022年1月5日')),
      [
        'AUDIT_SCHEME_SCORE',
        '/tree/0/children/1/score',
        '一、产出/完成及时',
        { value: '2022年1月5日', score: '0' },
        '5',
      ],
    ],
    ['steps', sheet([whole(...two), liking(3, '91%')])],
    ['steps, of a bare number', sheet([whole(...two), liking(3, 91)])],
    [
      'steps, of a percentage whose name is part of the row',
      sheet([whole(...two), row('群众满意度', 5, 3, { data: { 满意度: '91%' } })]),
    ],
    [
      'steps, wrong',
      sheet([whole(...two), liking(4, '91%')]),
      ['AUDIT_SCHEME_SCORE', '/tree/1/score', '群众满意度', { value: '91%', score: '3' }, '4'],
    ],
  ])
})

describe('the grade', () => {
  const graded = (grade: string, more: Partial<ScoreSheet> = {}) =>
    sheet([whole(...two), liking()], { published: { total: 20, grade }, ...more })
  check([
    ['of the total', graded('优秀')],
    ['of another', graded('良'), ['AUDIT_SCHEME_GRADE', '/published/grade', '', { grade: '优', total: '20' }, '良']],
    ["by the sheet's own bands", graded('良', { grades: [{ name: '良', min: 0 }] })],
  ])
})
