import { readTextTable } from '@yardstick/exchange/table'
import { expect, test } from 'vitest'
import { columnWidths } from './column-widths.ts'

test('a column is as wide as its texts, within what can be looked over', () => {
  const table = readTextTable(
    `指标\t分值\t评分标准\n培训完成率\t10\t${'达到目标值得满分'.repeat(9)}\n合格率\t5\t${'低'.repeat(80)}`,
  )!
  expect(columnWidths(table)).toEqual([81, 76, 210])
})
