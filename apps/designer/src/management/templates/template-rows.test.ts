import { describe, expect, it } from 'vitest'
import type { TemplateHead } from '../../server/templates.ts'
import { facetOptions, filtered, groupsOf, type TemplateFilter } from './template-rows.ts'

const head = (hash: string, more: Partial<TemplateHead> = {}): TemplateHead => ({
  ...{ hash, id: 'dept', name: '部门整体支出', version: '1', publisher: '财政部', region: null, level: 'nation' },
  ...{
    departmentTypes: ['行政单位'],
    formCode: null,
    basis: [],
    licence: 'CC0',
    date: null,
    source: 'file',
    kind: 'template',
    trust: 'trusted',
  },
  ...{ key: null, isNewest: true, receivedAt: null, receivedBy: null, schemes: [], modules: [], proposal: null },
  ...(more as object),
})
const heads = [
  head('a2', { version: '2' }),
  head('a1', { isNewest: false }),
  head('b', { publisher: '江西省财政厅', name: '江西部门整体支出', level: 'province', region: { name: '江西省' } }),
  head('c', {
    id: 'edu',
    name: '教育项目支出',
    publisher: '江西省财政厅',
    level: 'province',
    departmentTypes: ['学校'],
  }),
  head('p', { kind: 'proposal', isNewest: false }),
]
const groups = groupsOf(heads)
const all: TemplateFilter = { search: '', kind: 'template' }
const found = (filter: Partial<TemplateFilter>) =>
  filtered(groups, { ...all, ...filter }).map((each) => each.newest.hash)

describe('the list of templates', () => {
  it('shows versions of one template of one publisher together', () => {
    expect(groups.map(({ newest, older }) => [newest.hash, ...older.map(({ hash }) => hash)])).toEqual([
      ['a2', 'a1'],
      ['b'],
      ['c'],
      ['p'],
    ])
  })

  it.each<[string, Partial<TemplateFilter>, string[]]>([
    ['nothing', {}, ['a2', 'b', 'c']],
    ['a level', { level: 'province' }, ['b', 'c']],
    ['a publisher and a department type', { publisher: '江西省财政厅', departmentType: '学校' }, ['c']],
    ['a region', { region: '江西省' }, ['b']],
    ['proposals', { kind: 'proposal' }, ['p']],
    ['a word', { search: '教育' }, ['c']],
    ['pinyin initials', { search: 'jyxm' }, ['c']],
    ['an id', { search: 'edu' }, ['c']],
  ])('is narrowed to %s', (_, filter, expected) => {
    expect(found(filter)).toEqual(expected)
  })

  it('offers what the other filters leave, most first', () => {
    const offered = (filter: Partial<TemplateFilter>) => facetOptions(groups, { ...all, ...filter }, 'publisher')
    expect(offered({})).toEqual([
      { value: '江西省财政厅', count: 2 },
      { value: '财政部', count: 1 },
    ])
    expect(offered({ departmentType: '学校', publisher: '财政部' })).toEqual([{ value: '江西省财政厅', count: 1 }])
  })
})
