import { describe, expect, it } from 'vitest'
import { canonicalText } from '../canonical.ts'
import type { Edit } from '../edit/edit.ts'
import type { Leaf } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import { indicatorById } from '../scheme.ts'
import { adopted, done, national, reference, sha256 } from './example.testing.ts'
import { limitIssues } from './limit-issues.ts'
import { templateBase } from './template-base.ts'
import type { UpdateRow } from './update-rows.ts'
import { type Choice, updateScheme } from './update-scheme.ts'

const leaf = (id: string, points = '1'): Leaf => ({ id, name: id, points, scoring: { method: 'judgement' } })
const template = reference('国家', '2')

function updated(upstream: Edit[], local: Edit[], choices: Choice[] = [], from = adopted()) {
  return updateScheme(
    { base: national, local: done(from, ...local), upstream: done(national, ...upstream), template, choices },
    sha256,
  )
}

/** common / rate points: both → local; a lock is shown by !. */
const told = (rows: readonly UpdateRow[]) =>
  rows.flatMap(({ of, id, fields }) =>
    fields.map(({ field, kind, changed, taken, isLocked }) => {
      const what = field === null || field === kind ? kind : `${field} ${kind}`
      return `${of === 'indicator' || of === 'scheme' ? '' : `${of} `}${of === 'scheme' ? 'scheme' : id} ${what}: ${changed} → ${taken}${isLocked ? '!' : ''}`
    }),
  )

const points = (id: string, value: string): Edit => ({ type: 'set-points', points: { [id]: value } })
const named = (id: string, name: string): Edit => ({ type: 'set-indicator', id, fields: { name } })

describe('an update', () => {
  it.each<[string, Edit[], Edit[], string[]]>([
    ['of nothing', [], [], []],
    ['a field changed above', [named('use', '影响')], [], ['use name changed: upstream → upstream']],
    ['a field changed here', [], [named('use', '影响')], ['use name changed: local → local']],
    [
      'a field changed on both sides',
      [named('use', '影响')],
      [named('use', '效益')],
      ['use name changed: both → local'],
    ],
    [
      'different fields of one',
      [named('use', '影响')],
      [points('use', '12')],
      ['use points changed: local → local', 'use name changed: upstream → upstream'],
    ],
    ['a locked field changed above', [named('rate', '执行')], [], ['rate name changed: upstream → upstream!']],
    [
      'one added above',
      [{ type: 'add-indicator', parent: 'own', index: 0, indicator: leaf('a') }],
      [],
      ['a added: upstream → upstream'],
    ],
    [
      'one added here',
      [],
      [{ type: 'add-indicator', parent: 'own', index: 0, indicator: leaf('a') }],
      ['a added: local → local'],
    ],
    [
      'one of the same id added on both sides',
      [{ type: 'add-indicator', parent: 'own', index: 0, indicator: leaf('a', '2') }],
      [{ type: 'add-indicator', parent: 'own', index: 0, indicator: leaf('a') }],
      ['a points changed: both → local'],
    ],
    [
      'a branch removed above',
      [{ type: 'remove-indicator', id: 'effect' }],
      [],
      ['effect removed: upstream → upstream'],
    ],
    [
      'a branch removed above and changed here',
      [{ type: 'remove-indicator', id: 'effect' }],
      [points('use', '12')],
      ['effect removed: both → local'],
    ],
    [
      'a branch changed above and removed here',
      [points('use', '12')],
      [{ type: 'remove-indicator', id: 'effect' }],
      ['effect removed: both → local'],
    ],
    [
      'a branch removed on both sides',
      [{ type: 'remove-indicator', id: 'effect' }],
      [{ type: 'remove-indicator', id: 'effect' }],
      ['effect removed: both → local'],
    ],
    [
      'one moved above',
      [{ type: 'move-indicator', id: 'use', parent: 'own', index: 0 }],
      [],
      ['use parent moved: upstream → upstream'],
    ],
    [
      'one moved to different places',
      [{ type: 'move-indicator', id: 'use', parent: 'own', index: 0 }],
      [{ type: 'move-indicator', id: 'use', parent: null, index: 0 }],
      ['use parent moved: both → local'],
    ],
    [
      'another order above',
      [{ type: 'move-indicator', id: 'use', parent: 'effect', index: 0 }],
      [],
      ['effect children order: upstream → upstream'],
    ],
    [
      'another order at the top, here',
      [],
      [{ type: 'move-indicator', id: 'effect', parent: null, index: 0 }],
      ['scheme indicators order: local → local'],
    ],
    [
      'the scheme’s own field',
      [{ type: 'set-scheme', fields: { description: '新' } }],
      [{ type: 'set-scheme', fields: { year: 2025 } }],
      ['scheme description changed: upstream → upstream', 'scheme year changed: local → local'],
    ],
    [
      'roundings part by part',
      [{ type: 'set-scheme', fields: { rounding: { branch: 'none' } } }],
      [],
      ['scheme rounding changed: upstream → upstream!'],
    ],
    [
      'what belongs to each alone is no difference',
      [{ type: 'set-scheme', fields: { region: { name: '国家' }, version: '2' } }],
      [{ type: 'set-scheme', fields: { version: '5' } }],
      [],
    ],
    [
      'an item, a rule, a condition and the grades',
      [
        { type: 'set-item', id: '闲置', fields: { note: '新' } },
        { type: 'remove-rule', id: 'veto' },
      ],
      [{ type: 'set-grades', grades: [{ name: '优', from: '85' }, { name: '差' }] }],
      [
        'item 闲置 note changed: upstream → upstream',
        'grade 优 from changed: local → local',
        'rule veto removed: upstream → upstream',
      ],
    ],
  ])('%s', (_, upstream, local, expected) => {
    const update = updated(upstream, local)
    expect(told(update.rows).toSorted()).toEqual(expected.toSorted())
    const newer = templateBase(done(national, ...upstream), update.scheme)
    expect(newer.ok && limitIssues(newer.value, update.scheme)).toEqual([])
  })

  it('without a newer version, and of what is the newer version already, changes nothing', () => {
    const local = done(adopted(), points('use', '12'), named('content', '公众满意度'))
    const same = updateScheme({ base: national, local, upstream: national, template: reference('国家') }, sha256)
    expect(canonicalText(same.scheme)).toBe(canonicalText(local))
    expect(updated([points('use', '12')], [points('use', '12')]).scheme.indicators).toEqual(
      done(national, points('use', '12')).indicators,
    )
  })

  it('gives the new lineage, and keeps what is its own', () => {
    const { scheme } = updated([named('use', '影响')], [{ type: 'set-scheme', fields: { version: '2025' } }])
    expect(scheme).toMatchObject({
      version: '2025',
      region: { name: '某省' },
      lineage: { template, mode: 'reference' },
    })
    expect(scheme.lineage!.nodes!['use']!.hash).not.toBe(adopted().lineage!.nodes!['use']!.hash)
  })

  it('keeps ids that were changed here', () => {
    const { scheme, rows } = updated([named('use', '影响')], [{ type: 'rename-indicator', from: 'use', to: '效益' }])
    expect(indicatorById(scheme).get('效益')?.node.name).toBe('影响')
    expect(scheme.lineage!.nodes!['效益']).toMatchObject({ from: 'use' })
    expect(told(rows)).toEqual(['效益 name changed: upstream → upstream'])
  })

  it('obeys choices, save of what is locked', () => {
    const [above, here] = [
      [named('use', '影响'), points('content', '22')],
      [named('use', '效益'), points('content', '18')],
    ]
    const take = (id: string, side: Choice['take'], field?: string): Choice => ({
      of: 'indicator',
      id,
      take: side,
      ...(field === undefined ? {} : { field }),
    })
    const { scheme } = updated(above, here, [take('use', 'upstream'), take('content', 'upstream', 'points')])
    const at = (id: string, of: Scheme = scheme) => indicatorById(of).get(id)!.node
    expect([at('use').name, at('content').points]).toEqual(['影响', '22'])
    const kept = updated(
      [named('use', '影响'), named('rate', '执行')],
      [],
      [take('use', 'local'), take('rate', 'local')],
    )
    expect([at('use', kept.scheme).name, at('rate', kept.scheme).name]).toEqual(['社会效益', '执行'])
    const back = updated([{ type: 'remove-indicator', id: 'effect' }], [], [take('effect', 'local')])
    expect(at('use', back.scheme).name).toBe('社会效益')
    const gone = updated(
      [{ type: 'remove-indicator', id: 'effect' }],
      [points('use', '12')],
      [take('effect', 'upstream')],
    )
    expect(indicatorById(gone.scheme).has('use')).toBe(false)
  })

  it('where the newer version locks more, it wins, and what was done here is listed', () => {
    const upstream = {
      ...national,
      sharing: {
        boundaries: [{ mayChange: false }, { indicator: 'own', mayChange: true, points: { plusMinus: '1' } }],
      },
    }
    const local = done(
      adopted(),
      named('use', '影响'),
      points('own', '25'),
      { type: 'remove-indicator', id: 'content' },
      { type: 'add-indicator', parent: 'own', index: 0, indicator: leaf('a') },
      { type: 'add-indicator', parent: null, index: 0, indicator: leaf('b') },
      { type: 'move-indicator', id: 'model', parent: null, index: 0 },
      { type: 'set-grades', grades: [{ name: '良' }] },
      { type: 'remove-rule', id: 'veto' },
      { type: 'set-item', id: '闲置', fields: { note: '略' } },
    )
    const { scheme, rows } = updateScheme({ base: national, local, upstream, template }, sha256)
    const lost = told(rows).filter((line) => !line.endsWith('→ local'))
    expect(lost.toSorted()).toEqual(
      [
        'b added: local → upstream!',
        'content removed: local → upstream!',
        'grade 优 removed: local → upstream!',
        'grade 差 removed: local → upstream!',
        'grade 良 added: local → upstream!',
        'item 闲置 note changed: local → upstream!',
        'model parent moved: local → upstream!',
        'own points changed: local → upstream!',
        'rule veto removed: local → upstream!',
        'use name changed: local → upstream!',
      ].toSorted(),
    )
    const base = templateBase(upstream, scheme)
    expect(base.ok && limitIssues(base.value, scheme)).toEqual([])
    expect(rows.find(({ id }) => id === 'use')).toMatchObject({ isLocked: true, by: '国家' })
  })

  it('keeps what parameters were set to, tells those that no longer fit, and sets them anew', () => {
    const local = adopted(national, { target: '85%', line: '0.7' })
    const upstream = {
      ...national,
      sharing: { ...national.sharing, parameters: national.sharing!.parameters!.slice(1) },
    }
    const { scheme, rows, parameters } = updateScheme({ base: national, local, upstream, template }, sha256)
    expect(parameters.map(({ code, found }) => `${code} ${found}`)).toEqual(['PARAMETER_DROPPED 85%'])
    expect(scheme.lineage!.parameters).toEqual({ line: '0.7' })
    expect(indicatorById(scheme).get('content')?.node).toMatchObject({ target: { value: '90%' } })
    expect(told(rows)).toEqual(['content target changed: upstream → upstream'])
    const anew = updateScheme(
      { base: national, local, upstream: national, template: reference('国家'), parameters: { target: '80%' } },
      sha256,
    )
    expect(anew.scheme.lineage!.parameters).toEqual({ target: '80%' })
    expect(indicatorById(anew.scheme).get('content')?.node).toMatchObject({ target: { value: '80%' } })
    expect(anew.scheme.rules?.[0]).toMatchObject({ conditions: { value: 0.6 } })
  })
})
