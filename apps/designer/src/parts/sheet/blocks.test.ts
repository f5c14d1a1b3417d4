import { describe, expect, it } from 'vitest'
import { dragged, filled, grown, pasted } from './blocks.ts'
import type { Cell, Range } from './cell.ts'

const texts = [
  ['a', 'b', 'c'],
  ['d', 'e', 'f'],
  ['g', 'h', 'i'],
]
const textAt = ({ row, column }: Cell) => texts[row]?.[column] ?? ''
const range = (top: number, left: number, bottom: number, right: number): Range => ({ top, left, bottom, right })
const shown = (placed: readonly { row: number; column: number; text: string }[]) =>
  placed.map(({ row, column, text }) => `${row}${column}${text}`).join(' ')

describe('filling', () => {
  it.each([
    // title, range, to, cells as row, column, text
    ['the first row goes down', range(0, 0, 2, 1), 'down', '10a 11b 20a 21b'],
    ['a single row takes the row above', range(1, 1, 1, 2), 'down', '11b 12c'],
    ['nothing is above the first row', range(0, 0, 0, 2), 'down', ''],
    ['the first column goes right', range(0, 0, 1, 2), 'right', '01a 02a 11d 12d'],
    ['a single column takes the one before', range(0, 2, 1, 2), 'right', '02b 12e'],
  ] as const)('%s', (_, of, to, expected) => {
    expect(shown(filled(of, to, textAt))).toBe(expected)
  })

  it.each([
    ['one cell down', range(0, 0, 0, 0), { row: 2, column: 0 }, '10a 20a'],
    ['two cells down, over and over', range(0, 0, 1, 0), { row: 3, column: 0 }, '20a 30d'],
    ['upwards', range(1, 0, 2, 0), { row: 0, column: 0 }, '00g'],
    ['to the right', range(0, 0, 1, 0), { row: 0, column: 2 }, '01a 02a 11d 12d'],
    ['it grows one way only, the longer one', range(0, 0, 0, 0), { row: 2, column: 1 }, '10a 20a'],
  ] as const)('by the handle: %s', (_, from, to, expected) => {
    expect(shown(dragged(from, grown(from, to), textAt))).toBe(expected)
  })
})

describe('pasting', () => {
  it.each([
    ['a block goes from the corner on', [['x', 'y']], range(1, 1, 1, 1), '11x 12y', []],
    ['one cell fills all that is selected', [['x']], range(0, 0, 1, 1), '00x 01x 10x 11x', []],
    ['a row is tiled over a range it divides', [['x', 'y']], range(0, 0, 1, 1), '00x 01y 10x 11y', []],
    ['what does not divide the range is pasted once', [['x'], ['y']], range(0, 0, 2, 0), '00x 10y', []],
    ['rows beyond the last are handed on', [['x'], ['y'], ['z']], range(2, 0, 2, 0), '20x', [['y'], ['z']]],
    ['columns beyond the last are left out', [['x', 'y']], range(0, 2, 0, 2), '02x', []],
    ['short rows are empty at their end', [['x', 'y'], ['z']], range(0, 0, 0, 0), '00x 01y 10z 11', []],
  ] as const)('%s', (_, of, at, expected, beyond) => {
    const block = pasted(of, at, 3, 3)
    expect(shown(block.placed)).toBe(expected)
    expect(block.beyond).toEqual(beyond)
  })
})
