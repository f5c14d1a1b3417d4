import { issue } from '@yardstick/model'
import { expect, test } from 'vitest'
import { issuesBelow, issuesByIndicator } from './issues-by-indicator.ts'
import { sampleTree } from './tree-picture/sample-tree.testing.ts'

test.each([
  ['/indicators/1', 'output'],
  ['/indicators/1/points', 'output'],
  ['/indicators/1/children', 'output'],
  ['/indicators/1/children/0/children/1/scoring/bands/0', 'events'],
  ['/items/3', undefined],
  ['', undefined],
])('an issue at %s is one of %s', (pointer, id) => {
  const by = issuesByIndicator(sampleTree, [issue('SCHEME_POINTS_SUM', { pointer, where: [] })])
  expect([...by.keys()]).toEqual(id === undefined ? [] : [id])
})

test('a branch counts what is below it', () => {
  const pointers = ['/indicators/1', '/indicators/1/children/0/children/1', '/indicators/0']
  const by = issuesByIndicator(
    sampleTree,
    pointers.map((pointer) => issue('SCHEME_POINTS_SUM', { pointer, where: [] })),
  )
  expect(sampleTree.indicators.map((node) => issuesBelow(node, by).length)).toEqual([1, 2, 0])
})
