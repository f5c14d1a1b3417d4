import { describe, expect, it } from 'vitest'
import { bind } from './declaration.ts'
import type { Declaration } from './schema/declaration.ts'
import type { Scheme } from './schema/scheme.ts'
import type { Target } from './schema/target.ts'
import { validate } from './validate.ts'

const judged = { method: 'judgement' as const }
const scheme = read('scheme', {
  yardstick: 'scheme/1',
  id: 'demo',
  name: '示例',
  version: '1',
  fullScore: '60',
  declarations: 'required',
  items: [{ id: '满意度', type: 'rate' }],
  measures: [{ id: '两倍', formula: '满意度 * 2', type: 'rate' }],
  indicators: [
    {
      id: 'common',
      name: '共性',
      points: '30',
      children: [
        {
          id: 'satisfaction',
          name: '满意度',
          points: '10',
          target: { comparator: '>=', value: '90%' },
          declared: { atLeast: '85%', atMost: '100%' },
          scoring: { method: 'ratio' },
        },
        {
          id: 'cost',
          name: '成本',
          points: '10',
          target: { comparator: '<=', value: '5', unit: '万元' },
          declared: { atMost: '10' },
          scoring: { method: 'ratio' },
        },
        { id: 'open', name: '公开', points: '5', declared: {}, scoring: { method: 'pass' } },
        { id: 'fixed', name: '合规', points: '5', scoring: judged },
      ],
    },
    { id: 'own', name: '个性', points: '20', individual: true, children: [] },
    {
      id: 'mixed',
      name: '个性加固定',
      points: '10',
      individual: true,
      children: [{ id: 'given', name: '固定', points: '4', scoring: judged }],
    },
  ],
})

function read(kind: 'scheme', document: object): Scheme {
  const outcome = validate(kind, document)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome.value
}

const leaf = (id: string, points: string) => ({ id, name: id, points, scoring: { method: 'ratio' as const } })
const complete = {
  scheme: { id: 'demo' },
  subject: { department: '某局' },
  period: '2024',
  targets: { open: { text: '公开' } },
  indicators: { own: [leaf('a', '12'), leaf('b', '8')], mixed: [leaf('c', '6')] },
}
const declared = (more: object = {}): Declaration => {
  const outcome = validate('declaration', { yardstick: 'declaration/1', ...complete, ...more })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome.value
}

const refused = (more: object, of: Scheme = scheme) => {
  const outcome = bind(of, declared(more))
  return outcome.ok
    ? []
    : outcome.issues.map(({ code, pointer, where }) => `${code} ${pointer} ${where.join('/')}`.trim())
}
const target = (id: string, of: Target) => refused({ targets: { ...complete.targets, [id]: of } })

describe('binding a declaration', () => {
  it('gives a valid scheme with the targets, the own leaves after the others, and the own data', () => {
    const outcome = bind(
      scheme,
      declared({
        targets: { ...complete.targets, satisfaction: { comparator: '>=', value: '95.0%' } },
        items: [{ id: '培训人次', type: 'count' }],
        measures: [{ id: '培训率', formula: '培训人次 / 100', type: 'rate' }],
      }),
    )
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
    expect(outcome.value).toMatchObject({
      items: [{ id: '满意度' }, { id: '培训人次' }],
      measures: [{ id: '两倍' }, { id: '培训率' }],
      indicators: [
        { children: [{ target: { value: '95%' } }, {}, { target: { text: '公开' } }, {}] },
        { children: [{ id: 'a' }, { id: 'b' }] },
        { children: [{ id: 'given' }, { id: 'c' }] },
      ],
    })
    expect(validate('scheme', outcome.value)).toEqual({ ok: true, value: outcome.value })
  })

  it('changes neither what comes in nor what it does not touch', () => {
    const before = JSON.stringify(scheme)
    const outcome = bind(scheme, declared())
    expect(JSON.stringify(scheme)).toBe(before)
    expect(outcome.ok && outcome.value.items).toBe(scheme.items)
    const [common] = scheme.indicators
    expect(outcome.ok && outcome.value.indicators[0]).toMatchObject({
      children: { 0: (common as { children: object[] }).children[0] },
    })
  })
})

describe('a declaration is refused', () => {
  it('for another scheme, or where the scheme takes none', () => {
    expect(refused({ scheme: { id: 'other' } })).toEqual(['DECLARATION_SCHEME /scheme/id'])
    expect(refused({}, { ...scheme, declarations: 'none' })).toEqual(['DECLARATION_NOT_TAKEN  示例'])
  })

  it.each<[string, Target, string[]]>([
    // within the limits, both ends included
    ['satisfaction', { comparator: '>=', value: '85%' }, []],
    ['satisfaction', { comparator: '>', value: '100%' }, []],
    [
      'satisfaction',
      { comparator: '>=', value: '84.9%' },
      ['DECLARATION_TARGET_LIMIT /targets/satisfaction 共性/满意度'],
    ],
    [
      'satisfaction',
      { comparator: '>=', value: '101%' },
      ['DECLARATION_TARGET_LIMIT /targets/satisfaction 共性/满意度'],
    ],
    // the direction and the kind are the scheme's
    ['satisfaction', { comparator: '<=', value: '90%' }, ['DECLARATION_TARGET_KIND /targets/satisfaction 共性/满意度']],
    ['satisfaction', { low: '85%', high: '90%' }, ['DECLARATION_TARGET_KIND /targets/satisfaction 共性/满意度']],
    ['satisfaction', { text: '满意' }, ['DECLARATION_TARGET_KIND /targets/satisfaction 共性/满意度']],
    [
      'satisfaction',
      { comparator: '>=', formula: '满意度' },
      ['DECLARATION_TARGET_KIND /targets/satisfaction 共性/满意度'],
    ],
    // units convert within a kind
    ['cost', { comparator: '<=', value: '99000', unit: '元' }, []],
    ['cost', { comparator: '<=', value: '100001', unit: '元' }, ['DECLARATION_TARGET_LIMIT /targets/cost 共性/成本']],
    [
      'satisfaction',
      { comparator: '>=', value: '0.9', unit: '万元' },
      ['DECLARATION_TARGET_UNIT /targets/satisfaction 共性/满意度'],
    ],
    ['cost', { comparator: '<=', value: '5', unit: '人' }, ['DECLARATION_TARGET_UNIT /targets/cost 共性/成本']],
    // no limits: any target
    ['open', { comparator: '<=', date: '2024-12-31' }, []],
    // not open, not a leaf, not there
    ['fixed', { text: '合规' }, ['DECLARATION_TARGET_FIXED /targets/fixed 共性/合规']],
    ['common', { text: '合规' }, ['DECLARATION_TARGET_FIXED /targets/common 共性']],
    ['fixd', { text: '合规' }, ['DECLARATION_UNKNOWN_INDICATOR /targets/fixd']],
  ])('target of %s: %j gives %j', (id, of, expected) => {
    expect(target(id, of)).toEqual(expected)
  })

  it('when points do not come to those of the branch', () => {
    expect(refused({ indicators: { ...complete.indicators, own: [leaf('a', '12')] } })).toEqual([
      'DECLARATION_POINTS /indicators/own 个性',
    ])
    expect(refused({ indicators: { ...complete.indicators, mixed: [leaf('c', '10')] } })).toEqual([
      'DECLARATION_POINTS /indicators/mixed 个性加固定',
    ])
  })

  it('when a method that computes with its target is given a sentence for one', () => {
    const own = [
      { ...leaf('a', '12'), target: { text: '很多' } },
      { ...leaf('b', '8'), target: { text: '很多' }, scoring: { method: 'pass' } },
    ]
    expect(refused({ indicators: { ...complete.indicators, own } })).toEqual([
      'SCORING_TARGET_TEXT /indicators/own/0/target 个性/a',
    ])
  })

  it('under a branch where each child is worth the whole, child by child', () => {
    const best = structuredClone(scheme)
    best.indicators[1] = { ...best.indicators[1]!, combine: 'best-of' } as never
    expect(refused({}, best)).toEqual([
      'DECLARATION_POINTS /indicators/own/0/points 个性/a',
      'DECLARATION_POINTS /indicators/own/1/points 个性/b',
    ])
  })

  it('when own leaves stand where the scheme has none to give', () => {
    expect(refused({ indicators: { ...complete.indicators, common: [leaf('d', '1')], given: [], nix: [] } })).toEqual([
      'DECLARATION_NOT_INDIVIDUAL /indicators/common 共性',
      'DECLARATION_NOT_INDIVIDUAL /indicators/given 个性加固定/固定',
      'DECLARATION_UNKNOWN_INDICATOR /indicators/nix',
    ])
  })

  it('when ids or names clash, with the scheme or among themselves', () => {
    expect(
      refused({
        indicators: { own: [leaf('fixed', '12'), leaf('b', '8')], mixed: [leaf('b', '6')] },
        items: [
          { id: '满意度', type: 'rate' },
          { id: '新', type: 'count' },
        ],
        measures: [{ id: '新', formula: '1', type: 'number' }],
      }),
    ).toEqual([
      'DECLARATION_TAKEN /indicators/own/0/id fixed',
      'DECLARATION_TAKEN /indicators/mixed/0/id b',
      'DECLARATION_TAKEN /items/0/id 满意度',
      'DECLARATION_TAKEN /measures/0/id 新',
    ])
  })

  it('when what is required is not there', () => {
    expect(refused({ targets: {}, indicators: {} })).toEqual([
      'DECLARATION_TARGET_MISSING /targets 共性/公开',
      'DECLARATION_INDIVIDUAL_EMPTY /indicators 个性',
    ])
    expect(refused({ targets: {} }, { ...scheme, declarations: 'optional' })).toEqual([])
  })
})
