import type { Leaf, Scheme } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { answerTo } from './answer.ts'
import { readChanges } from './commit.ts'
import { indicatorRows } from './rows.ts'

const leaf = (fields: Partial<Leaf> = {}): Leaf => ({
  id: 'trained',
  name: '培训人次',
  points: '10',
  scoring: { method: 'judgement' },
  ...fields,
})

function schemeOf(node: Leaf): Scheme {
  return {
    yardstick: 'scheme/1',
    id: 's',
    name: 's',
    version: '1',
    fullScore: '100',
    items: [{ id: '实际人次', type: 'count', unit: '人次' }],
    indicators: [{ id: 'output', name: '产出', points: '40', children: [node] }],
  }
}

function read(column: string, text: string, node = leaf()) {
  const scheme = schemeOf(node)
  const rows = indicatorRows({
    scheme,
    collapsed: new Set(),
    leaves: {},
    scores: new Map(),
    pinned: new Map(),
    issues: new Map(),
    locksOf: () => ({}),
    origins: null,
    signs: new Map(),
    suggested: new Set(),
    textsOf: () => ({ standard: '', brief: '' }),
  })
  const row = rows.find((each) => each.id === node.id)!
  return readChanges([{ row, column, text }], scheme, rows, 'zh')
}

describe('a text in a cell becomes', () => {
  it.each([
    // column, text, edits
    ['points', '１２．５分', [{ type: 'set-points', points: { trained: '12.5' } }]],
    ['points', '007.50', [{ type: 'set-points', points: { trained: '7.5' } }]],
    ['points', '1,000', [{ type: 'set-points', points: { trained: '1000' } }]],
    ['points', '', [{ type: 'set-points', points: { trained: '0' } }]],
    ['points', '10.0', []],
    ['name', '培训[线上]\n人次', [{ type: 'set-indicator', id: 'trained', fields: { name: '培训【线上】 人次' } }]],
    ['code', '1.1', []],
    ['code', 'A-3', [{ type: 'set-indicator', id: 'trained', fields: { code: 'A-3' } }]],
    ['actual', '=实际人次', [{ type: 'set-indicator', id: 'trained', fields: { actual: '实际人次' } }]],
    ['basis', ' 财预〔2020〕10号 ', [{ type: 'set-indicator', id: 'trained', fields: { basis: '财预〔2020〕10号' } }]],
    ['basis', '', []],
  ] as const)('%s “%s”', (column, text, edits) => {
    expect(read(column, text)).toMatchObject({ edits, refused: [], asked: [], grown: [] })
  })

  it('a target, and the method it most likely wants where nobody has chosen one', () => {
    expect(read('target', '不少于50人次')).toMatchObject({
      edits: [
        { type: 'set-target', target: { comparator: '>=', value: '50', unit: '人次', written: '不少于50人次' } },
        { type: 'set-scoring', scoring: { method: 'ratio' } },
      ],
      suggests: ['trained'],
    })
  })

  it('a target alone where the method was chosen', () => {
    const { edits, suggests } = read('target', '≥50人次', leaf({ scoring: { method: 'pass' } }))
    expect(edits).toHaveLength(1)
    expect(suggests).toEqual([])
  })

  it('a rule, from its sentence', () => {
    const node = leaf({ target: { comparator: '>=', value: '95%' }, actual: '满意度' })
    expect(
      read('method', '达到目标值得满分，每低1个百分点扣0.5分，不足1个百分点的不扣分，扣完为止', node),
    ).toMatchObject({
      edits: [{ type: 'set-scoring', scoring: { method: 'steps' } }],
    })
  })
})

describe('a text that can mean several things is asked about', () => {
  it.each([
    ['points', '25%', ['40 分的 25% = 10 分', '25 分']],
    ['actual', '培训记录数', ['新建数据项“培训记录数”', '先写上，以后再建']],
    ['method', '视情况而定', ['先作为文字保留']],
  ])('%s “%s”', (column, text, labels) => {
    const { edits, asked } = read(column, text)
    expect(edits).toEqual([])
    expect(asked[0]?.choices.map((choice) => choice.label)).toEqual(labels)
  })

  it('a bare number as a target', () => {
    const { asked } = read('target', '50')
    expect(asked[0]?.choices.length).toBeGreaterThan(2)
  })
})

describe('what cannot be read', () => {
  it.each([
    ['points', '十二', '不是分值'],
    ['points', '-3', '不是分值'],
    ['name', ' ', '名称不能为空'],
    ['actual', '实际人次 +', ''],
    ['direction', '≥', '请先填写数值目标'],
  ])('%s “%s” is refused with a sentence', (column, text, why) => {
    const { edits, refused } = read(column, text)
    expect(edits).toEqual([])
    expect(refused[0]?.why).toContain(why)
  })

  it('of many cells, is named, and the others are offered', () => {
    const committed = {
      edits: [{ type: 'set-points' as const, points: { trained: '3' } }],
      suggests: [],
      refused: [{ text: 'x', why: '“x”不是分值' }],
      asked: [],
      grown: [],
    }
    const written: unknown[] = []
    const answer = answerTo(committed, 'zh', false, (edits) => written.push(...edits) > 0)
    expect(answer).toMatchObject({ ask: expect.stringContaining('“x”不是分值') })
    expect(written).toEqual([])
    if (answer !== undefined && 'ask' in answer) answer.choices[0]!.onChoose()
    expect(written).toEqual(committed.edits)
  })
})
