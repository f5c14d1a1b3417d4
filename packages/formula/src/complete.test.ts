import { describe, expect, test } from 'vitest'
import { bureau } from './bureau.testing.ts'
import { completions, signatureAt } from './complete.ts'
import { functionNames } from './functions.ts'

const initials = (name: string) => ({ 实际支出: 'sjzc', 实际数: 'sjs', 上年等级: 'sndj', 求和: 'qh' })[name] ?? ''

/** `|` is the caret; each row shows the text after taking one of the first offers. */
function offers(marked: string, language: 'zh' | 'en' = 'zh', count = 3): string[] {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  return completions(text, offset, bureau, language, initials)
    .slice(0, count)
    .map(
      (each) =>
        `${text.slice(0, each.from)}${each.insert.slice(0, each.caret)}|${each.insert.slice(each.caret)}${text.slice(each.to)}`,
    )
}

describe('completions', () => {
  test.each([
    // names by beginning, by initials, by any part, by label
    ['实际|', ['实际支出|', '实际数|']],
    ['1 + sj|', ['1 + 实际支出|', '1 + 实际数|']],
    ['SJZ|', ['实际支出|']],
    ['实际数 / 等|', ['实际数 / 等级|', '实际数 / 上年等级|']],
    ['任务|', ['完成率|']],
    ['预算|', ['预算数|', '[预算执行率（%）]|', '[2025年预算]|']],
    ['2025|', ['[2025年预算]|']],
    ['2025年|', ['[2025年预算]|']],
    ['[2025|', ['[2025年预算]|']],
    ['[投诉-|] + 1', ['[投诉-处理率]| + 1']],
    ['[实际|', ['[实际支出]|', '[实际数]|']],
    // only what is before the caret is replaced
    ['实际|计划数', ['实际支出|计划数', '实际数|计划数']],
    ['人数>0且实际支|', ['人数>0且实际支出|']],
    // functions in both languages, with the caret in the brackets
    ['求|', ['求和（|）', '条件求和（|）']],
    ['SUM|', ['求和（|）', '条件求和（|）']],
    ['qh|', ['求和（|）']],
    ['四|(1, 2)', ['四舍五入|(1, 2)']],
    // fields and lists
    ['SUM(项目.|', ['SUM(项目.名称|', 'SUM(项目.金额|', 'SUM(项目.状态|']],
    ['SUM(项目.金|)', ['SUM(项目.金额|)']],
    ['COUNTIF(项|', ['COUNTIF(项目|', 'COUNTIF(缺项清单|']],
    ['COUNTIF(|', ['COUNTIF(项目|', 'COUNTIF(空清单|', 'COUNTIF(缺项清单|']],
    ['COUNTIF(项目, 金|', ['COUNTIF(项目, 金额|']],
    ['SUMIF(项目, 状态 = "完成", (金|', ['SUMIF(项目, 状态 = "完成", (金额|']],
    // choices inside a text
    ['等级 = "|', ['等级 = "优"|', '等级 = "良"|', '等级 = "中"|']],
    ['等级 = "良|"', ['等级 = "良"|']],
    ['COUNTIF(项目, 状态 <> "未|', ['COUNTIF(项目, 状态 <> "未完成"|']],
    ['备注 = "|', []],
    // after a value comes a word
    ['已公开 |', ['已公开 且 |', '已公开 或 |']],
    ['(已公开) 或|', ['(已公开) 或 |']],
    // half formulas do not matter
    ['((1 + # 实际支|', ['((1 + # 实际支出|']],
    ['constructor|', []],
  ])('%s', (marked, expected) => {
    expect(offers(marked)).toEqual(expected)
  })

  test('English names of functions in English', () => {
    expect(offers('求和|', 'en')).toEqual(['SUM(|)', 'SUMIF(|)'])
    expect(offers('已公开 |', 'en')).toEqual(['已公开 AND |', '已公开 OR |'])
  })

  test('an empty place offers every name, then every function', () => {
    const all = completions('', 0, bureau, 'zh')
    expect(all).toHaveLength([...bureau.all()].length + functionNames().length)
    expect(all[0]).toMatchObject({ kind: 'name', label: '实际支出', detail: '金额 · 万元' })
    expect(all.at(-1)).toMatchObject({ kind: 'function', label: '缺省取', detail: '缺省取（值，…）' })
    expect(all.every((each) => each.kind === 'name' || each.help !== '')).toBe(true)
  })
})

describe('signatureAt', () => {
  test.each([
    ['如果（|', '如果（条件，成立时，否则）', 0],
    ['IF(a > 1, |', '如果（条件，成立时，否则）', 1],
    ['IF(a, SUM(b, c), |1)', '如果（条件，成立时，否则）', 2],
    ['IF(a, SUM(b, c|), 1)', '求和（数，…）', 0],
    ['IF((a + |b', '如果（条件，成立时，否则）', 0],
    ['ROUND(a, |', '四舍五入（数，位数）', 1],
    ['(a + |', undefined, undefined],
    ['IF(a)|', undefined, undefined],
    ['"IF(|', undefined, undefined],
  ])('%s', (marked, label, active) => {
    const offset = marked.indexOf('|')
    const help = signatureAt(marked.replace('|', ''), offset, 'zh')
    expect(help?.label).toBe(label)
    expect(help?.active).toBe(active)
  })
})
