import { describe, expect, it } from 'vitest'
import { countChanges, rowsBeside } from './records-change.ts'

const reported = [
  ['甲', '1'],
  ['乙', '2'],
  ['丙', '3'],
]

type Row = [title: string, texts: string[][], places: (number | undefined)[], changes: number]

describe('records beside those reported', () => {
  it.each<Row>([
    ['are the same', reported, [0, 1, 2], 0],
    ['of which one cell is other', [reported[0]!, ['乙', '20'], reported[2]!], [0, 1, 2], 1],
    ['of which one was taken out', [reported[0]!, reported[2]!], [0, 2], 1],
    ['to which one was added', [...reported, ['丁', '4']], [0, 1, 2, undefined], 1],
    ['with a line that is still empty', [...reported, ['', '']], [0, 1, 2, undefined], 0],
    ['of which none is left', [], [], 3],
  ])('%s', (_, texts, places, changes) => {
    const rows = rowsBeside(texts, reported)
    expect(rows.map(({ reported: at }) => at)).toEqual(places)
    expect(countChanges(rows, reported)).toBe(changes)
  })

  it('where nothing was reported are all new', () => {
    const rows = rowsBeside([['甲', '1']], [])
    expect(rows).toEqual([{ texts: ['甲', '1'], reported: undefined }])
    expect(countChanges(rows, [])).toBe(1)
  })
})
