import { readFileSync } from 'node:fs'
import { audit } from '@yardstick/engine'
import { readTextTable } from '@yardstick/exchange/table'
import { validate } from '@yardstick/model'
import { expect, it } from 'vitest'
import { findingsDocument, findingsText, findingsWorkbook } from './findings-file.ts'
import { summaryText } from './summary-text.ts'

const seed = new URL('../../../../rules/seeds/zhengning-2023/sheet.json', import.meta.url)
const read = validate('score-sheet', JSON.parse(readFileSync(seed, 'utf8')))
const issues = read.ok ? audit(read.value) : []
const sheets = [
  { title: '甲表', issues },
  { title: '乙表', issues: [] },
]

it('the list goes out as a table, a line for each finding', () => {
  const table = readTextTable(findingsText(sheets, 'zh'))!
  expect(table.rows.length).toBe(issues.length + 1)
  expect(table.rows[0]!.map((cell) => cell?.text)).toEqual(['评分表', '序号', '类别', '位置', '说明'])
  expect(table.rows[2]!.map((cell) => cell?.text)).toEqual([
    '甲表',
    '2',
    '矛盾',
    '整张表',
    '各项得分相加应为 95，印为 98；请按各项重算，或核对漏印、错印的一项',
  ])
})

it.each(['zh', 'en'] as const)('it is a file for Excel and for Word, %s', async (language) => {
  for (const made of [findingsWorkbook, findingsDocument]) {
    const { content } = await made(sheets, language)
    const head = new Uint8Array(await content.slice(0, 4).arrayBuffer())
    expect([...head]).toEqual([0x50, 0x4b, 3, 4])
    expect(content.size).toBeGreaterThan(3000)
  }
})

it('the summary counts what was found and says what the rows add up to', () => {
  expect(summaryText(issues, 'zh')).toBe('这张表有 3 处自相矛盾、10 处存疑。各项得分相加是 95 分，印的总分是 98 分。')
  expect(summaryText(issues, 'en')).toBe(
    'This sheet has 3 contradictions, 10 doubts. The scores add up to 95, the total printed is 98.',
  )
  expect(summaryText([], 'zh')).toBe('逐格核对过，没有找到可以证明的矛盾。')
})
