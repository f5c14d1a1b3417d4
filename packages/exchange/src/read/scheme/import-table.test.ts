import { describe, expect, it } from 'vitest'
import { readIndicatorTable } from '../indicator/indicator-table.ts'
import { readTextTable } from '../table/text-table.ts'
import { type ImportOptions, importSteps, importTable } from './import-table.ts'

const reading = readIndicatorTable(
  readTextTable(
    [
      '一级指标\t二级指标\t分值\t目标值\t评分标准',
      '产出\t培训人次\t30\t≥50人次\t',
      '\t合格率\t50\t≥95%\t每降低1%扣1分，扣完为止',
      '效益\t满意度\t20\t≥90%\t达到目标值得满分，否则不得分',
    ].join('\n'),
  )!,
)
const options: ImportOptions = { name: '试点', language: 'zh' }

describe('a table in steps', () => {
  it('halts before each row with a rule, and makes the same', () => {
    const steps = importSteps(reading, options)
    const halts: string[] = []
    for (;;) {
      const step = steps.next()
      if (step.done === true) {
        expect(halts).toEqual(['0/3', '1/3', '2/3'])
        expect(step.value).toEqual(importTable(reading, options))
        return
      }
      halts.push(`${step.value.read}/${step.value.all}`)
    }
  })

  it('of which some were begun and left makes the same', () => {
    importSteps(reading, options).next()
    expect(importTable(reading, options)?.rows).toHaveLength(5)
  })

  it('has none where nothing is found', () => {
    expect(importSteps({ rows: [], doubts: [] }, options).next()).toEqual({ done: true, value: undefined })
  })
})
