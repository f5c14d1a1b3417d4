import type { RowDifference } from '@yardstick/exchange/match-table'
import { describe, expect, test } from 'vitest'
import { countTaken, leftOutOf, sparedRemovals } from './take-over.ts'

const letters = { a: 'added', r: 'removed', s: 'same', c: 'changed', m: 'moved' } as const

function differences(kinds: string): RowDifference[] {
  return [...kinds].map((letter, index) => ({
    kind: letters[letter as keyof typeof letters],
    id: `${letter}${index}`,
    where: [],
    row: undefined,
    by: undefined,
    changes: [],
  }))
}

describe('what of a newer table is taken over', () => {
  test.each<[string, string, number | undefined, string[]]>([
    ['a table that lacks half of the indicators takes them away', 'srrc', undefined, []],
    ['one that lacks more leaves them where they are', 'srrca r', 3, ['r1', 'r2', 'r5']],
    ['new ones do not count among those that were there', 'aaaar', 1, ['r4']],
    ['where nothing is missing everything is taken', 'samc', undefined, []],
  ])('%s', (_, kinds, spared, leftOut) => {
    const all = differences(kinds.replace(' ', ''))
    expect(sparedRemovals(all)).toBe(spared)
    expect([...leftOutOf(all, new Map())]).toEqual(leftOut)
  })

  test('what somebody chose holds, for deletions too', () => {
    const all = differences('srrc')
    expect([...leftOutOf(all, new Map([['r1', false]]))]).toEqual(['r1'])
    const few = differences('srr')
    const leftOut = leftOutOf(few, new Map([['r2', true]]))
    expect([...leftOut]).toEqual(['r1'])
    expect(countTaken(few, leftOut)).toBe(1)
  })

  test('the full score is no indicator', () => {
    const head: RowDifference = { ...differences('c')[0]!, id: '' }
    expect(sparedRemovals([head, ...differences('sr')])).toBe(undefined)
    expect(sparedRemovals([head, ...differences('r')])).toBe(1)
  })
})
