import { expect, test } from 'vitest'
import { branch, leaf, sampleTree } from '../parts/tree-picture/sample-tree.testing.ts'
import { layoutTree } from '../parts/tree-picture/tree-layout.ts'
import { boxesPaths, frameOf, MINIMAP, minimapScale, placeAt } from './minimap-scale.ts'

const small = layoutTree(sampleTree, new Set())
const large = layoutTree(
  {
    name: '两千个指标',
    indicators: [
      branch(
        'all',
        Array.from({ length: 2_000 }, (_, at) => leaf(`leaf-${at}`)),
      ),
    ],
  },
  new Set(),
)
const onScreen = { transform: [0, 0, 1] as const, width: 1000, height: 450 }

test('a small picture keeps its proportions, and a high one is as wide as can be seen', () => {
  expect(minimapScale(small).across).toBe(minimapScale(small).down)
  const high = minimapScale(large)
  expect(large.height * high.down).toBeLessThan(MINIMAP.height)
  expect(large.width * high.across).toBeGreaterThan(MINIMAP.width / 2)
})

test('no box of two thousand is too flat to be seen', () => {
  const { none, full } = boxesPaths(large.boxes, minimapScale(large), () => 'none')
  expect(full).toBe('')
  const heights = [...none.matchAll(/v([\d.]+)/g)].map(([, height]) => Number(height))
  expect(heights).toHaveLength(large.boxes.length)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(0.9)
})

test.each([
  ['of a small picture', small, onScreen],
  ['of two thousand', large, onScreen],
  ['at the end of two thousand', large, { ...onScreen, transform: [0, -large.height + 450, 1] as const }],
  ['far outside', large, { ...onScreen, transform: [9_000, 90_000, 1] as const }],
  ['around everything', small, { ...onScreen, transform: [400, 200, 0.1] as const }],
])('the frame %s is seen whole', (_, layout, view) => {
  const { x, y, width, height } = frameOf(minimapScale(layout), view)
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(5)
  expect(Math.min(x, y)).toBeGreaterThanOrEqual(1)
  expect(x + width).toBeLessThanOrEqual(MINIMAP.width - 1)
  expect(y + height).toBeLessThanOrEqual(MINIMAP.height - 1)
})

test('a point of the small picture is the place its frame would be around', () => {
  const scale = minimapScale(large)
  const { x, y } = placeAt(scale, 90, 60)
  const frame = frameOf(scale, { width: 300, height: 450, transform: [150 - x, 225 - y, 1] })
  expect(frame.x + frame.width / 2).toBeCloseTo(90)
  expect(frame.y + frame.height / 2).toBeCloseTo(60)
})
