import { expect, it } from 'vitest'
import { readDepartmentTable } from './read-table.ts'

const rowsOf = (text: string) => readDepartmentTable({ html: '', text })

it.each([
  [
    'heads of a bureau',
    '单位名称\t统一社会信用代码\t单位类型\t行政区划代码\t主管部门\n实验中学\t12360100\t学校\t３６０１０２\t教育局\n',
    [{ name: '实验中学', code: '12360100', type: '学校', region: '360102', parent: '教育局' }],
  ],
  ['a title above', '单位一览表\t\n序号\t单位\n1\t财政局', [{ name: '财政局' }]],
  ['English heads', 'Name\tType\nBoard\tschool\n\t\n', [{ name: 'Board', type: 'school' }]],
  ['names alone', '财政局\n教育局', [{ name: '财政局' }, { name: '教育局' }]],
  ['a row without a name is kept, to be told of', '单位名称\t类型\n\t学校', [{ name: '', type: '学校' }]],
])('%s', (_, text, rows) => {
  expect(rowsOf(text)).toEqual({ kind: 'rows', rows })
})

it('a table without names is told by its heads', () => {
  expect(rowsOf('金额\t年度\n3\t2024')).toEqual({ kind: 'no-head', heads: ['金额', '年度'] })
})

it('nothing is no table', () => {
  expect(rowsOf('')).toEqual({ kind: 'no-table' })
})
