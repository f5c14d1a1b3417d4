import { expect, it } from 'vitest'
import type { Cell } from './cell.ts'
import { type Move, moved, tabbed } from './cursor.ts'

const rows = ['xx.x', 'x...', '....', 'x..x']
const ground = { rows: 4, columns: 4, page: 3, isFilled: ({ row, column }: Cell) => rows[row]?.[column] === 'x' }
const step = (down: -1 | 0 | 1, right: -1 | 0 | 1): Move => ({ to: 'step', rows: down, columns: right })
const edge = (down: -1 | 0 | 1, right: -1 | 0 | 1): Move => ({ to: 'edge', rows: down, columns: right })

it.each([
  // from, move, where it ends
  ['a step', [0, 0], step(1, 0), [1, 0]],
  ['a step beyond the edge stays', [0, 0], step(-1, 0), [0, 0]],
  ['the edge of the filled block', [0, 0], edge(0, 1), [0, 1]],
  ['the next filled cell after a gap', [0, 1], edge(0, 1), [0, 3]],
  ['the end of the sheet where nothing is filled', [2, 1], edge(0, 1), [2, 3]],
  ['down the block', [0, 0], edge(1, 0), [1, 0]],
  ['from the end of the block to the next one', [1, 0], edge(1, 0), [3, 0]],
  ['a page, one row kept in view', [0, 2], { to: 'page', rows: 1 }, [2, 2]],
  ['the first column', [2, 2], { to: 'row-start' }, [2, 0]],
  ['the last cell', [0, 0], { to: 'end' }, [3, 3]],
] as const)('a move goes to %s', (_, [row, column], move, [toRow, toColumn]) => {
  const at = { row, column }
  expect(moved({ active: at, head: at }, move, false, ground).active).toEqual({ row: toRow, column: toColumn })
})

it('extending moves the head and leaves the active cell', () => {
  const at = { row: 0, column: 0 }
  expect(moved({ active: at, head: { row: 1, column: 1 } }, step(1, 0), true, ground)).toEqual({
    active: at,
    head: { row: 2, column: 1 },
  })
})

it('Tab goes on in the next row', () => {
  expect(tabbed({ row: 0, column: 3 }, 1, ground)).toEqual({ row: 1, column: 0 })
  expect(tabbed({ row: 0, column: 0 }, -1, ground)).toEqual({ row: 0, column: 0 })
})
