import { expect, test } from 'vitest'
import { withRole } from './column-roles.ts'

const roles = ['level', 'level', 'points', undefined] as const

test('only one column holds the points; levels may be many', () => {
  expect([...withRole(new Map(), roles, 3, 'points')]).toEqual([
    [3, 'points'],
    [2, undefined],
  ])
  expect([...withRole(new Map(), roles, 3, 'level')]).toEqual([[3, 'level']])
  expect([...withRole(new Map([[3, 'note']]), roles, 3, undefined)]).toEqual([[3, undefined]])
})
