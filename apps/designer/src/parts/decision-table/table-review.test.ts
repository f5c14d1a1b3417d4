import type { TableScoring } from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fact } from '../condition/facts.ts'
import { readCell, showCell } from './cell-text.ts'
import { reviewTable } from './table-review.ts'
import { moveRow, storedTable, type TableView, viewOf, withColumn, withoutColumn } from './table-view.ts'

const fact = (name: string, type: Fact['type'], more: Partial<Fact> = {}): Fact => ({
  name,
  label: name,
  group: 'items',
  type,
  ...more,
})
const facts: Record<string, Fact> = {
  率: fact('率', 'rate', { digits: 4 }),
  次: fact('次', 'count', { digits: 0 }),
  日: fact('日', 'date'),
  类: fact('类', 'choice', { choices: ['甲', '乙', '丙'] }),
  否: fact('否', 'boolean'),
  文: fact('文', 'text'),
  限: fact('限', 'number', { digits: 1, range: { min: '0', max: '100' } }),
}
const factOf = (name: string) => facts[name]

function table(columns: string, ...rows: string[]): TableView {
  const names = columns.split(' ')
  return {
    columns: names,
    rows: rows.map((row) => ({
      cells: row.split('|').map((cell, index) => readCell(cell, facts[names[index]!]!)!),
      score: '1',
    })),
  }
}

function review(view: TableView, hit: TableScoring['hit'] = 'first') {
  const reviewed = reviewTable(view, hit, factOf)
  if (!('review' in reviewed)) return reviewed.refused
  const show = (cells: (typeof view.rows)[number]['cells']) =>
    cells.map((each, index) => showCell(each, facts[view.columns[index]!]!, [], 'zh') || '不限').join('|')
  const { gaps, clashes, idle } = reviewed.review
  return { gaps: gaps.map(show), clashes: clashes.map(({ rows, cells }) => `${rows.join('+')}: ${show(cells)}`), idle }
}

describe('what a table leaves open', () => {
  for (const [view, gaps] of [
    [table('率', '≥80', '<60'), ['≥60% 且 <80%']],
    [table('率', '≥80', '<80'), []],
    [table('率', '>80', '<80'), ['80%']],
    // 1 and 2 are neighbours of a count
    [table('次', '0', '1', '≥2'), []],
    [table('次', '0', '≥2'), ['1']],
    [table('限', '≥60'), ['<60']],
    [table('限', '0-60', '60-100'), ['100']],
    [table('日', '≤2025-03-31', '>2025-04-10'), ['>2025年3月31日 且 ≤2025年4月10日']],
    [table('类', '甲'), ['乙、丙']],
    [table('类', '非甲'), ['甲']],
    [table('文', '甲'), ['≠甲']],
    [table('否', '是'), ['否']],
    [table('率 类', '≥80|甲', '<80|不限'), ['≥80%|乙、丙']],
    [table('率 类', '≥80|不限', '<60|不限', '60-80|甲'), ['≥60% 且 <80%|乙、丙']],
    [table('率 否', '≥80|是'), ['<80%|不限', '≥80%|否']],
  ] as const) {
    test(JSON.stringify(view.rows.map((row) => row.cells)), () => expect(review(view)).toMatchObject({ gaps }))
  }
})

test('two rows at once are a clash where one may hold, and idle where the first counts', () => {
  const view = table('率 类', '≥60|不限', '≥80|甲')
  expect(review(view, 'unique')).toMatchObject({ clashes: ['0+1: ≥80%|甲'], idle: [] })
  expect(review(view, 'first')).toMatchObject({ clashes: [], idle: [1] })
  expect(review(view, 'sum')).toMatchObject({ clashes: [], idle: [] })
})

test('what cannot be tried is said', () => {
  const compares: TableView = {
    columns: ['率'],
    rows: [{ cells: [[{ operator: 'lessThan', value: { fact: '限' } }]], score: '1' }],
  }
  expect(review(compares)).toBe('compares-facts')
  expect(reviewTable({ columns: ['无'], rows: [] }, 'first', factOf)).toEqual({ refused: 'unknown-fact' })
})

test('with its gaps filled in, a table has none', () => {
  const cell = fc.constantFrom('', '≥80', '<60', '60-80', '70', '≠70')
  const word = fc.constantFrom('', '甲', '乙', '非甲', '甲,丙')
  const rows = fc.array(fc.tuple(cell, word, fc.constantFrom('', '是', '否')), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(rows, (all) => {
      let view = table('率 类 否', ...all.map((row) => row.join('|')))
      for (let round = 0; round < 40; round++) {
        const reviewed = reviewTable(view, 'first', factOf)
        if (!('review' in reviewed) || reviewed.review.gaps.length === 0) break
        view = { ...view, rows: [...view.rows, { cells: reviewed.review.gaps[0]!, score: '0' }] }
      }
      expect(review(view)).toMatchObject({ gaps: [] })
    }),
    { seed: 4, numRuns: 150 },
  )
})

describe('the grid and the stored table', () => {
  const stored: Pick<TableScoring, 'columns' | 'rows'> = {
    columns: ['率', '类'],
    rows: [{ when: [{ operator: 'lessThan', value: '60%' }, null], score: '2' }],
  }
  test('a table whose columns are all different stays as it is', () => {
    expect(storedTable(viewOf(stored))).toEqual(stored)
  })
  test('a range takes two columns of the same fact, which the grid shows as one', () => {
    const view = table('率 类', '60-80|甲', '≥80|')
    const made = storedTable(view)
    expect(made.columns).toEqual(['率', '率', '类'])
    expect(made.rows[1]!.when).toEqual([{ operator: 'greaterThanInclusive', value: '80%' }, null, null])
    expect(viewOf(made)).toEqual(view)
  })
  test('columns come and go, rows move', () => {
    const view = table('率 类', '≥80|甲', '<80|')
    expect(withoutColumn(withColumn(view, '否'), 2)).toEqual(view)
    expect(moveRow(view, 0, 2).rows).toEqual([view.rows[1], view.rows[0]])
    expect(moveRow(view, 1, 0).rows).toEqual([view.rows[1], view.rows[0]])
  })
})
