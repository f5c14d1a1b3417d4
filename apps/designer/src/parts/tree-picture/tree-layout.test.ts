import { expect, test } from 'vitest'
import { foldedBelow, levelsOf, revealing, toggled } from './folding.ts'
import { branch, leaf, sampleTree } from './sample-tree.testing.ts'
import { linesOf, widthOf } from './text-lines.ts'
import { layoutTree, ROOT, type TreeBox, wayUp } from './tree-layout.ts'

const open: ReadonlySet<string> = new Set()

test('boxes stand in the order of the document, a parent before its children', () => {
  const ids = layoutTree(sampleTree, open).boxes.map((box) => box.id)
  expect(ids.join(' ')).toBe(' decision project goal output quantity persons events quality bonus')
})

test('no two boxes overlap, whatever their heights', () => {
  const long = '一个很长很长的指标名称，它在框里要占两行才能放得下'
  const many = Array.from({ length: 12 }, (_, at) =>
    branch(
      `b${at}`,
      Array.from({ length: 1 + (at % 4) }, (_, below) => leaf(`l${at}.${below}`, below % 2 ? long : '短')),
      at % 3 ? '短' : long,
    ),
  )
  const { boxes } = layoutTree({ name: '方案', indicators: many }, open)
  const overlap = (a: TreeBox, b: TreeBox) =>
    a !== b && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
  expect(boxes.filter((a) => boxes.some((b) => overlap(a, b))).map((box) => box.id)).toEqual([])
  expect(Math.min(...boxes.map((box) => box.y))).toBeGreaterThanOrEqual(0)
})

test('a folded branch says how much is below it and hides it', () => {
  const { boxById } = layoutTree(sampleTree, new Set(['output']))
  expect(boxById.get('output')).toMatchObject({ isFolded: true, hidden: 4 })
  expect(boxById.has('persons')).toBe(false)
})

test('a tree of 2,000 leaves is laid out in a moment', () => {
  const indicators = Array.from({ length: 100 }, (_, at) =>
    branch(
      `b${at}`,
      Array.from({ length: 20 }, (_, below) => leaf(`l${at}.${below}`, `指标${below}`)),
    ),
  )
  const { boxes } = layoutTree({ name: '大', indicators }, open)
  expect(boxes).toHaveLength(2_101)
})

test('the way up leads from an indicator to the scheme', () => {
  expect(wayUp(layoutTree(sampleTree, open), 'events')).toEqual(['events', 'quantity', 'output', ROOT])
})

test('two levels open: what has children on the second level is folded', () => {
  expect([...foldedBelow(sampleTree, 2)]).toEqual(['quantity'])
  expect([...foldedBelow(sampleTree, 1)]).toEqual(['decision', 'output', 'quantity'])
  expect(levelsOf(sampleTree.indicators)).toBe(3)
})

test('what is folded away is revealed by opening the branches above it, and nothing else', () => {
  const folded = foldedBelow(sampleTree, 1)
  expect([...revealing(folded, sampleTree, 'events')]).toEqual(['decision'])
  expect(revealing(folded, sampleTree, 'bonus')).toBe(folded)
  expect([...toggled(folded, 'decision')]).toEqual(['output', 'quantity'])
})

test.each([
  // text, width in ems, lines
  ['预算执行率', 5, ['预算执行率']],
  ['预算执行率偏差', 5, ['预算执行率', '偏差']],
  ['预算执行率偏差情况及其原因', 5, ['预算执行率', '偏差情况…']],
  ['12328 投诉件数', 5, ['12328 投', '诉件数']],
  ['', 5, ['']],
])('%j in lines of %d characters', (text, ems, lines) => {
  expect(linesOf(text, 10, ems * 10, 2)).toEqual(lines)
  for (const line of linesOf(text, 10, ems * 10, 2)) expect(widthOf(line, 10)).toBeLessThanOrEqual(ems * 10)
})
