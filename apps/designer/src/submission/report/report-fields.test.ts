import type { ReportTexts } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { type Fields, fieldsOf, mergeFields, stillOpen, textsOf, written } from './report-fields.ts'

const whole: ReportTexts = {
  yardstick: 'report-texts/1',
  title: '甲局\n评价报告',
  evaluator: '乙所',
  date: '2026年3月',
  sections: { advice: '一\n二', problems: '三' },
  form: { expected: '建成', deviations: { 'output.sites': '场地未落实' } },
}

describe('texts of a report, field by field', () => {
  it('come back as they were', () => {
    expect(textsOf(fieldsOf(whole))).toEqual(whole)
  })

  it('are left out where they are empty', () => {
    expect(textsOf({ advice: ' ', evaluator: '', 'deviation.a': '' })).toEqual({ yardstick: 'report-texts/1' })
    expect(fieldsOf({ yardstick: 'report-texts/1', sections: { advice: '' } })).toEqual({})
  })
})

const merges: readonly (readonly [what: string, base: Fields, mine: Fields, theirs: Fields, result: object])[] = [
  ['of another field stay', { advice: 'a' }, { advice: 'b' }, { advice: 'a', other: 'c' }, { mine: { advice: 'b' } }],
  ['that say the same need nothing', { advice: 'a' }, { advice: 'b' }, { advice: 'b' }, { mine: {} }],
  [
    'of the same field clash',
    { advice: 'a' },
    { advice: 'b', other: 'd' },
    { advice: 'c' },
    { mine: { other: 'd' }, clashes: [{ field: 'advice', mine: 'b', theirs: 'c' }] },
  ],
  [
    'taken away meanwhile clash too',
    { advice: 'a' },
    { advice: 'b' },
    {},
    { clashes: [{ field: 'advice', mine: 'b', theirs: '' }] },
  ],
]

it.each(merges)('texts %s', (_, base, mine, theirs, result) => {
  expect(mergeFields(base, mine, theirs)).toEqual({ mine: {}, clashes: [], ...result })
})

const writings: readonly (readonly [what: string, text: string, base: Fields, sent: Fields, waiting: Fields])[] = [
  ['waits', 'b', { advice: 'a' }, {}, { advice: 'b' }],
  ['that is there already waits no more', 'a', { advice: 'a' }, {}, {}],
  ['taken back while another is on its way waits', 'a', { advice: 'a' }, { advice: 'b' }, { advice: 'a' }],
  ['emptied while it is on its way waits', '', {}, { advice: 'b' }, { advice: '' }],
]

it.each(writings)('a text %s', (_, text, base, sent, waiting) => {
  expect(written({ advice: 'b', other: 'c' }, 'advice', text, { base, sent })).toEqual({ ...waiting, other: 'c' })
})

it('a clash stays open beside what is there by now, until that says the same', () => {
  const clash = { field: 'advice', mine: 'b', theirs: 'c' } as const
  expect(stillOpen([clash], { advice: 'd' })).toEqual([{ ...clash, theirs: 'd' }])
  expect(stillOpen([clash], {})).toEqual([{ ...clash, theirs: '' }])
  expect(stillOpen([clash], { advice: 'b' })).toEqual([])
})
