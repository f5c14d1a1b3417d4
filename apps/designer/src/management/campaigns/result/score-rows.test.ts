import type { IndicatorResult } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { scoreRows } from './score-rows.ts'

const result = (path: string) => ({ id: path, path: path.split('/') }) as unknown as IndicatorResult
const table = (...paths: string[]) => {
  const { depth, rows } = scoreRows(paths.map(result))
  return {
    depth,
    rows: rows.map(({ leaf, cells, columns }) => [
      ...cells.map(({ branch, rows: span }) => `${branch.id} ×${span}`),
      `${leaf.id} ${columns}`,
    ]),
  }
}

describe('rows of a score table', () => {
  it('have the levels merged over their leaves', () => {
    expect(table('a', 'a/b', 'a/b/c', 'a/b/d', 'a/e', 'a/e/f', 'g', 'g/h', 'g/h/i')).toEqual({
      depth: 3,
      rows: [['a ×3', 'a/b ×2', 'a/b/c 1'], ['a/b/d 1'], ['a/e ×1', 'a/e/f 1'], ['g ×1', 'g/h ×1', 'g/h/i 1']],
    })
  })

  it('give a leaf that hangs higher up the columns that are free', () => {
    expect(table('a', 'a/b', 'a/b/c', 'a/d', 'e')).toEqual({
      depth: 3,
      rows: [['a ×2', 'a/b ×1', 'a/b/c 1'], ['a/d 2'], ['e 3']],
    })
  })

  it('are none of nothing', () => {
    expect(table()).toEqual({ depth: 1, rows: [] })
  })

  it('tell siblings of one name apart', () => {
    expect(table('a', 'a/b', 'a', 'a/c').rows).toEqual([
      ['a ×1', 'a/b 1'],
      ['a ×1', 'a/c 1'],
    ])
  })
})
