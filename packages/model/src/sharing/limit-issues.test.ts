import { describe, expect, it } from 'vitest'
import type { Edit } from '../edit/edit.ts'
import type { Condition } from '../schema/condition.ts'
import type { Branch, Leaf } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import { adopted, brief, done, national } from './example.testing.ts'
import { limitIssues } from './limit-issues.ts'
import { limitsOf } from './limits.ts'

const scheme = adopted()
const leaf = (id: string): Leaf => ({ id, name: id, points: '1', scoring: { method: 'judgement' } })
const fact = (name: string): Condition => ({ fact: name, operator: 'equal', value: 0 })
const ruleOn = (indicator: string | undefined, conditions: Condition = fact('闲置')): Edit => ({
  type: 'add-rule',
  index: 0,
  rule: {
    id: 'new',
    name: '新规则',
    conditions,
    event: { type: 'deduct', params: { ...(indicator === undefined ? {} : { indicator }), points: '1', reason: '甲' } },
  },
})

describe('limits', () => {
  it.each<[string, Edit[], string[]]>([
    // indicators
    [
      'a locked leaf is renamed',
      [{ type: 'set-indicator', id: 'rate', fields: { name: '执行' } }],
      ['LIMIT_LOCKED 共性指标 / 执行 changed'],
    ],
    [
      'a locked leaf gets other points',
      [{ type: 'set-points', points: { rate: '31' } }],
      ['LIMIT_POINTS 共性指标 / 预算执行率'],
    ],
    [
      'a locked leaf moves',
      [{ type: 'move-indicator', id: 'system', parent: 'own', index: 0 }],
      ['LIMIT_LOCKED 个性指标 / 制度健全 moved'],
    ],
    ['a locked leaf goes', [{ type: 'remove-indicator', id: 'system' }], ['LIMIT_LOCKED 共性指标 / 制度健全 removed']],
    [
      'a locked leaf becomes a branch',
      [
        {
          type: 'replace-indicator',
          id: 'system',
          indicator: { id: 'system', name: '制度健全', points: '20', children: [leaf('a')] },
        },
      ],
      ['LIMIT_LOCKED 共性指标 / 制度健全 changed', 'LIMIT_ADD 共性指标 / 制度健全 / a'],
    ],
    [
      'a locked branch is combined otherwise',
      [{ type: 'set-indicator', id: 'common', fields: { combine: 'minimum' } }],
      ['LIMIT_LOCKED 共性指标 changed'],
    ],
    [
      'something is added under a lock',
      [{ type: 'add-indicator', parent: 'common', index: 0, indicator: leaf('a') }],
      ['LIMIT_ADD 共性指标 / a'],
    ],
    [
      'something moves under a lock',
      [{ type: 'move-indicator', id: 'model', parent: 'common', index: 0 }],
      ['LIMIT_ADD 共性指标 / 示例'],
    ],
    ['the order under a lock is free', [{ type: 'move-indicator', id: 'system', parent: 'common', index: 0 }], []],
    ['another id is no other indicator', [{ type: 'rename-indicator', from: 'rate', to: '执行' }], []],
    ['additions where they are wanted', [{ type: 'add-indicator', parent: 'own', index: 0, indicator: leaf('a') }], []],
    ['additions nobody speaks of', [{ type: 'add-indicator', parent: null, index: 0, indicator: leaf('a') }], []],
    ['changes where nothing is locked', [{ type: 'set-indicator', id: 'use', fields: { name: '影响' } }], []],
    ['removal where nothing is locked', [{ type: 'remove-indicator', id: 'effect' }], []],
    ['points within', [{ type: 'set-points', points: { use: '5', content: '25' } }], []],
    [
      'points beyond',
      [{ type: 'set-points', points: { use: '4.9', effect: '35.1' } }],
      ['LIMIT_POINTS 效果指标', 'LIMIT_POINTS 效果指标 / 社会效益'],
    ],
    [
      'additions where none may be',
      [{ type: 'add-indicator', parent: 'effect', index: 0, indicator: leaf('a') }],
      ['LIMIT_ADD 效果指标 / a'],
    ],
    [
      'a leaf with children where none may be added',
      [
        {
          type: 'replace-indicator',
          id: 'use',
          indicator: { id: 'use', name: '社会效益', points: '10', children: [leaf('a')] },
        },
      ],
      ['LIMIT_ADD 效果指标 / 社会效益 / a'],
    ],
    [
      'a branch that moves takes its limits along',
      [
        { type: 'move-indicator', id: 'effect', parent: 'own', index: 0 },
        { type: 'set-points', points: { use: '20' } },
        { type: 'add-indicator', parent: 'effect', index: 0, indicator: leaf('a') },
      ],
      ['LIMIT_POINTS 个性指标 / 效果指标 / 社会效益', 'LIMIT_ADD 个性指标 / 效果指标 / a'],
    ],
    // what locked indicators read
    [
      'an item that a locked leaf reads by a measure',
      [{ type: 'set-item', id: '支出数', fields: { unit: '万元' } }],
      ['LIMIT_LOCKED 支出数 changed'],
    ],
    [
      'the measure itself',
      [{ type: 'set-measure', id: '执行率', fields: { formula: '1' } }],
      ['LIMIT_LOCKED 执行率 changed'],
    ],
    [
      'an item under another name',
      [
        {
          type: 'rename-name',
          from: '预算数',
          to: '预算',
          texts: [{ pointer: '/measures/0/formula', text: '支出数 / 预算' }],
        },
      ],
      ['LIMIT_LOCKED 预算数 removed', 'LIMIT_LOCKED 执行率 changed'],
    ],
    [
      'an item that a shared condition reads',
      [{ type: 'set-item', id: '满意度', fields: { note: '略' } }],
      ['LIMIT_LOCKED 满意度 changed'],
    ],
    [
      'a shared condition that a locked leaf names',
      [{ type: 'set-condition', name: '守法', condition: fact('闲置') }],
      ['LIMIT_LOCKED 守法 changed'],
    ],
    ['an item that no locked leaf reads', [{ type: 'set-item', id: '闲置', fields: { note: '略' } }], []],
    // rules
    [
      'a rule that speaks of a locked leaf',
      [{ type: 'set-rule', id: 'late', fields: { name: '改' } }],
      ['LIMIT_LOCKED 改 changed'],
    ],
    ['its removal', [{ type: 'remove-rule', id: 'late' }], ['LIMIT_LOCKED 逾期扣分 removed']],
    ['a new one on a locked leaf', [ruleOn('rate')], ['LIMIT_LOCKED 新规则 added']],
    ['a new one that reads a locked leaf', [ruleOn('use', fact('score:rate'))], ['LIMIT_LOCKED 新规则 added']],
    [
      'a new one that reads it by a shared condition',
      [{ type: 'set-condition', name: '低', condition: fact('rate:rate') }, ruleOn('use', { condition: '低' })],
      ['LIMIT_LOCKED 新规则 added'],
    ],
    ['a new one on the total', [ruleOn(undefined)], []],
    ['a new one elsewhere', [ruleOn('use')], []],
    ['one that speaks of nothing locked', [{ type: 'remove-rule', id: 'veto' }], []],
    // the scheme itself
    [
      'what a locked leaf means where it says nothing',
      [{ type: 'set-scheme', fields: { missing: 'zero' } }],
      ['LIMIT_LOCKED changed'],
    ],
    ['grades, where not the whole tree is locked', [{ type: 'set-grades', grades: [{ name: '良' }] }], []],
    [
      'the full score, where not the whole tree is locked',
      [{ type: 'set-scheme', fields: { fullScore: '110', year: 2025 } }],
      [],
    ],
    // parameters
    [
      'the number of a parameter by hand',
      [{ type: 'set-target', id: 'content', target: { comparator: '>=', value: '10%' } }],
      ['LIMIT_PARAMETER 效果指标 / 满意度'],
    ],
    ['what stands beside it', [{ type: 'set-target', id: 'content', target: { comparator: '>', value: '90%' } }], []],
    // where it comes from
    ['no lineage any more', [{ type: 'set-scheme', fields: { lineage: null } }], ['LIMIT_LINEAGE']],
    [
      'the lineage of a copy',
      [{ type: 'set-scheme', fields: { lineage: { ...scheme.lineage!, mode: 'copy' } } }],
      ['LIMIT_LINEAGE'],
    ],
  ])('%s', (_, edits, expected) => {
    const changed = done(scheme, ...edits)
    expect(limitIssues(scheme, changed).map(brief)).toEqual(expected)
    // The same where nothing is shared between the two.
    expect(limitIssues(scheme, JSON.parse(JSON.stringify(changed)) as Scheme).map(brief)).toEqual(expected)
  })

  it('a shared condition that begins to speak of a locked leaf for a rule of one’s own', () => {
    const before = done(
      scheme,
      { type: 'set-condition', name: '低', condition: fact('闲置') },
      ruleOn('use', { condition: '低' }),
    )
    expect(limitIssues(scheme, before)).toEqual([])
    const after = done(before, { type: 'set-condition', name: '低', condition: fact('rate:rate') })
    expect(limitIssues(before, after).map(brief)).toEqual(['LIMIT_LOCKED 新规则 changed'])
  })

  it('an item that takes the name of a locked indicator whose evidence is read', () => {
    const met = { method: 'pass', condition: fact('evidence:system') } as const
    const template = done(national, { type: 'set-scoring', id: 'rate', scoring: met })
    const before = adopted(template)
    const after = done(before, { type: 'add-item', index: 0, item: { id: 'system', type: 'text' } })
    expect(limitIssues(before, after).map(brief)).toEqual(['LIMIT_LOCKED system added'])
  })

  it('an item that a parameter stands in may have another name, where it is not locked', () => {
    const parameters = [{ id: 'digits', name: '位数', of: 'item' as const, in: '闲置', field: 'digits' }]
    const before = adopted({
      ...done(national, { type: 'set-item', id: '闲置', fields: { digits: 2 } }),
      sharing: { parameters },
    })
    expect(limitIssues(before, done(before, { type: 'rename-name', from: '闲置', to: '备用', texts: [] }))).toEqual([])
    const changed = done(before, { type: 'set-item', id: '闲置', fields: { digits: 3 } })
    expect(limitIssues(before, changed).map(brief)).toEqual(['LIMIT_PARAMETER 闲置'])
  })

  it('what stands a second time under the id of something locked', () => {
    const rate = (scheme.indicators[0] as Branch).children[0] as Leaf
    const twin = { ...rate, target: { comparator: '>=' as const, value: '1%' } }
    const item = { ...scheme.items[0]!, unit: '万元' }
    const forged: [Scheme, string][] = [
      [{ ...scheme, indicators: [twin, ...scheme.indicators] }, 'LIMIT_LOCKED 预算执行率 added'],
      [{ ...scheme, items: [item, ...scheme.items] }, 'LIMIT_LOCKED 预算数 changed'],
      [{ ...scheme, rules: [{ ...scheme.rules![0]!, name: '另' }, ...scheme.rules!] }, 'LIMIT_LOCKED 另 changed'],
    ]
    for (const [after, expected] of forged) {
      expect(limitIssues(scheme, after).map(brief)).toEqual([expected])
      expect(limitIssues(scheme, JSON.parse(JSON.stringify(after))).map(brief)).toEqual([expected])
    }
  })

  it('a lineage that says two came from one, or that names were traded', () => {
    const { rate, system, ...nodes } = scheme.lineage!.nodes!
    const forged = [
      { ...nodes, rate: rate!, system: system!, use: { ...nodes['use']!, from: 'rate' } },
      { ...nodes, rate: { ...system!, from: 'system' }, system: { ...rate!, from: 'rate' } },
    ].map((each) => ({ ...scheme, lineage: { ...scheme.lineage!, nodes: each } }))
    expect(forged.map((each) => limitIssues(scheme, each).length > 0)).toEqual([true, true])
  })

  it('an indicator of one’s own does not take the place of a locked one by its id', () => {
    const template = { ...national, sharing: { boundaries: [{ indicator: 'common', mayChange: false, mayAdd: true }] } }
    const before = done(adopted(template), {
      type: 'add-indicator',
      parent: 'common',
      index: 2,
      indicator: leaf('twin'),
    })
    const { system, ...nodes } = before.lineage!.nodes!
    const [common, ...rest] = before.indicators as [Branch, ...Branch[]]
    const after = {
      ...before,
      indicators: [{ ...common, children: common.children.filter(({ id }) => id !== 'system') }, ...rest],
      lineage: { ...before.lineage!, nodes: { ...nodes, twin: { ...system!, from: 'system' } } },
    }
    expect(limitIssues(before, after).map(brief)).toEqual([
      'LIMIT_LOCKED 共性指标 / twin changed',
      'LIMIT_POINTS 共性指标 / twin',
    ])
  })

  it('whatever came may go back to its place', () => {
    const away = done(scheme, { type: 'move-indicator', id: 'use', parent: 'own', index: 0 })
    const back = done(away, { type: 'move-indicator', id: 'use', parent: 'effect', index: 0 })
    expect(limitIssues(away, back)).toEqual([])
    const without = done(scheme, { type: 'remove-indicator', id: 'use' })
    expect(limitIssues(without, scheme)).toEqual([])
  })

  it('a lock of the whole tree holds the full score, the grades and rules on the total', () => {
    const before = adopted({ ...national, sharing: { boundaries: [{ mayChange: false }] } })
    const after = done(
      before,
      { type: 'set-scheme', fields: { fullScore: '110' } },
      { type: 'set-grades', grades: null },
      ruleOn(undefined),
      { type: 'remove-rule', id: 'veto' },
      { type: 'add-indicator', parent: null, index: 0, indicator: leaf('a') },
    )
    expect(limitIssues(before, after).map(brief)).toEqual([
      'LIMIT_LOCKED changed',
      'LIMIT_ADD a',
      'LIMIT_LOCKED 一票否决 removed',
      'LIMIT_LOCKED 新规则 added',
      'LIMIT_LOCKED changed',
    ])
  })

  it('a copy and a scheme of one’s own have none', () => {
    const copy = adopted(national, {}, 'copy')
    for (const free of [copy, national]) {
      expect(limitsOf(free).hasAny).toBe(false)
      expect(limitIssues(free, done(free, { type: 'set-points', points: { rate: '1' } }))).toEqual([])
    }
    const { lineage: _, ...own } = copy
    expect(limitIssues(copy, own).map(brief)).toEqual(['LIMIT_LINEAGE'])
    expect(limitIssues(own, copy).map(brief)).toEqual(['LIMIT_LINEAGE'])
  })

  it('tells who limits what', () => {
    const limits = limitsOf(scheme)
    expect(limits.by('indicator', 'rate')).toBe('国家')
    expect(limits.isLocked('indicator', 'rate', 'points')).toBe(true)
    expect(limits.isLocked('indicator', 'use', 'points')).toBe(false)
    expect(limits.isLocked('rule', 'late')).toBe(true)
    expect(limits.isLocked('case', 'x')).toBe(false)
    expect(limits.pointsOf('use')).toEqual({ least: '5', most: '15', origin: '10', by: '国家' })
    expect([limits.mayAdd('own'), limits.mayAdd('common'), limits.mayAdd(null)]).toEqual([true, false, true])
    expect(limits.parametersIn('indicator', 'content', 'target/value').map(({ id }) => id)).toEqual(['target'])
    expect(limits.boundariesOf('own').map(({ by }) => by)).toEqual(['国家'])
    expect(limitsOf(scheme)).toBe(limits)
  })
})
