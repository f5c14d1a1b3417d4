import { validate } from '@yardstick/model'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readScoreSheets } from './score-sheets.ts'

const rows = [
  ['2023年度部门整体支出绩效自评表', null, null, null, null, null, null],
  ['一级指标', '二级指标', '分值', '年度指标值', '实际完成值', '评分标准', '得分'],
  ['产出', '数量', 40, '≥50人次', '60人次', '按比例', 40],
  [null, '质量', 20, '达90%以上', '95%', '每低1%扣1分', '20分'],
  ['效益', '满意度', 40, '≥95%', '91%', null, 36],
  ['总分', null, 100, null, null, null, 95],
  ['注：评价等级：优', null, null, null, null, null, null],
]

test('a workbook with points and scores is a score sheet as printed', async () => {
  const read = await readScoreSheets(
    await writeXlsx({
      sheets: [
        { name: '自评表', rows },
        { name: '说明', rows: [['填表', '说明']] },
      ],
    }),
    '某局.xlsx',
  )
  expect(read.ok && read.value).toEqual([
    {
      name: undefined,
      sheet: {
        yardstick: 'score-sheet/1',
        id: '自评表',
        source: { title: '2023年度部门整体支出绩效自评表' },
        fullScore: 100,
        scoringNotes: ['注：评价等级：优'],
        tree: [
          expect.objectContaining({
            name: '产出',
            weight: null,
            score: null,
            children: [
              {
                name: '数量',
                weight: 40,
                score: 40,
                standard: '按比例',
                data: { target: '≥50人次', actual: '60人次' },
                children: [],
              },
              expect.objectContaining({ name: '质量', score: 20 }),
            ],
          }),
          expect.objectContaining({ name: '效益' }),
        ],
        published: { total: 95, grade: '优' },
      },
    },
  ])
  expect(read.ok && validate('score-sheet', read.value[0]!.sheet).ok).toBe(true)
})

test('several in a file have the names of their sheets', async () => {
  const sheets = ['甲局', '乙局'].map((name) => ({ name, rows }))
  const read = await readScoreSheets(await writeXlsx({ sheets }), '全市.xlsx')
  expect(read.ok && read.value.map(({ name, sheet }) => [name, sheet.id])).toEqual([
    ['甲局', '甲局'],
    ['乙局', '乙局'],
  ])
})

test('[FILE_SCORES_NONE] a file of tables without scores', async () => {
  const plan = rows.map((row) => row.slice(0, 6))
  const read = await readScoreSheets(await writeXlsx({ sheets: [{ name: '目标', rows: plan }] }), '目标.xlsx')
  expect(read.ok ? [] : read.issues.map(({ code }) => code)).toEqual(['FILE_SCORES_NONE'])
})
