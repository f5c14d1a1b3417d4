import { describe, expect, it } from 'vitest'
import { canonicalText } from '../canonical.ts'
import { validate } from '../validate.ts'
import { adopted, done, national, reference, sha256 } from './example.testing.ts'
import { localChanges, nodeHash } from './node-hash.ts'
import { templateBase } from './template-base.ts'

describe('adopting', () => {
  it('gives a valid scheme with parameters set, a region, and where it comes from', () => {
    const scheme = adopted(national, { target: '85%' })
    expect(validate('scheme', scheme)).toEqual({ ok: true, value: scheme })
    expect(scheme.sharing).toBeUndefined()
    expect(scheme.region).toEqual({ name: '某省', code: '110000' })
    expect(scheme.indicators[2]).toMatchObject({ children: [{ target: { value: '85%' } }, {}] })
    const { nodes, ...lineage } = scheme.lineage!
    expect(lineage).toMatchObject({ template: reference('国家'), mode: 'reference', parameters: { target: '85%' } })
    expect(lineage.boundaries?.map(({ indicator, by }) => `${indicator} ${by}`)).toEqual([
      'common 国家',
      'own 国家',
      'effect 国家',
    ])
    expect(nodes!['rate']).toEqual({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      points: '30',
      parent: 'common',
      limits: { locked: '国家', closed: '国家', points: { least: '30', most: '30', by: '国家' } },
    })
    expect(nodes!['own']!.limits).toBeUndefined()
    expect(nodes!['use']!.limits).toEqual({ closed: '国家', points: { least: '5', most: '15', by: '国家' } })
  })

  it('as a copy holds nothing', () => {
    const { lineage } = adopted(national, {}, 'copy')
    expect(lineage?.boundaries).toBeUndefined()
    expect(lineage?.offered).toBeUndefined()
    expect(Object.values(lineage!.nodes!).some((node) => 'limits' in node)).toBe(false)
  })

  it('of an adopted one keeps the limits of both levels, the narrower of two', () => {
    const province = {
      ...done(
        adopted(),
        { type: 'set-points', points: { use: '12' } },
        {
          type: 'add-indicator',
          parent: 'own',
          index: 1,
          indicator: { id: 'rural', name: '乡村振兴', points: '5', scoring: { method: 'judgement' } },
        },
      ),
      sharing: {
        parameters: [{ id: 'p', name: '甲', of: 'indicator' as const, in: 'rural', field: 'points' }],
        boundaries: [
          { indicator: 'own', mayChange: false },
          { indicator: 'use', points: { plusMinus: '5' } },
          { indicator: 'content', mayChange: true },
        ],
      },
    }
    const { lineage } = adopted(province, {}, 'reference', '某省')
    expect(lineage!.nodes!['use']!.limits).toEqual({ closed: '国家', points: { least: '7', most: '15', by: '某省' } })
    expect(lineage!.nodes!['rate']!.limits!.locked).toBe('国家')
    expect(lineage!.nodes!['rural']!.limits!.locked).toBe('某省')
    expect(lineage!.nodes!['content']!.limits!.points).toEqual({ least: '15', most: '25', by: '国家' })
    expect(lineage!.boundaries?.map(({ by }) => by)).toEqual(['国家', '国家', '国家', '某省', '某省', '某省'])
    expect(lineage!.offered?.map(({ id, by }) => `${id} ${by ?? ''}`)).toEqual(['p ', 'target 国家', 'line 国家'])
  })

  it('refuses what a parameter may not be', () => {
    expect(() => adopted(national, { target: '99%' })).toThrow('PARAMETER_RANGE')
  })
})

describe('what was changed here', () => {
  const scheme = adopted()
  const told = (changed: typeof scheme) => {
    const { changes, removed } = localChanges(changed, sha256)
    const lines = [...changes].filter(([, change]) => change !== 'same').map(([id, change]) => `${id} ${change}`)
    return [...lines, ...(removed === 0 ? [] : [`${removed} removed`])]
  }

  it.each<[string, typeof scheme, string[]]>([
    ['nothing', scheme, []],
    ['a name', done(scheme, { type: 'set-indicator', id: 'use', fields: { name: '社会影响' } }), ['use changed']],
    ['points', done(scheme, { type: 'set-points', points: { use: '12' } }), ['use points']],
    ['a place', done(scheme, { type: 'move-indicator', id: 'use', parent: 'own', index: 0 }), ['use changed']],
    ['the order', done(scheme, { type: 'move-indicator', id: 'use', parent: 'effect', index: 0 }), []],
    ['a removal', done(scheme, { type: 'remove-indicator', id: 'effect' }), ['3 removed']],
    ['an id alone', done(scheme, { type: 'rename-indicator', from: 'effect', to: '效果' }), []],
    [
      'ids that trade places',
      done(
        scheme,
        { type: 'rename-indicator', from: 'rate', to: 'x' },
        { type: 'rename-indicator', from: 'system', to: 'rate' },
        { type: 'rename-indicator', from: 'x', to: 'system' },
      ),
      [],
    ],
  ])('%s', (_, changed, expected) => {
    expect(told(changed)).toEqual(expected)
  })

  it('the id it came with stays known', () => {
    const renamed = done(scheme, { type: 'rename-indicator', from: 'effect', to: '效果' })
    expect(renamed.lineage!.nodes!['效果']).toMatchObject({ from: 'effect' })
    expect(renamed.lineage!.nodes!['use']).toMatchObject({ parent: '效果' })
    expect(renamed.lineage!.boundaries?.map(({ indicator }) => indicator)).toContain('效果')
    const back = done(renamed, { type: 'rename-indicator', from: '效果', to: 'effect' })
    expect(canonicalText(back)).toBe(canonicalText(scheme))
  })

  it('the hash of an indicator is that of its fields and its place alone', () => {
    const { node } = { node: national.indicators[0]! }
    expect(nodeHash({ ...node, points: '1' }, null, sha256)).toBe(nodeHash(node, null, sha256))
    expect(nodeHash(node, 'own', sha256)).not.toBe(nodeHash(node, null, sha256))
  })
})

describe('the base of an adopted scheme', () => {
  it('is the scheme as it was adopted', () => {
    const scheme = adopted(national, { target: '85%' })
    expect(templateBase(national, scheme)).toEqual({ ok: true, value: scheme })
  })

  it('has the ids and the own fields of here, and none of the changes', () => {
    const scheme = adopted()
    const changed = done(
      scheme,
      { type: 'rename-indicator', from: 'use', to: '效益' },
      { type: 'set-scheme', fields: { version: '7', sharing: { boundaries: [{ mayAdd: false }] } } },
      { type: 'set-points', points: { 效益: '12' } },
    )
    const base = templateBase(national, changed)
    if (!base.ok) throw new Error()
    expect(base.value).toMatchObject({ version: '7', sharing: { boundaries: [{ mayAdd: false }] } })
    expect(base.value.indicators[2]).toMatchObject({ children: [{}, { id: '效益', points: '10' }] })
    expect(base.value.lineage).toBe(changed.lineage)
  })

  it('a new indicator of the template does not take an id that another has here', () => {
    const changed = done(adopted(), { type: 'rename-indicator', from: 'use', to: '效益' })
    const newer = done(national, {
      type: 'add-indicator',
      parent: 'effect',
      index: 0,
      indicator: { id: '效益', name: '新', points: '1', scoring: { method: 'judgement' } },
    })
    const base = templateBase(newer, changed)
    if (!base.ok) throw new Error()
    expect(base.value.indicators[2]).toMatchObject({ children: [{ id: '效益-2', name: '新' }, {}, { id: '效益' }] })
  })
})
