import { applyEdit, type Scheme } from '@yardstick/model'
import { expect, test } from 'vitest'
import { sampleTree } from '../parts/tree-picture/sample-tree.testing.ts'
import { layoutTree } from '../parts/tree-picture/tree-layout.ts'
import { dropTarget, moveEdit } from './drop-target.ts'
import { actionOf } from './graph-keys.ts'

const open = layoutTree(sampleTree, new Set())
const folded = layoutTree(sampleTree, new Set(['output']))

test.each([
  // key, from, to
  ['ArrowRight', '', 'select output'],
  ['ArrowRight', 'quantity', 'select persons'],
  ['ArrowRight', 'quality', undefined],
  ['ArrowLeft', 'persons', 'select quantity'],
  ['ArrowLeft', '', undefined],
  ['ArrowDown', 'goal', 'select quantity'],
  ['ArrowUp', 'decision', undefined],
  ['Home', 'events', 'select '],
  ['End', 'decision', 'select bonus'],
  ['-', 'output', 'fold output'],
  ['+', 'output', undefined],
  ['Enter', 'goal', 'open goal'],
  ['Enter', '', undefined],
  ['a', 'goal', undefined],
])('%s at “%s”', (key, at, wanted) => {
  const action = actionOf(key, at, open)
  expect(action && `${action.type} ${action.id}`).toBe(wanted)
})

test('the arrow to the right opens a folded branch first', () => {
  expect(actionOf('ArrowRight', 'output', folded)).toEqual({ type: 'unfold', id: 'output' })
})

const inside = (id: string, layout = open) => {
  const { x, y } = layout.boxById.get(id)!
  return { x: x + 5, y: y + 5 }
}

test.each([
  // dragged, dropped on, children of the goal afterwards
  ['goal', 'quantity', 'quantity: persons events goal'],
  ['goal', 'persons', 'quantity: persons goal events'],
  ['persons', 'events', 'quantity: events persons'],
  ['events', 'persons', undefined],
  ['goal', '', ': decision output bonus goal'],
  ['bonus', '', undefined],
  ['project', 'decision', 'decision: goal project'],
])('%s dropped on “%s”', (dragged, on, wanted) => {
  const target = dropTarget(sampleTree, open, dragged, inside(on))!
  const edit = moveEdit(sampleTree, open, dragged, target)
  const scheme = { yardstick: 'scheme/1', id: 's', version: '1', fullScore: '30', items: [], ...sampleTree } as Scheme
  const after = edit && applyEdit(scheme, edit)
  const goal = edit?.type === 'move-indicator' ? edit.parent : undefined
  const layout = after?.ok ? layoutTree(after.value.scheme, new Set()) : undefined
  const children = layout?.boxes.filter((box) => box.parent === (goal ?? '')).map((box) => box.id)
  expect(children && `${goal ?? ''}: ${children.join(' ')}`).toBe(wanted)
})

test.each([
  // dragged, over, why not
  ['output', 'persons', 'below-itself'],
  ['output', 'quantity', 'below-itself'],
  ['events', 'persons', 'already-there'],
  ['bonus', '', 'already-there'],
  ['goal', 'decision', 'already-there'],
  ['goal', 'output', undefined],
])('%s over “%s” is refused: %s', (dragged, over, why) => {
  expect(dropTarget(sampleTree, open, dragged, inside(over))?.refusal).toBe(why)
})

test('nothing can be dropped on itself, or on nothing', () => {
  expect(dropTarget(sampleTree, open, 'output', inside('output'))).toBeUndefined()
  expect(dropTarget(sampleTree, open, 'output', { x: -50, y: -50 })).toBeUndefined()
})
