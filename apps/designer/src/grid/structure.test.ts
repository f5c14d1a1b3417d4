import { applyEdit, type Branch, type Indicator, isBranch, type Leaf, type Scheme } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import {
  indent,
  insertAfter,
  insertUnder,
  moveTo,
  newLeaf,
  outdent,
  type Restructuring,
  remove,
  shift,
} from './structure.ts'

const leaf = (id: string): Leaf => ({ id, name: id, points: '1', scoring: { method: 'ratio' } })
const branch = (id: string, ...children: Indicator[]): Branch => ({ id, name: id, points: '1', children })

/** a(b c) d(e(f g)) h */
const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 's',
  name: 's',
  version: '1',
  fullScore: '3',
  items: [],
  indicators: [branch('a', leaf('b'), leaf('c')), branch('d', branch('e', leaf('f'), leaf('g'))), leaf('h')],
}

function shown(nodes: readonly Indicator[]): string {
  return nodes.map((node) => (isBranch(node) ? `${node.id}(${shown(node.children)})` : node.id)).join(' ')
}

function after({ edit }: Pick<Restructuring, 'edit'>): string {
  const done = applyEdit(scheme, edit)
  return done.ok ? shown(done.value.scheme.indicators) : done.issues.map((each) => each.code).join(' ')
}

const blank = () => newLeaf('new', 'new')

describe('the tree after', () => {
  it.each([
    // what, restructuring, the tree
    ['a row below a leaf, on its level', { edit: insertAfter(scheme, 'b', blank()) }, 'a(b new c) d(e(f g)) h'],
    [
      'a row below a branch comes after all of it',
      { edit: insertAfter(scheme, 'd', blank()) },
      'a(b c) d(e(f g)) new h',
    ],
    ['a child of a branch is its last', insertUnder(scheme, 'a', blank()), 'a(b c new) d(e(f g)) h'],
    ['a child of a leaf makes it a branch', insertUnder(scheme, 'h', blank()), 'a(b c) d(e(f g)) h(new)'],
    ['indenting goes under the sibling before', indent(scheme, ['h']), 'a(b c) d(e(f g) h)'],
    ['indenting under a leaf makes it a branch', indent(scheme, ['c']), 'a(b(c)) d(e(f g)) h'],
    ['indenting two keeps them siblings', indent(scheme, ['d', 'h']), 'a(b c d(e(f g)) h)'],
    ['the first child has nothing to go under', indent(scheme, ['b']), 'a(b c) d(e(f g)) h'],
    ['outdenting goes behind the parent', outdent(scheme, ['f']), 'a(b c) d(e(g) f) h'],
    ['outdenting all children leaves a leaf', outdent(scheme, ['f', 'g']), 'a(b c) d(e f g) h'],
    ['outdenting what is at the top does nothing', outdent(scheme, ['h']), 'a(b c) d(e(f g)) h'],
    ['up', shift(scheme, ['h'], -1), 'a(b c) h d(e(f g))'],
    ['two up together', shift(scheme, ['d', 'h'], -1), 'd(e(f g)) h a(b c)'],
    ['down at the end stays', shift(scheme, ['d', 'h'], 1), 'a(b c) d(e(f g)) h'],
    ['a removed branch takes all below it along', remove(scheme, ['d', 'f'], blank), 'a(b c) h'],
    ['a branch without its last child is a leaf', remove(scheme, ['f', 'g'], blank), 'a(b c) d(e) h'],
    ['one indicator always stays', remove(scheme, ['a', 'd', 'h'], blank), 'new'],
    ['dropped before', moveTo(scheme, ['h'], { row: 'b', place: 'before' })!, 'a(h b c) d(e(f g))'],
    ['dropped after, from the same list', moveTo(scheme, ['b'], { row: 'c', place: 'after' })!, 'a(c b) d(e(f g)) h'],
    ['dropped into', moveTo(scheme, ['b', 'h'], { row: 'e', place: 'inside' })!, 'a(c) d(e(f g b h))'],
  ] as const)('%s', (_, restructuring, expected) => {
    expect(after(restructuring)).toBe(expected)
  })

  it('a branch does not go into itself', () => {
    expect(moveTo(scheme, ['d'], { row: 'f', place: 'after' })).toBeUndefined()
  })

  it('a leaf that gets children tells that its rule is gone', () => {
    expect(indent(scheme, ['c']).lostRules).toEqual(['b'])
  })
})
