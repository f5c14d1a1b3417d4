import { readHtmlTable } from '@yardstick/exchange/table'
import { expect, test } from 'vitest'
import { cellsShown } from './sheet-cells.ts'

const table = readHtmlTable(
  '<table><tr><td rowspan="4">产出</td><td>甲</td></tr><tr><td>乙</td></tr><tr><td>丙</td></tr><tr><td>丁</td></tr></table>',
)!
const texts = (from: number, to: number) =>
  [...cellsShown(table, { from, to })].map(([row, cells]) => `${row} ${cells.map(({ text }) => text).join(' ')}`)

test('a merged cell is drawn once, also when it begins above what is in view', () => {
  expect(texts(0, 2)).toEqual(['0 产出 甲', '1 乙'])
  expect(texts(2, 9)).toEqual(['2 产出 丙', '3 丁'])
})
