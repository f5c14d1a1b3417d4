import type { Indicator, Leaf, Scheme } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { levelCells, scoreTable } from './sheet-rows.ts'

const leaf = (id: string, more: Partial<Leaf> = {}): Leaf => ({
  id,
  name: id,
  points: '10',
  scoring: { method: 'judgement' },
  ...more,
})
const branch = (id: string, ...children: Indicator[]): Indicator => ({ id, name: id, points: '20', children })
const scheme = (...indicators: Indicator[]): Scheme => ({
  yardstick: 'scheme/1',
  id: 's',
  name: '测试',
  version: '1',
  fullScore: '100',
  items: [{ id: '支出', type: 'money' }],
  indicators,
})

const table = scoreTable(
  scheme(
    branch('决策', branch('立项', leaf('依据'), leaf('程序')), leaf('目标')),
    branch('产出', branch('数量', leaf('完成', { actual: '支出', scoring: { method: 'ratio' } }))),
    leaf('满意度'),
  ),
)

describe('the rows of the score table', () => {
  it('are the leaves in their order, with what stands above them and what they read', () => {
    expect(
      table.rows.map(({ leaf, above, columns, items }) => [
        leaf.id,
        above.map(({ id }) => id),
        columns,
        items.map(({ id }) => id),
      ]),
    ).toEqual([
      ['依据', ['决策', '立项'], 1, []],
      ['程序', ['决策', '立项'], 1, []],
      ['目标', ['决策'], 2, []],
      ['完成', ['产出', '数量'], 1, ['支出']],
      ['满意度', [], 3, []],
    ])
    expect(table.depth).toBe(3)
  })

  it('have one column of levels where no leaf has anything above it', () => {
    expect(scoreTable(scheme(leaf('甲'), leaf('乙'))).depth).toBe(1)
  })
})

describe('merged cells of the levels', () => {
  const shown = (from?: number, to?: number) =>
    levelCells(table.rows, from, to).map((cells) =>
      cells.map(({ indicator, column, rows }) => [indicator.id, column, rows]),
    )

  it('reach over the rows of all their leaves', () => {
    expect(shown()).toEqual([
      [
        ['决策', 0, 3],
        ['立项', 1, 2],
      ],
      [],
      [],
      [
        ['产出', 0, 1],
        ['数量', 1, 1],
      ],
      [],
    ])
  })

  it('begin anew in the first row of the part that is shown, and end with it', () => {
    expect(shown(1, 3)).toEqual([
      [
        ['决策', 0, 2],
        ['立项', 1, 1],
      ],
      [],
    ])
  })
})
