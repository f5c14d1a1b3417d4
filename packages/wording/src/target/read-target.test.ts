import type { IssueCode, Target } from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { target as anyTarget, line } from '../arbitrary.testing.ts'
import { tables } from '../words/index.ts'
import { directionOf } from './direction.ts'
import { printTarget } from './print-target.ts'
import { readTarget } from './read-target.ts'
import type { Confidence } from './reading.ts'

const ge = (value: string, unit?: string): Target => ({
  comparator: '>=',
  value,
  ...(unit === undefined ? {} : { unit }),
})
const le = (value: string, unit?: string): Target => ({ ...ge(value, unit), comparator: '<=' }) as Target
const by = (date: string): Target => ({ comparator: '<=', date })

/** What people write, what it means (its own words aside), how sure, and what was not written. */
const rows: readonly [string, Target | undefined, Confidence, IssueCode?][] = [
  // signs, however they are typed
  ['≥50个', ge('50', '个'), 'certain'],
  ['>=50', ge('50'), 'certain'],
  ['≧ 50 个', ge('50', '个'), 'certain'],
  ['＞=50', ge('50'), 'certain'],
  ['＞＝５０％', ge('50%'), 'certain'],
  ['═100%', { comparator: '=', value: '100%' }, 'certain'],
  ['=0%', { comparator: '=', value: '0%' }, 'certain'],
  ['≦100%', le('100%'), 'certain'],
  ['≤90万元', le('90', '万元'), 'certain'],
  ['<5%', { comparator: '<', value: '5%' }, 'certain'],
  // words before
  ['不低于95%', ge('95%'), 'certain'],
  ['不得低于95%', ge('95%'), 'certain'],
  ['不少于3次', ge('3', '次'), 'certain'],
  ['不小于5', ge('5'), 'certain'],
  ['大于等于5', ge('5'), 'certain'],
  ['至少50人', ge('50', '人'), 'certain'],
  ['大于5', { comparator: '>', value: '5' }, 'certain'],
  ['超过10%', { comparator: '>', value: '10%' }, 'certain'],
  ['不超过10天', le('10', '天'), 'certain'],
  ['不高于5%', le('5%'), 'certain'],
  ['不大于5%', le('5%'), 'certain'],
  ['低于5%', { comparator: '<', value: '5%' }, 'certain'],
  ['小于3', { comparator: '<', value: '3' }, 'certain'],
  ['应不低于95%', ge('95%'), 'certain'],
  ['at least 95%', ge('95%'), 'certain'],
  ['no more than 10 days', le('10', 'days'), 'certain'],
  // words after: 以上 and 以内 include the end
  ['90%以上', ge('90%'), 'certain'],
  ['达90%以上', ge('90%'), 'certain'],
  ['达到60%以上', ge('60%'), 'certain'],
  ['50个及以上', ge('50', '个'), 'certain'],
  ['50（含）以上', ge('50'), 'certain'],
  ['5个以上（不含）', { comparator: '>', value: '5', unit: '个' }, 'certain'],
  ['控制在3.5%以内', le('3.5%'), 'certain'],
  ['控制在80%以上', ge('80%'), 'certain'],
  ['3.5%以下', le('3.5%'), 'certain'],
  ['90天内', le('90', '天'), 'certain'],
  ['-5%以内', le('-5%'), 'certain'],
  ['¥500以内', le('500', '元'), 'certain'],
  ['达到100%', ge('100%'), 'certain'],
  ['100%完成', ge('100%'), 'unsure', 'WORDING_TARGET_NO_COMPARATOR'],
  // numbers
  ['≥1,000人', ge('1000', '人'), 'certain'],
  ['≥１，０００人', ge('1000', '人'), 'certain'],
  ['≥10万份', ge('100000', '份'), 'certain'],
  ['≥10万', ge('100000'), 'certain'],
  ['≥126.3万元', ge('126.3', '万元'), 'certain'],
  ['≥1.5亿元', ge('1.5', '亿元'), 'certain'],
  ['≥3万人次', ge('3', '万人次'), 'certain'],
  ['≥5千克', ge('5', '千克'), 'certain'],
  ['≥300千克/亩', ge('300', '千克/亩'), 'certain'],
  ['≥10千瓦', ge('10', '千瓦'), 'certain'],
  ['≥3‰', ge('3', '‰'), 'certain'],
  ['≤12人/10万', le('12', '人/10万'), 'certain'],
  ['≥1次/年', ge('1', '次/年'), 'certain'],
  ['不少于三十人次', ge('30', '人次'), 'certain'],
  ['不少于二百零五人', ge('205', '人'), 'certain'],
  ['百分之九十五以上', ge('95%'), 'certain'],
  ['九成以上', ge('90%'), 'likely'],
  ['≥50枚硬币', ge('50', '枚硬币'), 'likely'],
  ['≥95%。', ge('95%'), 'certain'],
  // no direction, no guess
  ['100%', ge('100%'), 'unsure', 'WORDING_TARGET_NO_COMPARATOR'],
  ['95', ge('95'), 'unsure', 'WORDING_TARGET_NO_COMPARATOR'],
  ['126.3万元', ge('126.3', '万元'), 'unsure', 'WORDING_TARGET_NO_COMPARATOR'],
  ['≤', undefined, 'unsure', 'WORDING_TARGET_NO_VALUE'],
  ['不低于', undefined, 'unsure', 'WORDING_TARGET_NO_VALUE'],
  ['约50个', { comparator: '=', value: '50', unit: '个' }, 'unsure', 'WORDING_TARGET_ROUGH'],
  ['50个左右', { comparator: '=', value: '50', unit: '个' }, 'unsure', 'WORDING_TARGET_ROUGH'],
  ['2000多份', { comparator: '=', value: '2000', unit: '份' }, 'unsure', 'WORDING_TARGET_ROUGH'],
  ['不低于5%以内', ge('5%'), 'unsure', 'WORDING_TARGET_CONTRADICTS'],
  // ranges
  ['100%±5%', { low: '95%', high: '105%' }, 'certain'],
  ['50±2个', { low: '48', high: '52', unit: '个' }, 'certain'],
  ['100±5%', { low: '95', high: '105' }, 'likely'],
  // five percent of nothing is no range
  ['0±5%', { low: '-5%', high: '5%' }, 'likely'],
  ['80%-120%', { low: '80%', high: '120%' }, 'certain'],
  ['80-120%', { low: '80%', high: '120%' }, 'certain'],
  ['80%至120%', { low: '80%', high: '120%' }, 'certain'],
  ['50~60人', { low: '50', high: '60', unit: '人' }, 'certain'],
  ['50人—60人', { low: '50', high: '60', unit: '人' }, 'certain'],
  ['5%～10%之间', { low: '5%', high: '10%' }, 'certain'],
  ['介于5%与10%之间', { low: '5%', high: '10%' }, 'certain'],
  ['在5%和10%之间', { low: '5%', high: '10%' }, 'certain'],
  ['between 5 and 10 days', { low: '5', high: '10', unit: 'days' }, 'certain'],
  ['120%-80%', { low: '80%', high: '120%' }, 'likely', 'WORDING_TARGET_RANGE_TURNED'],
  // days: 前, 之前 and 以前 include the day
  ['2021年12月31日前', by('2021-12-31'), 'certain'],
  ['2021年12月31日之前', by('2021-12-31'), 'certain'],
  ['2021年12月31日以前完成', by('2021-12-31'), 'certain'],
  ['于2021年12月31日前完成', by('2021-12-31'), 'certain'],
  ['≤2021-12-31', by('2021-12-31'), 'certain'],
  ['不晚于2021年12月31日', by('2021-12-31'), 'certain'],
  ['早于2021年12月31日', { comparator: '<', date: '2021-12-31' }, 'certain'],
  ['2021年12月31日起', { comparator: '>=', date: '2021-12-31' }, 'certain'],
  ['by 2021-12-31', by('2021-12-31'), 'certain'],
  ['no later than 2021-12-31', by('2021-12-31'), 'certain'],
  ['2021年12月底前完成', by('2021-12-31'), 'certain'],
  ['2021年2月底前', by('2021-02-28'), 'certain'],
  ['2024年2月底前', by('2024-02-29'), 'certain'],
  ['2021年底前', by('2021-12-31'), 'certain'],
  ['2021-12-31', by('2021-12-31'), 'likely', 'WORDING_TARGET_NO_COMPARATOR'],
  ['2021/12/31', by('2021-12-31'), 'likely', 'WORDING_TARGET_NO_COMPARATOR'],
  ['2021.12.31', by('2021-12-31'), 'likely', 'WORDING_TARGET_NO_COMPARATOR'],
  ['2021年12月31日完成', by('2021-12-31'), 'likely', 'WORDING_TARGET_NO_COMPARATOR'],
  ['2021年12月完成', by('2021-12-31'), 'unsure', 'WORDING_TARGET_DAY_UNKNOWN'],
  ['2021年12月前', by('2021-12-31'), 'unsure', 'WORDING_TARGET_DAY_UNKNOWN'],
  ['2021年', by('2021-12-31'), 'unsure', 'WORDING_TARGET_DAY_UNKNOWN'],
  ['12月31日前', { text: '12月31日前' }, 'unsure', 'WORDING_TARGET_YEAR_UNKNOWN'],
  ['9月前', { text: '9月前' }, 'unsure', 'WORDING_TARGET_YEAR_UNKNOWN'],
  ['2021年13月1日前', { text: '2021年13月1日前' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  // a month, a quarter, a span of a year: its last day, to be confirmed
  ['2023-12', by('2023-12-31'), 'unsure', 'WORDING_TARGET_DAY_UNKNOWN'],
  ['2023年1-12月', by('2023-12-31'), 'unsure', 'WORDING_TARGET_DAY_UNKNOWN'],
  ['2023年1月至11月', by('2023-11-30'), 'unsure', 'WORDING_TARGET_DAY_UNKNOWN'],
  ['2023年第三季度', by('2023-09-30'), 'unsure', 'WORDING_TARGET_DAY_UNKNOWN'],
  ['2023年三季度末', by('2023-09-30'), 'likely', 'WORDING_TARGET_NO_COMPARATOR'],
  ['12月底前', { text: '12月底前' }, 'unsure', 'WORDING_TARGET_YEAR_UNKNOWN'],
  ['年底前完成', { text: '年底前完成' }, 'unsure', 'WORDING_TARGET_YEAR_UNKNOWN'],
  ['1-12月', { text: '1-12月' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  ['2021—2025年', { text: '2021—2025年' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  // as cells of bureaus have them
  ['≥95％以上', ge('95%'), 'certain'],
  ['≧95﹪', ge('95%'), 'certain'],
  ['〈5%', { comparator: '<', value: '5%' }, 'certain'],
  ['100%（±5%）', { low: '95%', high: '105%' }, 'certain'],
  ['5-10%', { low: '5%', high: '10%' }, 'certain'],
  ['≥50%且≤80%', { low: '50%', high: '80%' }, 'certain'],
  ['≥3天，≤5天', { low: '3', high: '5', unit: '天' }, 'certain'],
  ['≤5%且≤80%', { text: '≤5%且≤80%' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  ['±5%', { low: '-5%', high: '5%' }, 'likely'],
  ['误差±5%以内', { low: '-5%', high: '5%' }, 'likely'],
  ['290%', ge('90%'), 'unsure', 'WORDING_TARGET_SCANNED'],
  ['2100%', ge('100%'), 'unsure', 'WORDING_TARGET_SCANNED'],
  ['≥290%', ge('290%'), 'certain'],
  ['200%', ge('200%'), 'unsure', 'WORDING_TARGET_NO_COMPARATOR'],
  ['≥8O%', { text: '≥8O%' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  ['0次', { comparator: '=', value: '0', unit: '次' }, 'unsure', 'WORDING_TARGET_NO_COMPARATOR'],
  ['0', { comparator: '=', value: '0' }, 'unsure', 'WORDING_TARGET_NO_COMPARATOR'],
  ['≥20m2', ge('20', 'm2'), 'likely'],
  ['≥20㎡', ge('20', '㎡'), 'likely'],
  ['1/2', { text: '1/2' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  ['1：2', { text: '1：2' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  ['百分之百', ge('100%'), 'unsure', 'WORDING_TARGET_NO_COMPARATOR'],
  ['提高到95%', ge('95%'), 'certain'],
  ['降至5%以下', le('5%'), 'certain'],
  // words around that say nothing about the value
  ['满意度≥90%', ge('90%'), 'likely'],
  ['培训人次≥50人次', ge('50', '人次'), 'likely'],
  ['覆盖率达90%以上', ge('90%'), 'likely'],
  ['完成率达到100%', ge('100%'), 'likely'],
  ['合格率100%', ge('100%'), 'unsure', 'WORDING_TARGET_NO_COMPARATOR'],
  ['目标值：≥95%', ge('95%'), 'likely'],
  ['数量：50个', ge('50', '个'), 'unsure', 'WORDING_TARGET_NO_COMPARATOR'],
  ['每年不少于2次', ge('2', '次'), 'likely'],
  ['≥95%（满意）', ge('95%'), 'likely'],
  ['100%\n（全覆盖）', ge('100%'), 'unsure', 'WORDING_TARGET_NO_COMPARATOR'],
  ['不少于50（个）', ge('50', '个'), 'likely'],
  ['计划50个', ge('50', '个'), 'unsure', 'WORDING_TARGET_NO_COMPARATOR'],
  // and words that do
  ['较上年增长5%', { text: '较上年增长5%' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  ['增长≥5%', { text: '增长≥5%' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  ['同比下降3%', { text: '同比下降3%' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  ['每年增长5%', { text: '每年增长5%' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  ['每月1次', { text: '每月1次' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  ['≥90%，力争95%', { text: '≥90%，力争95%' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  ['≥95%\n≥90%', { text: '≥95%\n≥90%' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  ['4.5分（满分5分）', { text: '4.5分（满分5分）' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  ['由80%提高到90%', { text: '由80%提高到90%' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  // data
  ['≥“年度任务数*1.1”', { comparator: '>=', formula: '年度任务数*1.1' }, 'certain'],
  ['≥公式“年度任务数*1.1”', { comparator: '>=', formula: '年度任务数*1.1' }, 'certain'],
  // sentences
  ['达成预期', { text: '达成预期' }, 'certain'],
  ['全省排名靠前', { text: '全省排名靠前' }, 'certain'],
  ['提高', { text: '提高' }, 'certain'],
  ['逐年提高', { text: '逐年提高' }, 'certain'],
  ['长期', { text: '长期' }, 'certain'],
  ['三公经费下降', { text: '三公经费下降' }, 'certain'],
  ['“≥50个”', { text: '≥50个' }, 'certain'],
  ['落实了“谁审批、谁违规、谁整改”的要求', { text: '落实了“谁审批、谁违规、谁整改”的要求' }, 'certain'],
  ['整合组建了4个机构', { text: '整合组建了4个机构' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  ['机制健全在达到95%以上', { text: '机制健全在达到95%以上' }, 'unsure', 'WORDING_TARGET_NUMBER_UNREAD'],
  [
    '49个县直部门及下属事业单位进行了调研',
    { text: '49个县直部门及下属事业单位进行了调研' },
    'unsure',
    'WORDING_TARGET_NUMBER_UNREAD',
  ],
  // nothing set
  ['', undefined, 'certain'],
  ['—', undefined, 'certain'],
  ['/', undefined, 'certain'],
  ['无', undefined, 'likely'],
]

describe('a target is read from what people write', () => {
  for (const [text, target, confidence, code] of rows) {
    test(text === '' ? 'nothing' : text, () => {
      const reading = readTarget(text)
      const { written: _, ...read } = reading.target ?? {}
      expect(reading.target === undefined ? undefined : read).toEqual(target)
      expect([reading.confidence, reading.issues.map((issue) => issue.code)]).toEqual([
        confidence,
        code === undefined ? [] : [code],
      ])
    })
  }
})

test('the words are kept where they are not the normal form', () => {
  expect(readTarget('不低于95%').target).toEqual({ comparator: '>=', value: '95%', written: '不低于95%' })
  expect(readTarget('≥95%').target).toEqual({ comparator: '>=', value: '95%' })
  expect(readTarget('by 2021-12-31').target).toEqual({ comparator: '<=', date: '2021-12-31' })
})

const normal: readonly [Target, zh: string, en: string][] = [
  [ge('50', '个'), '≥50个', '≥50 个'],
  [le('90', '万元'), '≤90万元', '≤90 万元'],
  [{ comparator: '=', value: '0%' }, '=0%', '=0%'],
  [{ low: '80%', high: '120%' }, '80%～120%', '80%–120%'],
  [{ low: '50', high: '60', unit: '人' }, '50～60人', '50–60 人'],
  [by('2021-12-31'), '2021年12月31日前', 'by 2021-12-31'],
  [{ comparator: '<', date: '2021-02-01' }, '早于2021年2月1日', 'before 2021-02-01'],
  [{ comparator: '=', date: '2021-12-31' }, '2021年12月31日当日', 'on 2021-12-31'],
  [{ comparator: '>=', date: '2021-12-31' }, '2021年12月31日起', 'from 2021-12-31'],
  [{ comparator: '>', date: '2021-12-31' }, '晚于2021年12月31日', 'after 2021-12-31'],
  [{ text: '达成预期' }, '达成预期', '达成预期'],
  [{ comparator: '>=', formula: '年度任务数*1.1' }, '≥“年度任务数*1.1”', '≥"年度任务数*1.1"'],
  // what would be misread stands in quotes
  [{ text: '≥50个' }, '“≥50个”', '"≥50个"'],
  [{ text: '无' }, '“无”', '"无"'],
  [ge('95', '%'), '≥95“%”', '≥95"%"'],
  [ge('95%', '个'), '≥95%“个”', '≥95%"个"'],
  [ge('3', '万份'), '≥3“万份”', '≥3"万份"'],
  [{ low: '0.8', high: '120%' }, '介于0.8与120%之间', 'between 0.8 and 120%'],
  [{ low: '5', high: '3' }, '介于5与3之间', 'between 5 and 3'],
]

describe('a target prints in its normal form', () => {
  for (const [target, zh, en] of normal) {
    test(zh, () => {
      expect([printTarget(target, 'zh'), printTarget(target, 'en')]).toEqual([zh, en])
    })
  }
})

test('direction follows from the comparator', () => {
  expect([ge('1'), le('1'), by('2021-12-31')].map(directionOf)).toEqual(['higher', 'lower', 'lower'])
  expect([{ comparator: '=', value: '1' } as const, { low: '1', high: '2' }].map(directionOf)).toEqual(['both', 'both'])
  expect([{ text: '达成预期' }, undefined].map(directionOf)).toEqual(['none', 'none'])
})

for (const language of ['zh', 'en'] as const) {
  test(`[W3] reading a printed target gives the same target, without words of its own (${language})`, () => {
    fc.assert(
      fc.property(anyTarget, (target) => {
        expect(readTarget(printTarget(target, language)).target).toEqual(target)
      }),
      { numRuns: 2000, seed: 3 },
    )
  })
}

test('[W4] any text reads to a target or to nothing, and what is not certain says why or is a unit nobody lists', () => {
  fc.assert(
    fc.property(fc.oneof(line, fc.string()), (text) => {
      const { target, confidence, issues } = readTarget(text)
      if (confidence === 'unsure') expect(issues.length).toBeGreaterThan(0)
      if (target === undefined && confidence === 'certain') expect(issues).toEqual([])
      if (target !== undefined) expect(printTarget(target, 'zh')).not.toBe('')
    }),
    { numRuns: 2000, seed: 4 },
  )
})

test('[W9] every word of a comparator reads as that comparator', () => {
  for (const table of tables) {
    for (const [comparator, words] of Object.entries(table.comparators)) {
      for (const word of words) {
        const { target } = readTarget(`${word} 50`)
        expect([word, target && 'comparator' in target ? target.comparator : undefined]).toEqual([word, comparator])
      }
    }
    for (const [comparator, words] of Object.entries(table.comparatorsAfter)) {
      for (const word of words) {
        const { target } = readTarget(`50个 ${word}`)
        expect([word, target && 'comparator' in target ? target.comparator : undefined]).toEqual([word, comparator])
      }
    }
    for (const [comparator, forms] of Object.entries(table.days)) {
      for (const form of forms) {
        const { target } = readTarget(form.replace('{}', '2021-12-31'))
        expect([form, target && 'date' in target ? target.comparator : undefined]).toEqual([form, comparator])
      }
    }
  }
})

test('no cell, however long, takes more than a moment', () => {
  for (const piece of [' ', '1', '，', '（', '≥', '1月', '（1', '≥ ', '至1'])
    for (const text of [piece, `${piece}x`, `≥${piece}`]) readTarget(text.repeat(30_000 / text.length))
  expect(readTarget(`${' '.repeat(30_000)}x${' '.repeat(30_000)}x`)).toBeDefined()
})
