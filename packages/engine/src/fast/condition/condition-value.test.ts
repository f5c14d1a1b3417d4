import type { Condition, Item } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { leafRows, NOT_APPLICABLE, type Row, unverified } from '../leaf/leaf-rows.testing.ts'

const ITEMS: Item[] = [
  { id: '万元', type: 'money', unit: '万元', mayBeNotApplicable: true },
  { id: '元', type: 'money', unit: '元' },
  { id: '率', type: 'rate' },
  { id: '日期', type: 'date' },
  { id: '截止', type: 'date' },
  { id: '文', type: 'text' },
  { id: '词', type: 'text' },
  { id: '选', type: 'choice', choices: ['甲', '乙', '丙'] },
  { id: '是否', type: 'boolean' },
  { id: '也', type: 'boolean' },
]

/** 10 where the condition holds. */
function held(condition: Condition, ...items: Row['items'][]): string[] {
  const measures = [{ id: '比', type: 'number' as const, formula: '万元 / 率' }]
  return leafRows(
    { leaf: { scoring: { method: 'pass', condition } }, items: ITEMS, scheme: { measures } },
    items.map((each) => ({ items: each, judgements: {} }) as Row),
  )
}

describe('a condition in a block of rows', () => {
  test.each<[string, Condition, Row['items'], string]>([
    // numbers beside literals
    ['above', { fact: '万元', operator: 'greaterThan', value: 1 }, { 万元: '1.01' }, '10'],
    ['not above', { fact: '万元', operator: 'greaterThan', value: 1 }, { 万元: '1' }, '0'],
    ['at least', { fact: '万元', operator: 'greaterThanInclusive', value: 1 }, { 万元: '1' }, '10'],
    ['below what has more digits', { fact: '万元', operator: 'lessThan', value: '1.005' }, { 万元: '1' }, '10'],
    ['not below what has more digits', { fact: '万元', operator: 'lessThan', value: '1.005' }, { 万元: '1.01' }, '0'],
    ['equals nothing between its steps', { fact: '万元', operator: 'equal', value: '1.005' }, { 万元: '1' }, '0'],
    ['a percentage', { fact: '率', operator: 'lessThanInclusive', value: '95%' }, { 率: '0.95' }, '10'],
    ['among numbers', { fact: '元', operator: 'in', value: [1, 2, '2.5'] }, { 元: '2.5' }, '10'],
    ['not among numbers', { fact: '元', operator: 'notIn', value: [1, 2] }, { 元: 2 }, '0'],
    // a fraction beside literals and facts
    ['a quotient', { fact: '比', operator: 'equal', value: 3 }, { 万元: 3, 率: 1 }, '10'],
    ['a quotient below', { fact: '比', operator: 'lessThan', value: '0.3334' }, { 万元: 1, 率: 3 }, '10'],
    ['a quotient among', { fact: '比', operator: 'in', value: [1, 2] }, { 万元: 4, 率: 2 }, '10'],
    ['a quotient beside a fact', { fact: '比', operator: 'equal', value: { fact: '率' } }, { 万元: 4, 率: 2 }, '10'],
    // units of one kind
    ['元 beside 万元', { fact: '万元', operator: 'equal', value: { fact: '元' } }, { 万元: 1, 元: 10000 }, '10'],
    ['元 below 万元', { fact: '万元', operator: 'greaterThan', value: { fact: '元' } }, { 万元: 1, 元: 9999.99 }, '10'],
    // dates, texts, truth values
    ['before', { fact: '日期', operator: 'lessThan', value: '2024-03-01' }, { 日期: '2024-02-29' }, '10'],
    [
      'by the day',
      { fact: '日期', operator: 'lessThanInclusive', value: { fact: '截止' } },
      { 日期: '2024-02-29', 截止: '2024-02-29' },
      '10',
    ],
    ['a text', { fact: '文', operator: 'equal', value: '完成' }, { 文: '完成' }, '10'],
    ['another text', { fact: '文', operator: 'notEqual', value: '完成' }, { 文: '未完成' }, '10'],
    ['part of a text', { fact: '文', operator: 'contains', value: '完成' }, { 文: '未完成' }, '10'],
    [
      'no part of a text',
      { fact: '文', operator: 'doesNotContain', value: { fact: '词' } },
      { 文: '未完成', 词: '完成' },
      '0',
    ],
    ['a text like another', { fact: '文', operator: 'equal', value: { fact: '词' } }, { 文: '某', 词: '某' }, '10'],
    ['a choice', { fact: '选', operator: 'in', value: ['甲', '丙'] }, { 选: '丙' }, '10'],
    ['a truth value', { fact: '是否', operator: 'equal', value: false }, { 是否: false }, '10'],
    [
      'two truth values',
      { fact: '是否', operator: 'notEqual', value: { fact: '也' } },
      { 是否: true, 也: false },
      '10',
    ],
  ])('holds of %s', (_, condition, items, score) => {
    expect(held(condition, items)).toEqual([score])
  })

  const isBoth: Condition = {
    all: [
      { fact: '是否', operator: 'equal', value: true },
      { fact: '万元', operator: 'greaterThan', value: 1 },
    ],
  }
  const isEither: Condition = {
    any: [
      { fact: '是否', operator: 'equal', value: true },
      { fact: '万元', operator: 'greaterThan', value: 1 },
    ],
  }

  test('is settled by one member, whatever is open beside it', () => {
    expect(
      held(
        isBoth,
        { 是否: true, 万元: 2 },
        { 是否: false },
        { 是否: true },
        { 是否: false, 万元: '多' },
        { 是否: true, 万元: '多' },
        { 是否: true, 万元: NOT_APPLICABLE },
        {},
      ),
    ).toEqual(['10', '0', 'missing', '0', 'error', 'missing', 'missing'])
    expect(held(isEither, { 万元: 2 }, { 是否: false }, { 是否: false, 万元: 0 }, { 是否: true, 万元: '多' })).toEqual([
      '10',
      'missing',
      '0',
      '10',
    ])
  })

  test('rests on every fact that is to be verified, also on one that decides nothing', () => {
    expect(
      held(isEither, { 是否: true, 万元: unverified(0) }, { 是否: true, 万元: 0 }, { 万元: unverified(1) }),
    ).toEqual(['10 待核', '10', 'missing'])
  })

  test('is turned round by a negation, but not where it is open', () => {
    expect(held({ not: isBoth }, { 是否: false }, { 是否: true }, { 是否: true, 万元: 2 })).toEqual([
      '10',
      'missing',
      '0',
    ])
  })

  test('tells amounts apart whose products are the same double', () => {
    const isSame: Condition = { fact: '比', operator: 'equal', value: '80000000000000.04' }
    expect(held(isSame, { 万元: '60000000000000.03', 率: '0.75' }, { 万元: '60000000000000.02', 率: '0.75' })).toEqual([
      '10',
      '0',
    ])
  })
})
