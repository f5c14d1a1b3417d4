import type { ChecklistElement, GroupFacts, Item, Leaf, TableScoring } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { type Example, leafRows, NOT_APPLICABLE, type Row, unverified } from './leaf-rows.testing.ts'

const ITEMS: Item[] = [
  { id: '数', type: 'number', mayBeNotApplicable: true },
  { id: '甲', type: 'boolean', mayBeNotApplicable: true },
  { id: '乙', type: 'boolean' },
]

const judged = (entry: unknown): Row => ({ items: {}, judgements: { x: entry } }) as Row
const why = (value: unknown, state?: string) => ({
  layers: [{ layer: 'judged', value, why: '理由', ...(state && { state }) }],
})

describe('a checklist', () => {
  const element = (id: string, score: string, more: object): ChecklistElement =>
    ({ id, text: id, score, met: 'judged', ...more }) as ChecklistElement
  const checklist = (...elements: ChecklistElement[]): Example => ({
    leaf: { scoring: { method: 'checklist', elements }, notApplicable: 'rescale' },
    items: ITEMS,
  })
  const answers = (elements: object) => judged({ elements })

  test('of judged elements is looked up by those that are met', () => {
    const example = checklist(element('a', '4', {}), element('b', '40%', { gate: true }), element('c', '5', {}))
    const rows = [
      answers({ a: true, b: true, c: true }),
      answers({ a: true, b: true, c: false }),
      answers({ a: true, b: false, c: true }),
      answers({ a: true, b: true }),
      judged(why({ elements: { a: false, b: true, c: false } }, 'to-be-verified')),
      judged(NOT_APPLICABLE),
      judged(7),
      { items: {}, judgements: {} } as Row,
    ]
    expect(leafRows(example, rows)).toEqual(['10', '8', '0', 'missing', '4 待核', 'not-applicable', 'error', 'missing'])
  })

  test('adds up elements that are met by items, conditions, evidence and judgements', () => {
    const example = checklist(
      element('a', '1', {}),
      element('b', '2', { met: { item: '甲' } }),
      element('c', '3', { met: { condition: { fact: '数', operator: 'greaterThan', value: 1 } } }),
      element('d', '3', { met: { evidence: '数' }, gate: true }),
    )
    const row = (items: object, isMet: boolean | undefined, more: object = {}): Row =>
      ({ items, judgements: isMet === undefined ? {} : { x: { elements: { a: isMet } } }, ...more }) as Row
    const evidence = { evidence: { 数: [{ sha256: 'a'.repeat(64), name: '附件.pdf' }] } }
    expect(
      leafRows(example, [
        row({ 甲: true, 数: 2 }, true, evidence),
        row({ 甲: true, 数: 1 }, false, evidence),
        row({ 甲: true, 数: 2 }, true),
        row({ 甲: NOT_APPLICABLE, 数: 2 }, true, evidence),
        row({ 甲: true, 数: '多' }, undefined, evidence),
        row({ 甲: unverified(true), 数: 1 }, true, evidence),
        row({ 甲: true, 数: unverified(1) }, true, evidence),
        row({ 甲: true, 数: 2 }, undefined, evidence),
      ]),
    ).toEqual(['9', '5', '0', 'missing', 'error', '6 待核', '6 待核', 'missing'])
  })

  test('rounds elements that have more digits than are printed', () => {
    const elements = ['a', 'b', 'c'].map((id) => element(id, '33.335%', {}))
    const rows = [answers({ a: true, b: false, c: false }), answers({ a: true, b: true, c: true })]
    expect(leafRows(checklist(...elements), rows)).toEqual(['3.33', '10'])
    const step = checklist(...elements)
    expect(leafRows({ ...step, leaf: { ...step.leaf, rounding: { step: '0.5' } } }, rows)).toEqual(['3.5', '10'])
  })
})

describe('what people judge', () => {
  test('is printed as it was entered, or rounded', () => {
    const rows = [
      judged(why('7.25')),
      judged(why(10)),
      judged(why(10.5)),
      judged(null),
      judged(why(8, 'to-be-verified')),
    ]
    const found = ['10', 'error', 'missing', '8 待核']
    expect(leafRows({ leaf: { scoring: { method: 'judgement' } } }, rows)).toEqual(['7.25', ...found])
    const rounded = { scoring: { method: 'judgement' as const }, rounding: { digits: 1 } }
    expect(leafRows({ leaf: rounded }, rows)).toEqual(['7.3', ...found])
  })

  test('with more digits than are kept is asked of the reference', () => {
    expect(leafRows({ leaf: { scoring: { method: 'judgement' } } }, [judged(why('7.255')), judged(why(7))], 1)).toEqual(
      ['7.26', '7'],
    )
  })

  test.each<['mean' | 'trimmed-mean' | 'median', string]>([
    ['mean', '7.67'],
    ['trimmed-mean', '8'],
    ['median', '8'],
  ])('by a panel comes to its %s', (rule, score) => {
    const experts = (...scores: number[]) =>
      why({ experts: scores.map((each, index) => ({ who: `专家${index}`, score: each })) })
    const leaf = { scoring: { method: 'judgement' as const, panel: { rule, quorum: 3 } } }
    expect(leafRows({ leaf }, [judged(experts(6, 8, 9)), judged(experts(6, 8)), judged(why(5))])).toEqual([
      score,
      'missing',
      '5',
    ])
  })

  test('as a level has its share, or the one that was put into its range', () => {
    const levels = [
      { name: '优', from: '0.8', to: '1' },
      { name: '差', share: '0.3333' },
    ]
    const leaf = { scoring: { method: 'levels' as const, levels }, points: '3' }
    const rows = [{ level: '差' }, { level: '优', share: '0.85' }, { level: '优' }, { level: '良' }].map(judged)
    expect(leafRows({ leaf, scheme: { fullScore: '3' } }, rows)).toEqual(['1', '2.55', 'missing', 'error'])
  })
})

describe('a decision table', () => {
  const cell = (value: boolean | number) =>
    typeof value === 'boolean' ? { operator: 'equal', value } : { operator: 'greaterThan', value }
  const table = (hit: 'first' | 'unique' | 'sum'): Example => {
    const rows = [
      { when: [cell(5), null], score: '6' },
      { when: [cell(1), cell(true)], score: '30%' },
    ]
    const scoring = { method: 'table', columns: ['数', '甲'], rows, hit, otherwise: '0.5' } as TableScoring
    return { leaf: { scoring }, items: ITEMS }
  }
  const items: object[] = [
    { 数: 6, 甲: true },
    { 数: 6 },
    { 数: 2, 甲: true },
    { 数: 2, 甲: false },
    { 数: 0 },
    { 甲: false },
    { 数: '多', 甲: true },
    { 数: unverified(2), 甲: true },
    { 数: 6, 甲: unverified(false) },
  ]
  const rows = items.map((each) => ({ items: each, judgements: {} }) as Row)

  test.each<['first' | 'unique' | 'sum', string[]]>([
    ['first', ['6', '6', '3', '0.5', '0.5', 'missing', 'error', '3 待核', '6 待核']],
    ['unique', ['error', 'missing', '3', '0.5', '0.5', 'missing', 'error', '3 待核', '6 待核']],
    ['sum', ['9', 'missing', '3', '0.5', '0.5', 'missing', 'error', '3 待核', '6 待核']],
  ])('gives by %s what its rows say', (hit, found) => {
    expect(leafRows(table(hit), rows)).toEqual(found)
  })
})

test('a value that is true or false passes or does not', () => {
  const leaf = { actual: '甲', scoring: { method: 'pass' as const } }
  const rows = [true, false, unverified(true), NOT_APPLICABLE].map(
    (each) => ({ items: { 甲: each }, judgements: {} }) as Row,
  )
  expect(leafRows({ leaf, items: ITEMS }, rows)).toEqual(['10', '0', '10 待核', 'not-applicable'])
})

describe('a share of siblings', () => {
  const leaf = { scoring: { method: 'share-met' as const, of: { siblings: true as const } } }
  const sibling = (id: string, more: object): Leaf =>
    ({
      id,
      name: id,
      points: '1',
      scoring: { method: 'ratio' },
      actual: '数',
      notApplicable: 'rescale',
      ...more,
    }) as Leaf
  const ratio = sibling('r', { target: { comparator: '>=', value: '2' } })
  const pass = sibling('p', { actual: '甲', scoring: { method: 'pass' } })
  const ranged = sibling('z', {
    target: { low: '1', high: '3' },
    scoring: { method: 'steps', below: { size: '1', per: 'unit', deduct: '0.5', count: 'prorata' } },
  })
  const byData = sibling('d', { target: { comparator: '>=', formula: '限' } })
  const items: Item[] = [...ITEMS, { id: '限', type: 'number', mayBeNotApplicable: true }]
  const example = (...beside: Leaf[]): Example => ({ leaf, items, beside })
  const rows = (...all: object[]) => all.map((each) => ({ items: each, judgements: {} }) as Row)

  test('counts those whose value reached its target, or that have full points', () => {
    const found = leafRows(
      example(ratio, pass, ranged),
      rows({ 数: 2, 甲: true }, { 数: 1, 甲: true }, { 数: '0.5', 甲: false }, { 数: 2 }, { 数: '多', 甲: true }),
    )
    expect(found).toEqual(['10', '6.67', '0', 'missing', 'error'])
  })

  test('leaves out what does not apply, and says so where nothing is left', () => {
    const all = rows(
      { 数: NOT_APPLICABLE, 甲: true },
      { 数: NOT_APPLICABLE, 甲: NOT_APPLICABLE },
      { 数: unverified(2), 甲: true },
    )
    expect(leafRows(example(ratio, pass), all)).toEqual(['10', 'error', '10 待核'])
    expect(leafRows(example(), rows({}))).toEqual(['error'])
  })

  test('waits for targets that are data', () => {
    const all = rows({ 数: 2, 限: 2 }, { 数: 2, 限: 3 }, { 数: 2 }, { 数: 2, 限: unverified(1) }, { 数: 2, 限: 0 })
    expect(leafRows(example(byData), all)).toEqual(['10', '0', 'missing', '10 待核', 'error'])
  })

  test('points below 0 are not full, also where nothing is to be had', () => {
    const worthless = sibling('w', {
      points: '0',
      actual: undefined,
      scoring: { method: 'formula', formula: '数 - 2' },
    })
    expect(leafRows(example(worthless, ratio), rows({ 数: 2 }, { 数: 1 }), 2)).toEqual(['10', '0'])
  })
})

describe('a place in a group', () => {
  const others = ['3', '5', '5', '8'].map((value, index) => ({
    subject: { department: `邻${index}` },
    values: { x: value },
    rates: { x: '0.5' },
  }))
  const group: GroupFacts = { yardstick: 'group/1', scheme: { id: 'demo', hash: '' }, members: others }
  const ranked = (rule: object): Example => ({
    leaf: { actual: '数 / 1', scoring: { method: 'rank', rule } as Leaf['scoring'] },
    items: ITEMS,
    group,
  })
  const rows = [9, 5, 2, unverified(8), NOT_APPLICABLE].map((each) => ({ items: { 数: each }, judgements: {} }) as Row)

  test.each<[string, object, string[]]>([
    [
      'its number',
      { by: 'place', places: ['10', '80%', '5'], otherwise: '1' },
      ['10', '8', '1', '10 待核', 'not-applicable'],
    ],
    ['the best', { by: 'best' }, ['10', '6.25', '2.5', '10 待核', 'not-applicable']],
    [
      'the mean',
      {
        by: 'mean',
        distance: 'relative',
        scoring: { method: 'bands', otherwise: '0', bands: [{ from: '0', included: true, score: '10' }] },
      },
      ['10', '0', '0', '10 待核', 'not-applicable'],
    ],
  ])('gives points by %s', (_, rule, found) => {
    expect(leafRows(ranked(rule), rows)).toEqual(found)
  })

  test('is missing where nobody else stands in it', () => {
    const { leaf, items } = ranked({ by: 'best' })
    expect(leafRows({ leaf: leaf!, items: items! }, rows.slice(0, 1))).toEqual(['missing'])
  })

  test('gives its mean to whom the leaf does not apply, by the reference', () => {
    const leaf = {
      actual: '数',
      scoring: { method: 'rank', rule: { by: 'best' } },
      notApplicable: 'group-mean',
    } as Partial<Leaf>
    expect(leafRows({ leaf, items: ITEMS, group }, rows.slice(3), 1)).toEqual(['10 待核', 'not-applicable'])
  })
})

test('a share of the records of a list is counted row by row', () => {
  const list: Item = { id: '任务', type: 'list', fields: [{ id: '率', type: 'rate' }] }
  const met = { fact: '率', operator: 'greaterThanInclusive', value: '90%' } as const
  const leaf = { scoring: { method: 'share-met' as const, of: { list: '任务', met } } }
  const rows = [[{ 率: '95%' }, { 率: '80%' }, { 率: 1 }], [{ 率: null }], [], undefined].map(
    (each) => ({ items: each === undefined ? {} : { 任务: each }, judgements: {} }) as Row,
  )
  expect(leafRows({ leaf, items: [list] }, rows)).toEqual(['6.67', 'missing', 'error', 'missing'])
})
