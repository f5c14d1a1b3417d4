import { type Json, type Scheme, type Submission, validate } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../evaluate/evaluate.ts'
import { compile } from './compile.ts'

/**
 * Every way a scheme can be wrong beyond its shape: a row is what is changed in a scheme that is right, the code that must
 * come of it, and whether it stops the scheme or only the one leaf.
 */
const sha256 = (text: string) => String(text.length)

const right = {
  yardstick: 'scheme/1',
  id: 'right',
  name: '对的方案',
  version: '1',
  fullScore: '100',
  stepCount: 'whole',
  items: [
    { id: '实际', type: 'money', unit: '万元' },
    { id: '计划', type: 'money', unit: '万元', range: { min: '1' } },
    { id: '人数', type: 'count', unit: '人' },
    { id: '日期', type: 'date' },
    { id: '类别', type: 'choice', choices: ['甲', '乙'] },
    { id: '完成', type: 'boolean' },
    { id: '任务', type: 'list', fields: [{ id: '状态', type: 'text' }] },
  ],
  measures: [{ id: '完成率', formula: '实际 / 计划', type: 'rate' }],
  indicators: [
    {
      id: 'a',
      name: '甲项',
      points: '60',
      target: { comparator: '>=', value: '100%' },
      actual: '完成率',
      scoring: { method: 'ratio' },
    },
    {
      id: 'b',
      name: '乙项',
      points: '40',
      children: [{ id: 'c', name: '丙项', points: '40', scoring: { method: 'judgement' } }],
    },
  ],
  grades: [{ name: '优', from: '90' }, { name: '差' }],
}

type Change = { readonly [key: string]: Json }
const leaf = (fields: Change): Change => ({
  indicators: [{ ...right.indicators[0], ...fields }, right.indicators[1] as unknown as Json],
})
const scoring = (method: Change): Change => leaf({ scoring: method })
const pass = (condition: Json): Change => scoring({ method: 'pass', condition })
const steps = (fields: Change): Change => scoring({ method: 'steps', from: '95%', ...fields })
const side = { size: '1%', per: 'percentage-point', deduct: '1' }
const rule = (event: Json, conditions: Json = { fact: '完成', operator: 'equal', value: true }): Change => ({
  rules: [{ id: 'r', name: '规则', conditions, event }],
})
const table = (fields: Change): Change =>
  scoring({
    method: 'table',
    columns: ['完成率'],
    rows: [{ when: [null], score: '1' }],
    hit: 'first',
    otherwise: '0',
    ...fields,
  })

function schemeWith(change: Change): Scheme {
  const checked = validate('scheme', { ...right, ...change })
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues))
  return checked.value
}

const stopping: readonly (readonly [code: string, why: string, change: Change])[] = [
  ['SCHEME_NAME_TWICE', 'a measure named like an item', { measures: [{ id: '实际', formula: '计划', type: 'money' }] }],
  [
    'SCHEME_ID_TWICE',
    'two indicators with one id',
    { indicators: [right.indicators[0]!, right.indicators[0]!] as Json },
  ],
  [
    'SCHEME_CYCLE',
    'measures that read each other',
    {
      measures: [
        { id: '完成率', formula: '乙率', type: 'rate' },
        { id: '乙率', formula: '完成率', type: 'rate' },
      ],
    },
  ],
  [
    'SCHEME_CYCLE',
    'shared conditions that read each other',
    { conditions: { 一: { condition: '二' }, 二: { condition: '一' } }, ...pass({ condition: '一' }) },
  ],
  [
    'SCHEME_BRANCH_EMPTY',
    'a branch without children',
    { indicators: [right.indicators[0]!, { id: 'b', name: '乙', points: '40', children: [] }] as Json },
  ],
  [
    'SCHEME_WEIGHT',
    'a weighted mean without weights',
    { indicators: [{ ...right.indicators[1]!, combine: 'weighted-mean' }] as Json },
  ],
  [
    'SCHEME_INDICATOR_UNKNOWN',
    'alternatives that name no child',
    {
      indicators: [
        { ...right.indicators[1]!, combine: { alternatives: { item: '类别', children: { 甲: 'nobody' } } } },
      ] as Json,
    },
  ],
  [
    'SCHEME_INDICATOR_UNKNOWN',
    'alternatives that choose a bonus beside them',
    {
      indicators: [
        {
          ...right.indicators[1]!,
          children: [{ id: 'c', name: '加分', kind: 'bonus', points: '5', scoring: { method: 'judgement' } }],
          combine: { alternatives: { item: '类别', children: { 甲: 'c' } } },
        },
      ] as Json,
    },
  ],
  [
    'SCHEME_INDICATOR_UNKNOWN',
    'a rule on nobody',
    rule({ type: 'zero', params: { indicator: 'nobody', reason: '无' } }),
  ],
  ['SCHEME_ITEM_FIELDS', 'a list without fields', { items: [...right.items, { id: '空表', type: 'list' }] as Json }],
  [
    'SCHEME_ITEM_CHOICES',
    'a choice without choices',
    { items: [...right.items, { id: '空选', type: 'choice' }] as Json },
  ],
  [
    'SCORING_ITEM',
    'a checklist that reads an item there is not',
    scoring({ method: 'checklist', elements: [{ id: 'e', text: '要素', score: '60', met: { item: '完工' } }] }),
  ],
  ['FORMULA_UNKNOWN_NAME', 'a formula that reads a name there is not', leaf({ actual: '完成绿' })],
  ['CONDITION_UNKNOWN', 'a shared condition there is not', pass({ condition: '无' })],
  ['CONDITION_FACT', 'a fact there is not', pass({ fact: '完工', operator: 'equal', value: true })],
  [
    'CONDITION_FACT',
    'a fact there is not, in a shared condition nobody uses',
    { conditions: { 闲: { fact: '完工', operator: 'equal', value: true } } },
  ],
  ['CONDITION_OPERATOR', 'an order among texts', pass({ fact: '类别', operator: 'lessThan', value: '乙' })],
  ['CONDITION_VALUE', 'a text beside a number', pass({ fact: '实际', operator: 'greaterThan', value: '很多' })],
  ['CONDITION_VALUE', 'a choice there is not', pass({ fact: '类别', operator: 'equal', value: '丙' })],
  ['CONDITION_VALUE', 'a list where one value is asked', pass({ fact: '实际', operator: 'equal', value: [1, 2] })],
  ['CONDITION_KINDS', 'money against persons', pass({ fact: '实际', operator: 'equal', value: { fact: '人数' } })],
  ['CONDITION_PHASE', 'a score while it is being computed', pass({ fact: 'score:c', operator: 'equal', value: '1' })],
  [
    'CONDITION_PHASE',
    'the total before there is one',
    rule(
      { type: 'deduct', params: { points: '1', reason: '扣' } },
      { fact: 'total', operator: 'lessThan', value: '60' },
    ),
  ],
  ['CONDITION_TOO_LARGE', 'shared conditions that multiply', doubling()],
  ['RULE_NOT_LEAF', 'a zero on a branch', rule({ type: 'zero', params: { indicator: 'b', reason: '无' } })],
  [
    'RULE_AMOUNT',
    'points and a formula at once',
    rule({ type: 'deduct', params: { points: '1', formula: '1', reason: '扣' } }),
  ],
  ['RULE_GRADE', 'a grade there is not', rule({ type: 'cap-grade', params: { grade: '良', reason: '限' } })],
]

/** Each shared condition holds the one before it twice: 2¹⁴ parts once put in place. */
function doubling(): Change {
  const conditions: { [name: string]: Json } = { c0: { fact: '完成', operator: 'equal', value: true } }
  for (let n = 1; n <= 14; n++) conditions[`c${n}`] = { all: [{ condition: `c${n - 1}` }, { condition: `c${n - 1}` }] }
  return { conditions, ...pass({ condition: 'c14' }) }
}

const oneLeaf: readonly (readonly [code: string, why: string, change: Change])[] = [
  [
    'SCORING_ACTUAL_MISSING',
    'nothing to score',
    {
      indicators: [
        { id: 'a', name: '甲', points: '100', target: { comparator: '>=', value: '1' }, scoring: { method: 'ratio' } },
      ],
    },
  ],
  ['SCORING_VALUE_TYPE', 'a choice where a number is asked', leaf({ actual: '类别' })],
  [
    'SCORING_TARGET_MISSING',
    'a ratio to nothing',
    { indicators: [{ id: 'a', name: '甲', points: '100', actual: '实际', scoring: { method: 'ratio' } }] },
  ],
  [
    'SCORING_TARGET_DATE',
    'the 30th of February',
    leaf({ actual: '日期', target: { comparator: '<=', date: '2021-02-30' }, scoring: { method: 'pass' } }),
  ],
  [
    'SCORING_TARGET_UNIT',
    'persons beside money',
    leaf({ actual: '实际', target: { comparator: '>=', value: '5', unit: '人' } }),
  ],
  ['SCORING_TARGET_TEXT', 'a sentence where a number is asked', leaf({ target: { text: '达成预期' } })],
  ['SCORING_TARGET_NOT_POSITIVE', 'a ratio to zero', leaf({ target: { comparator: '>=', value: '0%' } })],
  ['SCORING_DIRECTION', 'a ratio without direction', leaf({ target: { comparator: '=', value: '100%' } })],
  ['SCORING_STEP_SIDE', 'steps to neither side', steps({})],
  ['SCORING_STEP_COUNT', 'nobody says how parts of a step count', { ...steps({ below: side }), stepCount: 'absent' }],
  [
    'SCORING_ORDER',
    'bands that do not ascend',
    scoring({
      method: 'bands',
      otherwise: '0',
      bands: [
        { from: '2', included: true, score: '1' },
        { from: '1', included: true, score: '2' },
      ],
    }),
  ],
  [
    'SCORING_ORDER',
    'one edge three times',
    scoring({
      method: 'bands',
      otherwise: '0',
      bands: ['1', '1', '1'].map((from, n) => ({ from, included: n === 0, score: '1' })),
    }),
  ],
  [
    'SCORING_PASS_TWO',
    'a threshold and a condition',
    scoring({
      method: 'pass',
      threshold: { comparator: '>=', value: '1' },
      condition: { fact: '完成', operator: 'equal', value: true },
    }),
  ],
  [
    'SCORING_LEVEL',
    'a level with a share and a range',
    scoring({ method: 'levels', levels: [{ name: '好', share: '100%', from: '80%', to: '100%' }] }),
  ],
  ['SCORING_TABLE_CELLS', 'a row with two cells for one column', table({ rows: [{ when: [null, null], score: '1' }] })],
]

describe('what stops a scheme', () => {
  it.each(stopping)('%s: %s', (code, _, change) => {
    const compiled = compile(schemeWith(change), { sha256 })
    expect(compiled.ok).toBe(false)
    expect(compiled.ok ? [] : compiled.issues.map((each) => each.code)).toContain(code)
  })
})

describe('what makes one leaf an error and leaves the others alone', () => {
  it.each(oneLeaf)('%s: %s', async (code, _, change) => {
    const { stepCount, ...rest } = schemeWith({
      ...change,
      ...(change['stepCount'] === 'absent' ? { stepCount: 'whole' } : {}),
    })
    const scheme: Scheme = change['stepCount'] === 'absent' || stepCount === undefined ? rest : { ...rest, stepCount }
    const compiled = compile(scheme, { sha256 })
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
    expect(compiled.value.issues.map((each) => each.code)).toContain(code)
    const evaluation = await evaluate(compiled.value, submission({}), { sha256 })
    expect(evaluation.indicators[0]).toMatchObject({ state: 'error', score: null })
    expect(evaluation.state).toBe('blocked')
    expect(evaluation.findings.map((each) => each.code)).toContain(code)
    const judged = evaluation.indicators.find((each) => each.id === 'c')
    if (judged !== undefined) expect(judged.score).toBe('40')
  })

  it('SCORING_PANEL_QUORUM: a panel too small to drop two is only warned of', () => {
    const change = scoring({ method: 'judgement', panel: { rule: 'trimmed-mean', quorum: 2 } })
    const compiled = compile(schemeWith(change), { sha256 })
    expect(compiled.ok && compiled.value.issues.map((each) => [each.code, each.severity])).toEqual([
      ['SCORING_PANEL_QUORUM', 'warning'],
    ])
  })
})

function submission(fields: Partial<Submission>): Submission {
  const items = { 实际: 80, 计划: 100, 日期: '2021-01-01', 完成: true, 类别: '甲' }
  return {
    yardstick: 'submission/1',
    subject: { department: '某局' },
    period: '2021',
    items,
    judgements: { c: 40 },
    ...fields,
  }
}

/** What only the data can bring about. */
const withData: readonly (readonly [code: string, why: string, change: Change, data: Partial<Submission>])[] = [
  [
    'SCORING_TARGET_NOT_POSITIVE',
    'a target that is data and is 0',
    leaf({ actual: '实际', target: { comparator: '>=', formula: '计划 * 0' } }),
    { items: { 实际: 1, 计划: 100 } },
  ],
  [
    'SCORING_TABLE_TWO_HITS',
    'two rows of a unique table hit',
    table({
      hit: 'unique',
      rows: [
        { when: [null], score: '1' },
        { when: [null], score: '2' },
      ],
    }),
    {},
  ],
  [
    'SCORING_NOTHING_COUNTED',
    'a share of an empty list',
    scoring({ method: 'share-met', of: { list: '任务', met: { fact: '状态', operator: 'equal', value: '完成' } } }),
    { items: { 任务: [] } },
  ],
  [
    'SUBMISSION_AGGREGATE',
    'units report what nobody said how to add up',
    {},
    { items: {}, units: [{ name: '一所', items: { 实际: 1, 计划: 2 } }] },
  ],
  [
    'SUBMISSION_AGGREGATE_WEIGHT',
    'weights that add up to 0',
    {
      items: [
        { id: '比率', type: 'rate', aggregate: { rule: 'weighted', by: '权数' } },
        { id: '权数', type: 'money', aggregate: { rule: 'sum' } },
        { id: '完成', type: 'boolean' },
      ],
      measures: [],
      ...leaf({ actual: '比率' }),
    },
    { items: {}, units: [{ name: '一所', items: { 比率: '50%', 权数: 0 } }] },
  ],
  [
    'SCORING_GROUP_ZERO',
    'the best of the group is 0',
    leaf({ actual: '实际', scoring: { method: 'rank', rule: { by: 'best' } } }),
    { items: { 实际: 0 } },
  ],
]

describe('what only the data bring about is an error of that leaf', () => {
  it.each(withData)('%s: %s', async (code, _, change, data) => {
    const compiled = compile(schemeWith(change), { sha256 })
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
    const group = {
      yardstick: 'group/1' as const,
      scheme: { id: 'right', hash: 'h' },
      members: [{ subject: { department: '另一局' }, values: { a: '0' }, rates: {} }],
    }
    const evaluation = await evaluate(compiled.value, submission(data), { sha256, group })
    expect(evaluation.indicators[0]).toMatchObject({ state: 'error', score: null })
    expect(evaluation.indicators[0]!.sentence).toContain(code)
  })

  it('SCORING_SELECTOR: alternatives of which two hold, or none', async () => {
    const holds = (value: boolean): Json => ({ fact: '完成', operator: 'equal', value })
    const child = (id: string): Json => ({ id, name: id, points: '40', scoring: { method: 'judgement' } })
    const branch = (one: boolean, other: boolean): Change => ({
      indicators: [
        {
          id: 'b',
          name: '乙',
          points: '40',
          combine: { alternatives: { when: { x: holds(one), y: holds(other) } } },
          children: [child('x'), child('y')],
        },
      ],
    })
    for (const [one, other] of [
      [true, true],
      [false, false],
    ] as const) {
      const compiled = compile(schemeWith(branch(one, other)), { sha256 })
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
      const evaluation = await evaluate(compiled.value, submission({ judgements: { x: 40, y: 40 } }), { sha256 })
      expect(evaluation.indicators[0]).toMatchObject({ state: 'error', score: null })
      expect(evaluation.indicators[0]!.sentence).toContain('SCORING_SELECTOR')
    }
  })
})
