import type { Condition } from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Draft, type DraftGroup, draftOf, newComparison, newGroup, wholeOf, withKind } from './draft.ts'
import { duplicate, find, insert, move, remove, step, unwrap, wrap } from './draft-moves.ts'

const is = (fact: string): Condition => ({ fact, operator: 'equal', value: 1 })
const text = (draft: Draft): string =>
  draft.type === 'group'
    ? `${draft.isNegated ? '!' : ''}${draft.joins}(${draft.members.map(text).join(' ')})`
    : draft.type === 'named'
      ? `“${draft.name}”`
      : (draft.fact ?? '?')
const keyOf = (root: DraftGroup, fact: string): string => {
  const look = (draft: Draft): string | undefined =>
    draft.type === 'group'
      ? draft.members.map(look).find((each) => each !== undefined)
      : draft.type === 'comparison' && draft.fact === fact
        ? draft.key
        : undefined
  return look(root)!
}

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(is('A'), is('B'), { condition: '共用' } as Condition),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    tie('condition').map((not): Condition => ({ not })),
  ),
}))

test('a condition that is opened and not changed is the same condition', () => {
  fc.assert(
    fc.property(condition, (each) => {
      expect(wholeOf(draftOf(each))?.condition).toEqual(each)
    }),
    { seed: 1, numRuns: 500 },
  )
})

test('every finished row knows its place in the condition', () => {
  const at = (whole: Condition, pointer: string) =>
    pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((value, key) => (value as { [key: string]: unknown })[key], whole)
  fc.assert(
    fc.property(condition, (each) => {
      const draft = draftOf(each)
      const whole = wholeOf(draft)!
      for (const [key, pointer] of whole.pointerByKey) {
        const row = key === draft.key ? draft : find(draft, key)!.draft
        expect(at(whole.condition, pointer)).toEqual(wholeOf(row)?.condition)
      }
    }),
    { seed: 2, numRuns: 300 },
  )
})

describe('what is unfinished stays in the editor', () => {
  for (const [title, draft, whole] of [
    ['an empty line', newGroup([newComparison()]), undefined],
    ['an empty group', newGroup([newGroup([])]), undefined],
    ['a line without value', newGroup([{ type: 'comparison', key: 'x', fact: 'A', operator: 'equal' }]), undefined],
    ['an unfinished line beside a finished one', newGroup([newComparison(), ...draftOf(is('A')).members]), is('A')],
    [
      'a negated group with one finished line',
      withKind(newGroup([newComparison(), ...draftOf(is('A')).members]), 'not-any'),
      { not: is('A') },
    ],
  ] as readonly [string, DraftGroup, Condition | undefined][]) {
    test(title, () => expect(wholeOf(draft)?.condition).toEqual(whole))
  }
})

const root = draftOf({ all: [is('A'), { any: [is('B'), is('C')] }, is('D')] })
describe('one step by keyboard', () => {
  for (const [fact, direction, after] of [
    ['A', 'up', 'all(A any(B C) D)'],
    ['A', 'down', 'all(any(B C) A D)'],
    ['A', 'into', 'all(any(A B C) D)'],
    ['D', 'up', 'all(A D any(B C))'],
    ['D', 'down', 'all(A any(B C) D)'],
    ['D', 'into', 'all(A any(B C D))'],
    ['B', 'up', 'all(A B any(C) D)'],
    ['B', 'down', 'all(A any(C B) D)'],
    ['C', 'down', 'all(A any(B) C D)'],
    ['B', 'out', 'all(A any(C) B D)'],
    ['A', 'out', 'all(A any(B C) D)'],
  ] as const) {
    test(`${fact} ${direction}`, () => expect(text(step(root, keyOf(root, fact), direction))).toBe(after))
  }
})

describe('rows are moved, wrapped, copied', () => {
  const group = root.members[1]!.key
  for (const [title, after, expected] of [
    ['into a group', move(root, keyOf(root, 'A'), group, 1), 'all(any(B A C) D)'],
    ['never into itself', move(root, group, group, 0), 'all(A any(B C) D)'],
    ['later among its own', move(root, keyOf(root, 'A'), root.key, 3), 'all(any(B C) D A)'],
    ['earlier among its own', move(root, keyOf(root, 'D'), root.key, 0), 'all(D A any(B C))'],
    ['to where it is', move(root, keyOf(root, 'D'), root.key, 3), 'all(A any(B C) D)'],
    ['wrapped', wrap(root, keyOf(root, 'A')), 'all(all(A) any(B C) D)'],
    ['dissolved', unwrap(root, group), 'all(A B C D)'],
    ['removed', remove(root, group), 'all(A D)'],
    ['copied', duplicate(root, group)!.root, 'all(A any(B C) any(B C) D)'],
    ['added', insert(root, group, 0, newComparison()), 'all(A any(? B C) D)'],
  ] as readonly [string, DraftGroup, string][]) {
    test(title, () => expect(text(after)).toBe(expected))
  }
  test('a group never into a group of its own', () => {
    const nested = draftOf({ all: [{ any: [is('A'), { all: [is('B')] }] }] })
    const [outer] = nested.members
    const inner = (outer as DraftGroup).members[1]!
    expect(text(move(nested, outer!.key, inner.key, 0))).toBe(text(nested))
  })
})
