import { describe, expect, it } from 'vitest'
import { type Department, treeRows, withBelow } from './tree.ts'

const unit = (id: string, name: string, parent: string | null = null): Department => ({
  id,
  name,
  parent,
  code: '',
  type: '学校',
  region: '360102',
  revision: 1,
  isRetired: false,
})

const units = [
  unit('c', '财政局'),
  unit('s10', '第10小学', 'j'),
  unit('j', '教育局'),
  unit('s2', '第2小学', 'j'),
  unit('y', '幼儿园', 's2'),
]
const shown = (rows: ReturnType<typeof treeRows>) =>
  rows.map(({ department, depth, isFaint }) => `${'·'.repeat(depth)}${department.name}${isFaint ? '?' : ''}`)

describe('units', () => {
  it('stand below their superiors, siblings in order of pinyin and number', () => {
    expect(shown(treeRows(units, new Set()))).toEqual(['财政局', '教育局', '·第2小学', '··幼儿园', '·第10小学'])
  })
  it('that are folded hide those below', () => {
    expect(shown(treeRows(units, new Set(['s2'])))).toEqual(['财政局', '教育局', '·第2小学', '·第10小学'])
  })
  it('that are looked for are shown with all above them, folded or not', () => {
    const rows = treeRows(units, new Set(['j']), ({ name }) => name.includes('幼儿'))
    expect(shown(rows)).toEqual(['教育局?', '·第2小学?', '··幼儿园'])
  })
  it('whose superior is not to be seen stand at the top', () => {
    expect(shown(treeRows([unit('a', '甲', 'elsewhere')], new Set()))).toEqual(['甲'])
  })
  it('are never above themselves', () => {
    expect([...withBelow(units, 'j')].sort()).toEqual(['j', 's10', 's2', 'y'])
  })
})
