import type { Shortfall } from '@yardstick/engine'
import { expect, it } from 'vitest'
import { joinedChanges } from './joined-changes.ts'

const change = (indicator: string, goal: Shortfall['goal'], to: string) =>
  ({ indicator, goal, item: '次数', to, sentence: `${goal} ${to}` }) as unknown as Shortfall

it('a value that reaches several goals is told once, the grade first', () => {
  const all = [change('a', 'next', '2'), change('a', 'full', '0'), change('b', 'full', '1'), change('a', 'grade', '0')]
  expect(joinedChanges(all).map(({ change: { sentence }, goals }) => [sentence, ...goals])).toEqual([
    ['grade 0', 'grade', 'full'],
    ['next 2', 'next'],
    ['full 1', 'full'],
  ])
})
