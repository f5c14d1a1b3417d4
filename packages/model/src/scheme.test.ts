import { describe, expect, it } from 'vitest'
import { Exact } from './exact.ts'
import type { Indicator, Rounding } from './schema/indicator.ts'
import type { Item } from './schema/item.ts'
import {
  digitsOf,
  indicatorById,
  itemById,
  leaves,
  measureById,
  roundBy,
  roundingOf,
  topLevel,
  walk,
} from './scheme.ts'

const leaf = (id: string, name: string, more: object = {}): Indicator => ({
  id,
  name,
  points: '5',
  scoring: { method: 'judgement' },
  ...more,
})

const tree = {
  indicators: [
    {
      id: 'output',
      name: '产出',
      points: '10',
      children: [leaf('quality', '质量'), { id: 'time', name: '时效', points: '5', children: [leaf('days', '天数')] }],
    },
    leaf('extra', '加分', { kind: 'bonus' }),
  ],
} as { indicators: Indicator[] }

describe('walking a scheme', () => {
  it('visits a parent before its children, in document order, with pointer, path, parent and depth', () => {
    const seen = walk(tree).map(({ node, parent, pointer, path, depth }) => [
      node.id,
      parent?.id ?? null,
      pointer,
      path.join('/'),
      depth,
    ])
    expect(seen).toEqual([
      ['output', null, '/indicators/0', '产出', 0],
      ['quality', 'output', '/indicators/0/children/0', '产出/质量', 1],
      ['time', 'output', '/indicators/0/children/1', '产出/时效', 1],
      ['days', 'time', '/indicators/0/children/1/children/0', '产出/时效/天数', 2],
      ['extra', null, '/indicators/1', '加分', 0],
    ])
  })

  it('knows the leaves, the top level and the nodes by id', () => {
    expect(leaves(tree).map((place) => place.node.id)).toEqual(['quality', 'days', 'extra'])
    expect(topLevel(tree).map((place) => place.node.id)).toEqual(['output', 'extra'])
    expect(indicatorById(tree).get('days')?.path).toEqual(['产出', '时效', '天数'])
    expect(indicatorById(tree).get('nothing')).toBeUndefined()
  })

  it('finds the first of two that share an id', () => {
    const twice = { indicators: [leaf('a', '一'), leaf('a', '二')] }
    expect(indicatorById(twice).get('a')?.node.name).toBe('一')
    const items: Item[] = [
      { id: '数', type: 'number' },
      { id: '数', type: 'count' },
    ]
    expect(itemById({ items }).get('数')?.type).toBe('number')
    expect(measureById({}).size).toBe(0)
  })
})

describe('what a scheme means where it says nothing', () => {
  it.each([
    ['count', undefined, 0],
    ['money', undefined, 2],
    ['rate', undefined, 4],
    ['number', undefined, 2],
    ['date', undefined, 0],
    ['money', 6, 6],
    ['rate', 0, 0],
  ] as const)('a %s with digits %s has %i', (type, digits, expected) => {
    expect(digitsOf({ id: 'x', type, ...(digits === undefined ? {} : { digits }) })).toBe(expected)
  })

  const two = { digits: 2, mode: 'half-up' }
  it.each([
    // scheme's rounding, node's rounding, leaf, branch, total
    [undefined, undefined, two, two, two],
    [{ leaf: 'none' }, undefined, 'none', 'none', two],
    [{ leaf: 'none', branch: { digits: 1 } }, undefined, 'none', { digits: 1 }, two],
    [{ leaf: { digits: 1 }, total: { digits: 0 } }, undefined, { digits: 1 }, two, { digits: 0 }],
    [{ total: 'none' }, undefined, two, two, two],
    [{ leaf: { digits: 1 } }, { step: '0.5' }, { step: '0.5' }, { step: '0.5' }, two],
  ] as [object | undefined, Rounding | undefined, Rounding, Rounding, Rounding][])(
    'rounding %j of a node %j',
    (policy, own, ...expected) => {
      const scheme = policy === undefined ? {} : { rounding: policy }
      const node = leaf('a', 'a', own === undefined ? {} : { rounding: own })
      expect([
        roundingOf(scheme, 'leaf', node),
        roundingOf(scheme, 'branch', node),
        roundingOf(scheme, 'total', node),
      ]).toEqual(expected)
    },
  )

  it.each([
    ['84.995', { digits: 2 }, '85'],
    ['84.985', { digits: 2, mode: 'half-even' }, '84.98'],
    ['84.991', { digits: 2, mode: 'up' }, '85'],
    ['84.999', { digits: 2, mode: 'down' }, '84.99'],
    ['7.25', { step: '0.5' }, '7.5'],
    ['7.24', { step: '0.5' }, '7'],
    ['7.249', 'none', '7.249'],
  ] as [string, Rounding, string][])('%s rounded by %j is %s', (value, rounding, expected) => {
    expect(roundBy(Exact.of(value), rounding).toText()).toBe(expected)
  })
})
