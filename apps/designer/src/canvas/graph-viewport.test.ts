import { expect, test } from 'vitest'
import { branch, leaf, sampleTree } from '../parts/tree-picture/sample-tree.testing.ts'
import { layoutTree, type TreeBox } from '../parts/tree-picture/tree-layout.ts'
import { firstView, viewWith } from './graph-viewport.ts'

const room = { width: 1000, height: 450 }
const tall = layoutTree(
  {
    name: '很高',
    indicators: [
      branch(
        'all',
        Array.from({ length: 200 }, (_, at) => leaf(`leaf-${at}`)),
      ),
    ],
  },
  new Set(),
)
const isSeen = ({ x, y, width, height }: TreeBox, view: ReturnType<typeof firstView>) =>
  x * view.zoom + view.x >= 0 &&
  (x + width) * view.zoom + view.x <= room.width &&
  y * view.zoom + view.y >= 0 &&
  (y + height) * view.zoom + view.y <= room.height

test('a small tree is seen whole at first', () => {
  const layout = layoutTree(sampleTree, new Set())
  const view = firstView(layout, room, null)
  expect(layout.boxes.every((box) => isSeen(box, view))).toBe(true)
})

test.each(['leaf-0', 'leaf-199', 'all'])('what is active in a tall tree is seen at first: %s', (id) => {
  expect(isSeen(tall.boxById.get(id)!, firstView(tall, room, id))).toBe(true)
})

test('a box that is seen moves nothing', () => {
  const view = firstView(tall, room, null)
  expect(viewWith(tall.boxById.get('')!, room, view)).toBe(view)
})

test('what is active is seen with all that stands directly below it', () => {
  const parts = Array.from({ length: 12 }, (_, at) =>
    branch(
      `part-${at}`,
      Array.from({ length: 5 }, (_, below) => leaf(`leaf-${at}-${below}`)),
    ),
  )
  const layout = layoutTree({ name: '很高', indicators: parts }, new Set())
  const view = firstView(layout, room, 'part-0')
  const family = layout.boxes.filter(({ id, parent }) => id === 'part-0' || parent === 'part-0')
  expect(family).toHaveLength(6)
  expect(family.every((box) => isSeen(box, view))).toBe(true)
})
