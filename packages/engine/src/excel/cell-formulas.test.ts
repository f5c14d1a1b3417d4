import { type Json, type Scheme, validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { compile } from '../compile/compile.ts'
import { cellFormulas } from './cell-formulas.ts'
import type { CellFormula, CellPlacement } from './placement.ts'

/**
 * Rows: what a leaf is, and its formula. Items stand in named cells, the leaf's value in X, what people decided in J, its
 * children's scores in cells of their ids. That the formulas give the printed scores is [X3], over every golden case.
 */
const cells: Record<string, string> = {
  实际: 'A1',
  计划: 'B1',
  完成率: 'C1',
  日期: 'D1',
  类别: 'E1',
  完成: 'F1',
  达标: 'G1',
}
const placement: CellPlacement = {
  item: (name) => cells[name],
  evidence: (item) => (item === '实际' ? '(H1="有")' : undefined),
  judged: (_leaf, element) => (element === undefined ? 'J1' : `J${element}`),
  actual: () => 'X1',
  score: (id) => id.toUpperCase(),
  truth: { yes: '是', no: '否' },
}

const base = {
  yardstick: 'scheme/1',
  id: 'sheet',
  name: '表',
  version: '1',
  items: [
    { id: '实际', type: 'money', unit: '万元' },
    { id: '计划', type: 'money', unit: '万元', range: { min: '1' } },
    { id: '日期', type: 'date' },
    { id: '类别', type: 'choice', choices: ['甲', '乙'] },
    { id: '完成', type: 'boolean' },
    { id: '任务', type: 'list', fields: [{ id: '状态', type: 'text' }] },
  ],
  measures: [{ id: '完成率', formula: '实际 / 计划', type: 'rate' }],
}

function formulasOf(scheme: object, absent: readonly string[] = []) {
  const read = validate('scheme', { ...base, ...scheme } as Json)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  const compiled = compile(read.value as Scheme, { sha256: (text) => String(text.length) })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
  const errors = compiled.value.issues.filter((each) => each.severity === 'error')
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  const indicators = absent.map((id) => ({ id, state: 'not-applicable' as const }))
  return cellFormulas(compiled.value, placement, { indicators } as never)
}

function leafFormula(leaf: object, scheme: object = {}): string {
  const node = { id: 'a', name: '甲', points: '10', ...leaf }
  const { scores } = formulasOf({ fullScore: '10', indicators: [node], ...scheme })
  return textOf(scores['a']!)
}

const textOf = (formula: CellFormula) => ('formula' in formula ? formula.formula : `refused: ${formula.refused}`)
const guarded = (text: string) => `IF(X1="","",${text})`

describe('the formula of a leaf', () => {
  const amount = { actual: '实际', target: { comparator: '>=', value: '50' } }
  const rate = { actual: '完成率', target: { comparator: '>=', value: '95%' } }
  const percentPoint = { size: '1%', per: 'percentage-point', deduct: '1' }
  const levels = [
    { name: '好', share: '100%' },
    { name: '差', share: '0%' },
  ]
  const element = { id: '1', text: '一', score: '4' }

  test.each<[string, object, string]>([
    // what was typed in is compared as it is, a quotient is rounded first
    ['pass of an item', { ...amount, scoring: { method: 'pass' } }, guarded('ROUND(IF(X1<50,0,10),2)')],
    ['pass of a rate', { ...rate, scoring: { method: 'pass' } }, guarded('ROUND(IF(ROUND(X1,12)<0.95,0,10),2)')],
    [
      'open ends',
      { actual: '实际', target: { comparator: '>', value: '50' }, scoring: { method: 'pass' } },
      guarded('ROUND(IF(X1<=50,0,10),2)'),
    ],
    [
      'ratio',
      { ...amount, scoring: { method: 'ratio' } },
      guarded('ROUND(ROUND(IF(X1<0,0,IF(X1<50,X1*0.2,10)),10),2)'),
    ],
    [
      'reverse ratio',
      { actual: '实际', target: { comparator: '<=', value: '30' }, scoring: { method: 'ratio' } },
      guarded('ROUND(ROUND(IF(X1<=30,10,300/X1),10),2)'),
    ],
    [
      'a slope that is no decimal',
      { actual: '实际', target: { comparator: '>=', value: '70' }, scoring: { method: 'ratio' } },
      guarded('ROUND(ROUND(IF(X1<0,0,IF(X1<70,X1/7,10)),10),2)'),
    ],
    [
      'steps pro rata',
      { ...rate, scoring: { method: 'steps', below: percentPoint, count: 'prorata' } },
      guarded('ROUND(ROUND(IF(ROUND(X1,12)<=0.85,0,IF(ROUND(X1,12)<0.95,(X1-0.85)*100,10)),10),2)'),
    ],
    [
      'whole steps',
      { ...rate, scoring: { method: 'steps', below: percentPoint, count: 'whole' } },
      guarded(
        'ROUND(ROUND(IF(ROUND(X1,12)<=0.85,0,IF(ROUND(X1,12)<0.95,MAX(10-ROUNDDOWN(ROUND((0.95-X1)/0.01,9),0),0),10)),10),2)',
      ),
    ],
    [
      'bands',
      {
        actual: '完成率',
        scoring: { method: 'bands', otherwise: '0', bands: [{ from: '60%', included: false, score: '50%' }] },
      },
      guarded('ROUND(IF(ROUND(X1,12)<=0.6,0,5),2)'),
    ],
    [
      'a date',
      { actual: '日期', target: { comparator: '<=', date: '2021-12-31' }, scoring: { method: 'pass' } },
      guarded('ROUND(IF(X1<=44561,10,0),2)'),
    ],
    [
      'a target that is data',
      {
        actual: '实际',
        target: { comparator: '>=', formula: '计划' },
        scoring: { method: 'ratio', zeroTarget: 'full' },
      },
      'IF(OR(X1="",B1=""),"",ROUND(ROUND(MAX(MIN(IF(B1<=0,10,IF(ROUND(X1,9)<ROUND(0,9),0,IF(ROUND(X1,9)<ROUND(B1,9),X1/(B1*0.1),10))),10),0),10),2))',
    ],
    // judged and entered
    ['a judgement', { scoring: { method: 'judgement' } }, 'IF(J1="","",ROUND(J1,2))'],
    ['levels', { scoring: { method: 'levels', levels } }, 'IF(J1="","",ROUND(ROUND(MAX(MIN(J1*10,10),0),10),2))'],
    [
      'a value that is true or false',
      { actual: '完成', scoring: { method: 'pass' } },
      guarded('ROUND(IF((X1="是"),10,0),2)'),
    ],
    [
      'a checklist with a gate',
      {
        scoring: {
          method: 'checklist',
          elements: [
            { ...element, met: 'judged', gate: true },
            { ...element, id: '2', score: '60%', met: { evidence: '实际' } },
          ],
        },
      },
      'IF(J1="","",ROUND(ROUND(MAX(MIN(IF((J1="是"),IF((J1="是"),4,0)+IF((H1="有"),6,0),0),10),0),10),2))',
    ],
    // conditions and formulas
    [
      'a condition',
      {
        scoring: {
          method: 'pass',
          condition: {
            all: [
              { fact: '类别', operator: 'in', value: ['甲', '乙'] },
              { fact: '完成率', operator: 'greaterThanInclusive', value: '95%' },
              { not: { fact: '日期', operator: 'lessThan', value: '2021-01-01' } },
            ],
          },
        },
      },
      'IF(OR(E1="",C1="",D1=""),"",ROUND(IF(AND(OR(EXACT(E1,"甲"),EXACT(E1,"乙")),ROUND(C1,12)>=0.95,D1>=44197),10,0),2))',
    ],
    [
      'money is compared in yuan',
      { scoring: { method: 'pass', condition: { fact: '实际', operator: 'greaterThan', value: 3 } } },
      'IF(A1="","",ROUND(IF(ROUND(A1*10000,9)>30000,10,0),2))',
    ],
    [
      'a formula',
      { scoring: { method: 'formula', formula: '10 - 实际 / 计划' } },
      'IF(OR(A1="",B1=""),"",ROUND(ROUND(MAX(MIN(10-A1/B1,10),0),10),2))',
    ],
    [
      'a table with one hit',
      {
        scoring: {
          method: 'table',
          columns: ['完成', '类别'],
          rows: [
            { when: [{ operator: 'equal', value: true }, null], score: '10' },
            { when: [null, { operator: 'equal', value: '甲' }], score: '5' },
          ],
          hit: 'unique',
          otherwise: '0',
        },
      },
      'IF(OR(F1="",E1=""),"",ROUND(MAX(MIN(IF(IF((F1="是")=TRUE,1,0)+IF(EXACT(E1,"甲"),1,0)>1,NA(),IF((F1="是")=TRUE,10,IF(EXACT(E1,"甲"),5,0))),10),0),2))',
    ],
    // refused
    ['a rank', { actual: '实际', scoring: { method: 'rank', rule: { by: 'best' } } }, 'refused: group'],
    [
      'records',
      {
        scoring: {
          method: 'share-met',
          of: { list: '任务', met: { fact: '状态', operator: 'equal', value: '完成' } },
        },
      },
      'refused: records',
    ],
    ['no equal', { scoring: { method: 'formula', formula: '缺省取(实际, 0)' } }, 'refused: no-equal'],
    [
      'a cell that is not there',
      { scoring: { method: 'checklist', elements: [{ ...element, met: { evidence: '计划' } }] } },
      'refused: no-cell',
    ],
    [
      'a number of 16 digits',
      { actual: '实际', target: { comparator: '>=', value: '1.234567890123456' }, scoring: { method: 'pass' } },
      'refused: digits',
    ],
  ])('%s', (_name, leaf, expected) => {
    expect(leafFormula(leaf)).toBe(expected)
  })

  test.each<[string, object, string]>([
    [
      'half to even',
      { digits: 1, mode: 'half-even' },
      'ROUND(IF(MOD(ROUND((J1)*10,10),1)=0.5,2*ROUND(ROUND((J1)*10,10)/2,0),ROUND(ROUND((J1)*10,10),0))/10,1)',
    ],
    ['up', { digits: 1, mode: 'up' }, 'ROUNDUP(ROUND(J1,10),1)'],
    ['down', { digits: 0, mode: 'down' }, 'ROUNDDOWN(ROUND(J1,10),0)'],
    ['to halves', { step: '0.5' }, 'ROUND(ROUND(ROUND((J1)/0.5,9),0)*0.5,1)'],
  ])('rounded %s', (_name, rounding, expected) => {
    expect(leafFormula({ scoring: { method: 'judgement' }, rounding })).toBe(`IF(J1="","",${expected})`)
  })

  test('what is missing counts as zero only where it is missing for sure', () => {
    const rule = { scoring: { method: 'judgement' }, missing: 'zero' }
    expect(leafFormula(rule)).toBe('IF(J1="",0,ROUND(J1,2))')
    const lazy = { scoring: { method: 'formula', formula: 'IF(完成, 1, 实际)' }, missing: 'zero' }
    expect(leafFormula(lazy)).toContain('IF(OR(F1="",A1=""),"",')
  })

  test('rules take and give after the clamp, and zero beats them', () => {
    const event = (type: string, params: object) => ({ type, params: { indicator: 'a', reason: '因', ...params } })
    const conditions = { fact: '完成', operator: 'equal', value: false }
    const rules = [
      { id: 'r1', name: '扣', conditions, event: event('deduct', { formula: '实际', limit: '2' }) },
      { id: 'r2', name: '零', conditions, event: event('zero', {}) },
    ]
    expect(leafFormula({ scoring: { method: 'judgement' } }, { rules })).toBe(
      'IF(OR(J1="",F1="",A1=""),"",ROUND(ROUND(MAX(MIN((J1-IF((F1="是")=FALSE,MIN(MAX(A1,0),2),0))*IF((F1="是")=FALSE,0,1),10),0),10),2))',
    )
  })
})

describe('the formula of a branch and of the total', () => {
  const leaf = (id: string, points: string, more: object = {}) => ({
    id,
    name: id,
    points,
    scoring: { method: 'judgement' },
    ...more,
  })
  const tree = (combine: unknown, children: object[], scheme: object = {}) => ({
    fullScore: '10',
    indicators: [{ id: 'n', name: 'n', points: '10', ...(combine === undefined ? {} : { combine }), children }],
    ...scheme,
  })
  const of = (scheme: object, absent: string[] = []) => {
    const { scores, total } = formulasOf(scheme, absent)
    return [textOf(scores['n']!), textOf(total)]
  }

  test('a sum waits for all its children and passes their errors on', () => {
    expect(of(tree(undefined, [leaf('p', '6'), leaf('q', '4')]))).toEqual([
      'IF(COUNT(P,Q)<2,REPT("",SUM(P,Q)),ROUND(SUM(P,Q),2))',
      'IF(COUNT(N)<1,REPT("",SUM(N)),ROUND(SUM(N),2))',
    ])
  })

  test('best-of and weighted mean', () => {
    expect(of(tree('best-of', [leaf('p', '10'), leaf('q', '10')]))[0]).toBe(
      'IF(AND(COUNT(P,Q)<2,MAX(P,Q)<10),"",ROUND(MAX(MIN(MAX(P,Q),10),0),2))',
    )
    expect(of(tree('weighted-mean', [leaf('p', '5', { weight: '1' }), leaf('q', '10', { weight: '3' })]))[0]).toBe(
      'IF(COUNT(P,Q)<2,REPT("",SUM(P,Q)),ROUND(ROUND(MAX(MIN(P*0.5+Q*0.75,10),0),10),2))',
    )
  })

  test('alternatives by a choice item', () => {
    const combine = { alternatives: { item: '类别', children: { 甲: 'p', 乙: 'q' } } }
    expect(of(tree(combine, [leaf('p', '10'), leaf('q', '10')]))[0]).toBe(
      'IF(E1="","",IF(EXACT(E1,"甲"),IF(P="","",ROUND(MAX(MIN(P,10),0),2)),IF(EXACT(E1,"乙"),IF(Q="","",ROUND(MAX(MIN(Q,10),0),2)),NA())))',
    )
  })

  test('what does not apply in the evaluation is shared out', () => {
    const shared = tree(undefined, [leaf('p', '6', { notApplicable: 'siblings' }), leaf('q', '4')])
    expect(of(shared, ['p'])[0]).toBe('IF(COUNT(Q)<1,REPT("",SUM(Q)),ROUND(ROUND(SUM(Q)*2.5,10),2))')
    const rescaled = tree(undefined, [leaf('p', '6', { notApplicable: 'rescale' }), leaf('q', '4')])
    expect(of(rescaled, ['p'])).toEqual([
      'IF(COUNT(Q)<1,REPT("",SUM(Q)),ROUND(SUM(Q),2))',
      'IF(COUNT(N)<1,REPT("",SUM(N)),ROUND(ROUND(MAX(MIN(ROUND(ROUND(SUM(N)*2.5,10),2),10),0),10),2))',
    ])
    expect(textOf(formulasOf(rescaled, ['p']).scores['p']!)).toBe('refused: not-applicable')
    const full = tree(undefined, [leaf('p', '6', { notApplicable: 'full' }), leaf('q', '4')])
    expect(textOf(formulasOf(full, ['p']).scores['p']!)).toBe('ROUND(6,2)')
  })

  test('deductions from the total and a veto that takes it', () => {
    const conditions = { fact: '完成', operator: 'equal', value: false }
    const rules = [
      { id: 'r1', name: '扣', conditions, event: { type: 'deduct', params: { points: '3', reason: '因' } } },
      { id: 'r2', name: '否', conditions, event: { type: 'veto', params: { total: 'zero', reason: '因' } } },
    ]
    const grades = [{ name: '优', from: '9' }, { name: '差' }]
    expect(of(tree(undefined, [leaf('p', '6'), leaf('q', '4')], { rules, grades }))[1]).toBe(
      'IF(COUNT(N)<1,REPT("",SUM(N)),IF(F1="","",IF(OR((F1="是")=FALSE),0,ROUND(ROUND(MAX(MIN(SUM(N)-IF((F1="是")=FALSE,ROUND(3,2),0),10),0),10),2))))',
    )
  })

  test('measures and actual values stand in cells of their own', () => {
    const { measures, actuals } = formulasOf({
      fullScore: '10',
      indicators: [
        {
          id: 'a',
          name: '甲',
          points: '10',
          actual: '完成率',
          target: { comparator: '>=', value: '1' },
          scoring: { method: 'ratio' },
        },
      ],
    })
    expect(textOf(measures['完成率']!)).toBe('IF(OR(A1="",B1=""),"",A1/B1)')
    expect(textOf(actuals['a']!)).toBe('IF(C1="","",C1)')
  })

  test('what is true or false is a word in its cell', () => {
    const { measures, actuals, scores } = formulasOf({
      fullScore: '10',
      measures: [...base.measures, { id: '达标', formula: '实际 >= 计划', type: 'boolean' }],
      indicators: [{ id: 'a', name: '甲', points: '10', actual: '达标 且 完成', scoring: { method: 'pass' } }],
    })
    expect(textOf(measures['达标']!)).toBe('IF(OR(A1="",B1=""),"",IF(A1>=B1,"是","否"))')
    expect(textOf(actuals['a']!)).toBe('IF(OR(G1="",F1=""),"",IF(AND((G1="是"),(F1="是")),"是","否"))')
    expect(textOf(scores['a']!)).toBe(guarded('ROUND(IF((X1="是"),10,0),2)'))
  })
})
