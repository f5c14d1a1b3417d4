import type { Leaf } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { judgementCellText, readJudgementCell } from './read-judgement-cell.ts'

const leaf = (scoring: Leaf['scoring']): Leaf => ({ id: 'a', name: '甲', points: '10', scoring })
const judged = leaf({ method: 'judgement' })
const panel = leaf({ method: 'judgement', panel: { rule: 'mean', quorum: 2 } })
const levels = leaf({
  method: 'levels',
  levels: [
    { name: '达成', share: '100%' },
    { name: '部分', from: '80%', to: '60%' },
  ],
})
const checklist = leaf({
  method: 'checklist',
  elements: ['x', 'y', 'z'].map((id) => ({ id, text: id, score: '2', met: 'judged' as const })),
})
const w = {
  notApplicable: '不适用',
  verifying: (shown: string) => `${shown}（待核）`,
  notApplicableAs: (why: string) => `不适用：${why}`,
  yes: '是',
  no: '否',
  records: String,
}

describe('a judged cell', () => {
  it.each([
    ['points', judged, '8.5', { value: '8.5' }, '8.5'],
    ['points with their word', judged, '８.5分', { value: '8.5' }, '8.5'],
    [
      'experts',
      panel,
      '8；9',
      {
        value: {
          experts: [
            { who: '专家1', score: '8' },
            { who: '专家2', score: '9' },
          ],
        },
      },
      '8; 9',
    ],
    ['a level', levels, '达成', { value: { level: '达成' } }, '达成'],
    ['a level with its number', levels, '部分 70%', { value: { level: '部分', share: '70%' } }, '部分 70%'],
    ['elements', checklist, '1、3', { value: { elements: { x: true, y: false, z: true } } }, '1, 3'],
    ['all elements', checklist, '全部', { value: { elements: { x: true, y: true, z: true } } }, '1, 2, 3'],
    ['no element', checklist, '0', { value: { elements: { x: false, y: false, z: false } } }, '0'],
  ])('reads %s and shows them again', (_, of, text, layer, shown) => {
    const read = readJudgementCell(of, text, undefined, {})
    expect(read).toMatchObject({ entry: { layers: [{ layer: 'judged', ...layer }] } })
    expect('entry' in read && judgementCellText(of, read.entry, w)).toBe(shown)
  })

  it.each([
    ['points above the leaf', judged, '11'],
    ['a level that is not there', levels, '优秀'],
    ['an element that is not there', checklist, '4'],
    ['words', judged, '很好'],
  ])('refuses %s', (_, of, text) => {
    expect(readJudgementCell(of, text, undefined, {})).toMatchObject({ refused: 'issue' })
  })
})
