import { describe, expect, it } from 'vitest'
import type { Scheme } from '../schema/scheme.ts'
import { validate } from '../validate.ts'
import { applyEdit, applyPatches } from './apply-edit.ts'
import type { Edit } from './edit.ts'
import { mentions } from './mentions.ts'

const HASH = '0'.repeat(64)

const scheme = read({
  yardstick: 'scheme/1',
  id: 'demo',
  name: '示例',
  version: '1',
  fullScore: '20',
  items: [
    { id: '支出', type: 'money' },
    { id: '预算', type: 'money' },
    { id: '制度', type: 'boolean' },
    { id: '任务', type: 'list', fields: [{ id: '支出', type: 'money' }] },
    { id: '满意度', type: 'rate', aggregate: { rule: 'weighted', by: '支出' } },
    { id: '类别', type: 'choice', choices: ['甲', '乙'] },
    { id: '闲置', type: 'number' },
  ],
  measures: [{ id: '执行率', formula: '支出 / 预算', type: 'rate' }],
  indicators: [
    {
      id: 'process',
      name: '过程',
      points: '12',
      combine: { alternatives: { item: '类别', children: { 甲: 'rate', 乙: 'rules' } } },
      children: [
        { id: 'rate', name: '执行率', points: '12', actual: '执行率', scoring: { method: 'ratio' } },
        {
          id: 'rules',
          name: '制度',
          points: '12',
          weighUnitsBy: '支出',
          scoring: {
            method: 'checklist',
            elements: [
              { id: 'a', text: '有制度', score: '6', met: { item: '制度' } },
              { id: 'b', text: '有凭证', score: '6', met: { evidence: '支出' } },
            ],
          },
        },
      ],
    },
    {
      id: 'result',
      name: '效果',
      points: '8',
      children: [
        {
          id: 'tasks',
          name: '任务',
          points: '8',
          scoring: {
            method: 'share-met',
            of: { list: '任务', met: { fact: '支出', operator: 'greaterThan', value: { fact: '预算' } } },
          },
        },
      ],
    },
  ],
  conditions: { 超支: { fact: '支出', operator: 'greaterThan', value: { fact: '预算' } } },
  rules: [
    {
      id: 'late',
      name: '逾期',
      conditions: { all: [{ condition: '超支' }, { fact: 'rate:rules', operator: 'lessThan', value: 0.6 }] },
      event: { type: 'deduct', params: { indicator: 'rules', points: '1', reason: '逾期' } },
    },
  ],
  cases: [
    {
      name: '一例',
      submission: {
        subject: { department: '某局' },
        period: '2024',
        items: { 支出: 90, 预算: 100, 闲置: 1 },
        judgements: { rules: { elements: {} } },
        evidence: { 支出: [{ name: '凭证.pdf' }], tasks: [] },
      },
      expected: { scores: { rules: '6', tasks: null } },
    },
  ],
  layout: { rules: { x: 1, y: 1 } },
  lineage: {
    template: { id: 't', version: '1', hash: HASH, publisher: '省财政厅', scheme: 't' },
    mode: 'reference',
    nodes: { rules: { hash: HASH, points: '5' } },
  },
})

function read(document: object): Scheme {
  const outcome = validate('scheme', document)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome.value
}

function done(edit: Edit, of: Scheme = scheme): Scheme {
  const outcome = applyEdit(of, edit)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome.value.scheme
}

function refused(edit: Edit, of: Scheme = scheme) {
  const outcome = applyEdit(of, edit)
  return outcome.ok
    ? []
    : outcome.issues.map(({ code, pointer, expected, found }) => ({ code, pointer, expected, found }))
}

describe('renaming', () => {
  it('an indicator rewrites rules, conditions, selectors, cases, layout and lineage', () => {
    const text = JSON.stringify(done({ type: 'rename-indicator', from: 'rules', to: '制度健全' }))
    expect(text).not.toContain('"rules":{')
    expect(text).not.toContain('rate:rules')
    expect(JSON.parse(text)).toMatchObject({
      indicators: [
        { combine: { alternatives: { children: { 乙: '制度健全' } } }, children: [{}, { id: '制度健全' }] },
        {},
      ],
      rules: [
        {
          conditions: { all: [{}, { fact: 'rate:制度健全' }] },
          event: { params: { indicator: '制度健全' } },
        },
      ],
      cases: [{ submission: { judgements: { 制度健全: {} } }, expected: { scores: { 制度健全: '6' } } }],
      layout: { 制度健全: { x: 1 } },
      lineage: { nodes: { 制度健全: { hash: HASH } } },
    })
  })

  it('a name rewrites formulas as given and every other reference, but not a field of that name', () => {
    const renamed = done({
      type: 'rename-name',
      from: '支出',
      to: '实际支出',
      texts: [{ pointer: '/measures/0/formula', text: '实际支出 / 预算' }],
    })
    expect(renamed).toMatchObject({
      items: [{ id: '实际支出' }, {}, {}, { fields: [{ id: '支出' }] }, { aggregate: { by: '实际支出' } }, {}, {}],
      measures: [{ formula: '实际支出 / 预算' }],
      indicators: [
        {
          children: [{}, { weighUnitsBy: '实际支出', scoring: { elements: [{}, { met: { evidence: '实际支出' } }] } }],
        },
        { children: [{ scoring: { of: { met: { fact: '支出' } } } }] },
      ],
      conditions: { 超支: { fact: '实际支出' } },
      cases: [{ submission: { items: { 实际支出: 90 }, evidence: { 实际支出: [{}] } } }],
    })
  })

  it('refuses a name or id that is in use, and a formula where there is none', () => {
    expect(refused({ type: 'rename-name', from: '支出', to: '执行率', texts: [] })).toMatchObject([
      { code: 'EDIT_TAKEN', pointer: '/to', expected: 'name' },
    ])
    expect(refused({ type: 'rename-indicator', from: 'rules', to: 'tasks' })).toMatchObject([{ code: 'EDIT_TAKEN' }])
    expect(
      refused({
        type: 'rename-name',
        from: '支出',
        to: '花费',
        texts: [{ pointer: '/measures/9/formula', text: '1' }],
      }),
    ).toMatchObject([{ code: 'EDIT_TEXT', pointer: '/texts/0/pointer', found: '/measures/9/formula' }])
  })
})

describe('removing', () => {
  it('an item lists where it is still in use', () => {
    const [first] = refused({ type: 'remove-item', id: '预算' })
    expect(first).toMatchObject({ code: 'EDIT_REFERENCED', pointer: '/id', expected: '预算' })
    expect(first?.found).toEqual([
      { pointer: '/indicators/1/children/0/scoring/of/met/value/fact', where: ['效果', '任务'] },
      { pointer: '/conditions/超支/value/fact', where: ['超支'] },
      { pointer: '/measures/0/formula', where: ['执行率'] },
    ])
  })

  it('an item that only cases mention takes its values along', () => {
    const next = done({ type: 'remove-item', id: '闲置' })
    expect(next.items.map((item) => item.id)).not.toContain('闲置')
    expect(next.cases?.[0]?.submission.items).toEqual({ 支出: 90, 预算: 100 })
  })

  it('what reads a formula can be said by one who knows the language', () => {
    const edit: Edit = { type: 'remove-item', id: '闲置' }
    expect(applyEdit(scheme, edit, (formula, name) => mentions(formula, name) || name === '闲置').ok).toBe(false)
  })

  it('an indicator is refused while rules speak of it, and leaves no trace but its origin otherwise', () => {
    const places = refused({ type: 'remove-indicator', id: 'process' })[0]?.found as { pointer: string }[]
    expect(places.map((place) => place.pointer)).toEqual([
      '/rules/0/conditions/all/1/fact',
      '/rules/0/event/params/indicator',
    ])
    const without = done({
      type: 'batch',
      edits: [
        { type: 'remove-rule', id: 'late' },
        { type: 'remove-indicator', id: 'process' },
      ],
    })
    expect(without.layout).toEqual({})
    expect(without.lineage?.nodes).toEqual({ rules: { hash: HASH, points: '5' } })
    expect(without.cases?.[0]?.submission.judgements).toEqual({})
    expect(without.cases?.[0]?.expected.scores).toEqual({ tasks: null })
  })

  it('a child that the selector of its parent names is refused, also when it only moves away', () => {
    expect(refused({ type: 'remove-indicator', id: 'rate' })).toMatchObject([{ code: 'EDIT_REFERENCED' }])
    expect(refused({ type: 'move-indicator', id: 'rate', parent: null, index: 0 })).toMatchObject([
      { code: 'EDIT_REFERENCED', expected: '执行率' },
    ])
    expect(done({ type: 'move-indicator', id: 'rate', parent: 'process', index: 1 }).indicators[0]).toMatchObject({
      children: [{ id: 'rules' }, { id: 'rate' }],
    })
  })

  it('the last indicator stays', () => {
    const { rules: _, cases: __, ...bare } = scheme
    const one = { ...bare, indicators: scheme.indicators.slice(1) }
    expect(refused({ type: 'remove-indicator', id: 'result' }, one)).toMatchObject([{ code: 'SHAPE_SIZE' }])
  })

  it('a shared condition is refused while it is named', () => {
    expect(refused({ type: 'set-condition', name: '超支', condition: null })).toMatchObject([
      { code: 'EDIT_REFERENCED', found: [{ pointer: '/rules/0/conditions/all/0/condition', where: ['逾期'] }] },
    ])
  })

  it('values of a case under a name that is taken by another refuse the renaming', () => {
    const odd = done({ type: 'remove-item', id: '闲置' })
    const stray = structuredClone(odd)
    stray.cases![0]!.submission.items['新名'] = 1
    expect(refused({ type: 'rename-name', from: '支出', to: '新名', texts: [] }, stray)).toMatchObject([
      { code: 'EDIT_TAKEN' },
    ])
  })
})

describe('refused edits', () => {
  const leaf = { id: 'x', name: 'x', points: '1', scoring: { method: 'judgement' as const } }
  it.each<[Edit, string, string]>([
    [{ type: 'set-points', points: { nobody: '1' } }, 'EDIT_UNKNOWN', '/points/nobody'],
    [{ type: 'set-points', points: { rate: '-1' } }, 'SHAPE_FORMAT', '/points/rate'],
    [{ type: 'add-indicator', parent: 'rate', index: 0, indicator: leaf }, 'EDIT_KIND', '/parent'],
    [{ type: 'add-indicator', parent: 'process', index: 9, indicator: leaf }, 'EDIT_INDEX', '/index'],
    [{ type: 'add-indicator', parent: null, index: 0, indicator: { ...leaf, id: 'rate' } }, 'EDIT_TAKEN', '/indicator'],
    [
      { type: 'add-indicator', parent: null, index: 0, indicator: { ...leaf, children: [leaf] } as never },
      'SHAPE_UNKNOWN_KEY',
      '/indicator/scoring',
    ],
    [{ type: 'move-indicator', id: 'process', parent: 'process', index: 0 }, 'EDIT_INTO_ITSELF', '/parent'],
    [{ type: 'set-indicator', id: 'process', fields: { actual: '1' } }, 'EDIT_KIND', '/fields/actual'],
    [{ type: 'set-indicator', id: 'rate', fields: { combine: 'sum' } }, 'EDIT_KIND', '/fields/combine'],
    [{ type: 'set-scoring', id: 'process', scoring: { method: 'judgement' } }, 'EDIT_KIND', '/id'],
    [{ type: 'set-item', id: '支出', fields: { type: null } as never }, 'SHAPE_TYPE', '/fields/type'],
    [{ type: 'add-item', index: 0, item: { id: '执行率', type: 'rate' } }, 'EDIT_TAKEN', '/item/id'],
    [{ type: 'add-item', index: 0, item: { id: '__proto__', type: 'rate' } }, 'SHAPE_FORMAT', '/item/id'],
    [{ type: 'rename-indicator', from: 'rate', to: 'constructor' }, 'SHAPE_FORMAT', '/to'],
    [{ type: 'set-condition', name: '__proto__', condition: { condition: '超支' } }, 'SHAPE_FORMAT', '/name'],
    [{ type: 'move-item', id: '支出', index: 7 }, 'EDIT_INDEX', '/index'],
    [{ type: 'remove-rule', id: 'nobody' }, 'EDIT_UNKNOWN', '/id'],
    [
      { type: 'batch', edits: [{ type: 'batch', edits: [{ type: 'remove-rule', id: 'nobody' }] }] },
      'EDIT_UNKNOWN',
      '/edits/0/edits/0/id',
    ],
    [{ type: 'explode' } as never, 'SHAPE_CHOICE', '/type'],
  ])('%j', (edit, code, pointer) => {
    expect(refused(edit)).toMatchObject([{ code, pointer }])
  })

  it('a batch is done whole or not at all', () => {
    const outcome = applyEdit(scheme, {
      type: 'batch',
      edits: [
        { type: 'set-points', points: { rate: '1' } },
        { type: 'remove-rule', id: 'nobody' },
      ],
    })
    expect(outcome.ok).toBe(false)
    expect(scheme.indicators[0]).toMatchObject({ children: [{ points: '12' }, {}] })
  })

  it('a tree cannot be deepened beyond what can be read again', () => {
    let deep = scheme
    let codes: string[] = []
    for (let level = 0; level < 120 && codes.length === 0; level++) {
      const indicator = { id: `d${level}`, name: `第${level}层`, points: '1', children: [] }
      const outcome = applyEdit(deep, {
        type: 'add-indicator',
        parent: level === 0 ? null : `d${level - 1}`,
        index: 0,
        indicator,
      })
      if (outcome.ok) deep = outcome.value.scheme
      else codes = outcome.issues.map((each) => each.code)
    }
    expect(codes).toEqual(['DOCUMENT_TOO_DEEP'])
    expect(validate('scheme', deep).ok).toBe(true)
  })
})

describe('accepted edits', () => {
  it('decimals become canonical', () => {
    const next = done({ type: 'set-points', points: { rate: '7.50', rules: '012' } })
    expect(next.indicators[0]).toMatchObject({ children: [{ points: '7.5' }, { points: '12' }] })
  })

  it('null takes a field away, also one that the other kind of node has', () => {
    const next = done({ type: 'set-indicator', id: 'rules', fields: { weighUnitsBy: null, combine: null, core: true } })
    expect(next.indicators[0]).toMatchObject({ children: [{}, { core: true }] })
    expect(JSON.stringify(next)).not.toContain('weighUnitsBy')
  })

  it('a leaf becomes a branch by replacing it', () => {
    const indicator = { id: 'tasks', name: '任务', points: '8', children: [] }
    expect(done({ type: 'replace-indicator', id: 'tasks', indicator }).indicators[1]).toMatchObject({
      children: [{ id: 'tasks', children: [] }],
    })
  })

  it('undo by patches gives the very scheme back and shares what was not touched', () => {
    const outcome = applyEdit(scheme, { type: 'set-target', id: 'rate', target: { comparator: '>=', value: '95%' } })
    if (!outcome.ok) throw new Error('refused')
    const { scheme: next, patches, inverse } = outcome.value
    expect(applyPatches(next, inverse)).toEqual(scheme)
    expect(applyPatches(scheme, JSON.parse(JSON.stringify(patches)))).toEqual(next)
    expect(next.indicators[1]).toBe(scheme.indicators[1])
  })
})
