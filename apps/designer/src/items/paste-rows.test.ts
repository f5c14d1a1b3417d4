import { applyEdit, type Scheme, validate } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { cleanName, rowsPasted, withTitles } from './paste-rows.ts'
import { itemSide, measureSide } from './side.ts'

const read = validate('scheme', {
  yardstick: 'scheme/1',
  id: 's',
  name: 's',
  version: '1',
  fullScore: '1',
  items: [{ id: '支出', type: 'money' }],
  indicators: [{ id: 'a', name: 'a', points: '1', scoring: { method: 'judgement' } }],
})
if (!read.ok) throw new Error(JSON.stringify(read.issues))
const scheme: Scheme = read.value

describe('rows from Excel', () => {
  it('become items by the titles above them', () => {
    const pasted = withTitles([
      ['名称', '单位', '类型', '必填', '选项'],
      ['培训人次', '人次', '计数', '是', ''],
      ['支出', '万元', '金额', '', ''],
      ['等级', '', '选项', '', '优、良'],
      ['', '', '', '', ''],
      ['', '', '日期', '', ''],
    ])!
    const edited = applyEdit(scheme, { type: 'batch', edits: rowsPasted(itemSide, scheme, pasted, '新数据项') })
    if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
    expect(edited.value.scheme.items.slice(1)).toEqual([
      { id: '培训人次', type: 'count', unit: '人次', required: true },
      { id: '支出2', type: 'money', unit: '万元' },
      { id: '等级', type: 'choice', choices: ['优', '良'] },
      { id: '新数据项', type: 'date' },
    ])
  })

  it('become measures by the columns they are pasted over', () => {
    const edits = rowsPasted(
      measureSide,
      scheme,
      { columns: ['id', 'formula', 'type'], rows: [['率', '支出/2', '比率']] },
      '新',
    )
    expect(edits).toEqual([{ type: 'add-measure', index: 0, measure: { id: '率', formula: '支出/2', type: 'rate' } }])
  })

  it.each([[['培训人次', '计数']], [['类型', '单位']], [['名称', '电话']]])('%s is no row of titles', (row) => {
    expect(withTitles([row, ['甲', '乙']])).toBeUndefined()
  })

  it('leave what a name cannot hold', () => {
    expect(cleanName(' 预算[万元]\n合计 ')).toBe('预算万元 合计')
  })
})
