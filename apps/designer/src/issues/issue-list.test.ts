import { issue } from '@yardstick/model'
import { expect, it } from 'vitest'
import { inTurn, keyOfIssue, stepFrom } from './issue-list.ts'

const [a, b, c] = [
  issue('SCHEME_UNUSED', { pointer: '/items/0' }),
  issue('SCHEME_POINTS_SUM', { pointer: '/indicators/0' }),
  issue('SCHEME_POINTS_DIGITS', { pointer: '/indicators/1' }),
]
const issues = [a!, b!, c!]

it('errors come before warnings, warnings before hints', () => {
  expect(inTurn(issues).map(({ severity }) => severity)).toEqual(['error', 'warning', 'hint'])
})

it.each([
  ['the first from nowhere', null, 1, b],
  ['the last from nowhere, backwards', null, -1, a],
  ['the next', keyOfIssue(b!), 1, c],
  ['the first after the last', keyOfIssue(a!), 1, b],
  ['the last before the first', keyOfIssue(b!), -1, a],
  ['the first after one that is gone', 'gone', 1, b],
] as const)('a step leads to %s', (_, current, step, expected) => {
  expect(stepFrom(issues, current, step)).toBe(expected)
})

it('nothing leads nowhere', () => {
  expect(stepFrom([], null, 1)).toBeUndefined()
})
