import { describe, expect, it } from 'vitest'
import { applyEdit } from '../edit/apply-edit.ts'
import type { Edit } from '../edit/edit.ts'
import type { Indicator } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import { walk } from '../scheme.ts'
import { validate } from '../validate.ts'
import { mergeSchemes } from './merge-schemes.ts'

const leaf = (id: string, more: object = {}): Indicator => ({
  id,
  name: id,
  points: '10',
  scoring: { method: 'judgement' },
  ...more,
})
const branch = (id: string, children: Indicator[]): Indicator => ({ id, name: id, points: '10', children })

const base = read({
  yardstick: 'scheme/1',
  id: 'demo',
  name: '示例',
  version: '1',
  fullScore: '100',
  items: ['甲', '乙', '丙'].map((id) => ({ id, type: 'number' })),
  indicators: [branch('产出', [leaf('数量'), leaf('质量')]), branch('效益', [leaf('经济'), leaf('社会')])],
  grades: [{ name: '优', from: '90' }, { name: '良', from: '80' }, { name: '差' }],
  cases: [
    {
      name: '一例',
      submission: { subject: { department: '某局' }, period: '2024', items: { 甲: 1, 乙: 2 } },
      expected: { total: '90' },
    },
  ],
})

function read(document: unknown): Scheme {
  const outcome = validate('scheme', document)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome.value
}

function after(...edits: Edit[]): Scheme {
  const outcome = applyEdit(base, { type: 'batch', edits })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome.value.scheme
}

const merged = (mine: Edit[] | Scheme, theirs: Edit[] | Scheme) =>
  mergeSchemes(
    base,
    Array.isArray(mine) ? after(...mine) : mine,
    Array.isArray(theirs) ? after(...(theirs as Edit[])) : (theirs as Scheme),
  )

/** 产出(数量,质量) 效益(经济,社会) */
function shape(nodes: readonly Indicator[]): string {
  return nodes.map((each) => ('children' in each ? `${each.id}(${shape(each.children)})` : each.id)).join(',')
}

const points = (id: string, value: string): Edit => ({ type: 'set-points', points: { [id]: value } })
const move = (id: string, parent: string | null, index = 0): Edit => ({ type: 'move-indicator', id, parent, index })
const add = (parent: string | null, id: string, index = 9): Edit => ({
  type: 'add-indicator',
  parent,
  index: Math.min(index, parent === null ? 2 : 2),
  indicator: leaf(id),
})
const replace = (id: string, indicator: Indicator): Edit => ({ type: 'replace-indicator', id, indicator })
const remove = (id: string): Edit => ({ type: 'remove-indicator', id })

describe('a merge', () => {
  it('takes different fields of one indicator from both', () => {
    const { scheme, conflicts } = merged(
      [points('数量', '8')],
      [{ type: 'set-indicator', id: '数量', fields: { name: '产出数量' } }],
    )
    expect(conflicts).toEqual([])
    expect(walk(scheme)[1]?.node).toMatchObject({ name: '产出数量', points: '8' })
  })

  it('holds theirs where both changed one field, and says what mine was and where', () => {
    const { scheme, conflicts } = merged([points('数量', '8')], [points('数量', '9')])
    expect(walk(scheme)[1]?.node.points).toBe('9')
    expect(conflicts).toEqual([
      {
        kind: 'field',
        of: 'indicator',
        id: '数量',
        name: '数量',
        where: ['产出', '数量'],
        pointer: '/indicators/0/children/0/points',
        field: 'points',
        base: '10',
        mine: '8',
        theirs: '9',
      },
    ])
  })

  it.each<[string, Edit[], Edit[], string, string[]]>([
    // What both add
    ['adds of both at one place', [add('产出', 'b')], [add('产出', 'a')], '产出(数量,质量,a,b),效益(经济,社会)', []],
    [
      'adds beside their neighbours',
      [add('产出', 'b', 1)],
      [add('产出', 'a', 0)],
      '产出(a,数量,b,质量),效益(经济,社会)',
      [],
    ],
    ['adds of the same', [add('产出', 'a')], [add('产出', 'a')], '产出(数量,质量,a),效益(经济,社会)', []],
    [
      'adds of one id with different contents',
      [replace('数量', leaf('数量')), add('产出', 'a'), points('a', '1')],
      [add('产出', 'a'), points('a', '2')],
      '产出(数量,质量,a),效益(经济,社会)',
      ['added a'],
    ],
    // Moves
    ['a move and an edit', [move('数量', '效益')], [points('数量', '9')], '产出(质量),效益(数量,经济,社会)', []],
    [
      'two moves of one to different parents',
      [move('数量', '效益')],
      [move('数量', null)],
      '数量,产出(质量),效益(经济,社会)',
      ['moved 数量'],
    ],
    [
      'two moved into each other',
      [move('产出', '效益')],
      [move('效益', '产出')],
      '产出(效益(经济,社会),数量,质量)',
      ['moved 产出'],
    ],
    ['two orders', [move('社会', '效益', 0)], [move('质量', '产出', 0)], '产出(质量,数量),效益(社会,经济)', []],
    // Removals
    ['a removal of what nobody touched', [remove('产出')], [points('经济', '9')], '效益(经济,社会)', []],
    [
      'a removal of what they changed',
      [remove('产出')],
      [points('数量', '9')],
      '产出(数量,质量),效益(经济,社会)',
      ['removed-mine 产出'],
    ],
    [
      'a removal by them of what I changed',
      [points('数量', '9'), add('产出', 'a')],
      [remove('产出')],
      '效益(经济,社会)',
      ['removed-theirs 产出'],
    ],
    [
      'a removal by them of where I moved something to',
      [move('经济', '产出')],
      [remove('产出')],
      '效益(经济,社会)',
      ['removed-theirs 产出', 'moved 经济'],
    ],
    ['both remove, each another', [remove('数量')], [remove('质量')], '产出(),效益(经济,社会)', []],
    ['removals that leave nothing', [remove('产出')], [remove('效益')], '产出(数量,质量)', ['removed-mine 产出']],
    // Leaf and branch
    [
      'a leaf that becomes a branch, beside another edit',
      [replace('数量', branch('数量', [leaf('a')]))],
      [{ type: 'set-indicator', id: '数量', fields: { name: '数' } }],
      '产出(数量(a),质量),效益(经济,社会)',
      [],
    ],
    [
      'a leaf that becomes a branch, though they changed its method',
      [replace('数量', branch('数量', [leaf('a')]))],
      [{ type: 'set-scoring', id: '数量', scoring: { method: 'formula', formula: '甲' } }],
      '产出(数量,质量),效益(经济,社会)',
      ['shape 数量'],
    ],
    [
      'a child of what they made a leaf',
      [add('产出', 'a')],
      [move('数量', null), move('质量', null), replace('产出', leaf('产出'))],
      '质量,数量,产出,效益(经济,社会)',
      ['no-place a'],
    ],
    [
      'a leaf of what they put something into',
      [move('数量', null), move('质量', null), replace('产出', leaf('产出'))],
      [add('产出', 'a')],
      '质量,数量,产出(a),效益(经济,社会)',
      ['shape 产出'],
    ],
  ])('brings %s together', (_, mine, theirs, tree, told) => {
    const { scheme, conflicts } = merged(mine, theirs)
    expect(shape(scheme.indicators)).toBe(tree)
    expect(conflicts.map(({ kind, id }) => `${kind} ${id}`)).toEqual(told)
    expect(validate('scheme', scheme)).toMatchObject({ ok: true })
  })

  it('tells one conflict where both put children into another order', () => {
    const four = after(add('产出', '成本'), add('产出', '时效'))
    const mine = applied(four, move('成本', '产出', 0))
    const theirs = applied(four, move('成本', '产出', 1))
    const { scheme, conflicts } = mergeSchemes(four, mine, theirs)
    expect(shape(scheme.indicators)).toBe('产出(数量,成本,质量,时效),效益(经济,社会)')
    expect(conflicts).toMatchObject([
      {
        kind: 'order',
        id: '产出',
        pointer: '/indicators/0/children',
        base: ['数量', '质量', '时效', '成本'],
        mine: ['成本', '数量', '质量', '时效'],
        theirs: ['数量', '成本', '质量', '时效'],
      },
    ])
  })

  it('gives a name that both took to theirs, be it an item or a measure', () => {
    const { scheme, conflicts } = merged(
      [{ type: 'add-item', index: 3, item: { id: '率', type: 'rate' } }],
      [{ type: 'add-measure', index: 0, measure: { id: '率', formula: '甲', type: 'rate' } }],
    )
    expect(scheme.items.map(({ id }) => id)).not.toContain('率')
    expect(conflicts).toMatchObject([{ kind: 'taken', of: 'item', id: '率', theirs: { formula: '甲' } }])
  })

  it('keeps what I removed and they have begun to use, and tells where it is the other way round', () => {
    const use: Edit = { type: 'set-scoring', id: '数量', scoring: { method: 'formula', formula: '丙' } }
    const drop: Edit[] = [
      { type: 'set-cases', cases: null },
      { type: 'remove-item', id: '丙' },
    ]
    const kept = merged(drop, [use])
    expect(kept.scheme.items.map(({ id }) => id)).toEqual(['甲', '乙', '丙'])
    expect(kept.conflicts).toMatchObject([{ kind: 'removed-mine', of: 'item', id: '丙', pointer: '/items/2' }])
    const gone = merged([use], drop)
    expect(gone.scheme.items.map(({ id }) => id)).toEqual(['甲', '乙'])
    expect(gone.conflicts).toMatchObject([{ kind: 'removed-theirs', of: 'item', id: '丙', pointer: '/items' }])
    const rule: Edit = {
      type: 'add-rule',
      index: 0,
      rule: {
        id: 'r',
        name: '扣分',
        conditions: { fact: '甲', operator: 'equal', value: 1 },
        event: { type: 'zero', params: { indicator: '经济', reason: '事故' } },
      },
    }
    const ruled = merged([remove('经济')], [rule])
    expect(shape(ruled.scheme.indicators)).toBe('产出(数量,质量),效益(经济,社会)')
    expect(ruled.conflicts).toMatchObject([{ kind: 'removed-mine', id: '经济' }])
  })

  it('goes into test cases and grades', () => {
    const [one] = base.cases!
    const withItems = (items: object, expected: object): Edit => ({
      type: 'set-cases',
      cases: [{ ...one!, submission: { ...one!.submission, items: { ...one!.submission.items, ...items } }, expected }],
    })
    const grades = (first: string, second: string): Edit => ({
      type: 'set-grades',
      grades: [{ name: '优', from: first }, { name: '良', from: second }, { name: '差' }],
    })
    const { scheme, conflicts } = merged(
      [withItems({ 甲: 5 }, { total: '91' }), grades('92', '80')],
      [withItems({ 乙: 6 }, { total: '92' }), grades('90', '82')],
    )
    expect(scheme.cases?.[0]?.submission.items).toEqual({ 甲: 5, 乙: 6 })
    expect(scheme.grades?.map(({ from }) => from)).toEqual(['92', '82', undefined])
    expect(conflicts).toMatchObject([{ of: 'case', field: 'expected/total', pointer: '/cases/0/expected/total' }])
  })

  it('keeps names that every object has apart from what is set', () => {
    const named = (value: number): Edit => ({
      type: 'set-condition',
      name: 'toString',
      condition: { fact: '甲', operator: 'equal', value },
    })
    const { scheme, conflicts } = merged([named(1)], [points('数量', '9')])
    expect(Object.keys(scheme.conditions ?? {})).toEqual(['toString'])
    expect(conflicts).toEqual([])
    expect(merged([named(1)], [named(2)]).conflicts).toMatchObject([
      { kind: 'added', of: 'condition', pointer: '/conditions/toString', mine: { value: 1 }, theirs: { value: 2 } },
    ])
  })
})

function applied(scheme: Scheme, edit: Edit): Scheme {
  const outcome = applyEdit(scheme, edit)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome.value.scheme
}
