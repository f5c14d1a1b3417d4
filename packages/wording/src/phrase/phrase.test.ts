import { describe, expect, test } from 'vitest'
import { Input } from './input.ts'
import { plainNumber, pointsNumber } from './number.ts'
import {
  around,
  aside,
  at,
  cases,
  either,
  field,
  list,
  maybe,
  meaning,
  type Phrase,
  say,
  when,
  word,
} from './phrase.ts'
import { bareOrQuoted, quote, quoted, unquote } from './quote.ts'
import { readWhole } from './whole.ts'

function read<T>(phrase: Phrase<T>, text: string): T | undefined {
  const result = readWhole(phrase, text, 'WORDING_STANDARD_UNREAD')
  return result.ok ? result.value : undefined
}

describe('one description prints and reads', () => {
  const deduction = say`每降低${at('size', plainNumber)}个百分点扣${at('deduct', pointsNumber)}分${maybe(say`，最多扣${at('limit', pointsNumber)}分`)}`
  const mode = either(when({ hit: 'first' }, word('取第一项')), when({ hit: 'sum' }, word('累加', '相加')))
  const doubled = say`低于${at('edge', plainNumber)}的按${at('edge', plainNumber)}计`
  const shapes = cases('shape', {
    line: () => say`折线${at('points', pointsNumber)}点`,
    flat: () => say`一律${at('score', pointsNumber)}分`,
  })

  const rows: readonly [string, Phrase<never>, unknown, string][] = [
    ['slots', deduction as Phrase<never>, { size: '1', deduct: '0.5' }, '每降低1个百分点扣0.5分'],
    [
      'an optional part',
      deduction as Phrase<never>,
      { size: '1', deduct: '0.5', limit: '2' },
      '每降低1个百分点扣0.5分，最多扣2分',
    ],
    ['alternatives', mode as Phrase<never>, { hit: 'sum' }, '累加'],
    ['a slot said twice', doubled as Phrase<never>, { edge: '90' }, '低于90的按90计'],
    ['cases', shapes as Phrase<never>, { shape: 'flat', score: '3' }, '一律3分'],
    ['a list', list(pointsNumber, '、') as Phrase<never>, ['1', '2', '3'], '1、2、3'],
    ['a sentence around a value', around(say`得${field(pointsNumber)}分`) as Phrase<never>, '5', '得5分'],
    ['an aside', say`目标值${aside(word('（≥95%）'))}` as Phrase<never>, {}, '目标值（≥95%）'],
  ]
  for (const [title, phrase, value, text] of rows) {
    test(title, () => {
      expect(phrase.print(value as never)).toBe(text)
      expect(read(phrase, text)).toEqual(value)
    })
  }

  test('an aside may be left out, and a synonym is read', () => {
    expect(read(say`目标值${aside(word('（≥95%）'))}`, '目标值')).toEqual({})
    expect(read(mode, '相加')).toEqual({ hit: 'sum' })
  })
  test('a slot said twice differently is not read', () => expect(read(doubled, '低于90的按80计')).toBeUndefined())
  test('what a phrase cannot say whole is not printed', () => {
    expect(mode.print({ hit: 'other' } as never)).toBeUndefined()
    expect(either(at('a', pointsNumber), at('b', pointsNumber)).print({ a: '1', b: '2' } as never)).toBeUndefined()
  })
})

test('[WORDING_AMBIGUOUS] a text of two meanings is refused, unless one of them prints it', () => {
  const either2 = either(meaning('a', word('甲', '丙')), meaning('b', word('乙', '丙', '甲')))
  expect(read(either2, '甲')).toBe('a')
  const result = readWhole(either2, '丙', 'WORDING_STANDARD_UNREAD', 'WORDING_AMBIGUOUS')
  expect(result.ok ? [] : result.issues.map((issue) => [issue.code, issue.expected])).toEqual([
    ['WORDING_AMBIGUOUS', ['甲', '乙']],
  ])
})

test('an unread text says where it stopped and what could have gone on', () => {
  const result = readWhole(
    say`扣${at('deduct', pointsNumber)}${word('分', '点')}`,
    '扣 3 次',
    'WORDING_STANDARD_UNREAD',
  )
  expect(result.ok ? [] : result.issues).toMatchObject([{ span: { from: 4, to: 5 }, expected: ['分'], found: '次' }])
})

describe('words are compared folded', () => {
  for (const [word, text] of [
    ['（含）', '(含)'],
    ['（含）', '( 含 )'],
    ['≥', '≧'],
    ['=', '═'],
    ['～', '~'],
    ['Full points', 'FULL　POINTS'],
    ['100%', '１００％'],
  ] as const) {
    test(`${text} is ${word}`, () => expect(new Input(text).after(word, 0)).toBe(text.length))
  }
})

describe('free text in a sentence', () => {
  for (const [text, shown] of [
    ['有制度，且执行到位', '有制度，且执行到位'],
    ['得1分，得2分', '“得1分，得2分”'],
    ['落实“谁审批”', '落实“谁审批”'],
    ['“三公经费”控制率', '“三公经费”控制率'],
    ['“谁审批”', '““谁审批””'],
    ['“谁；审批', '“\\“谁；审批”'],
    ['反斜线；\\', '“反斜线；\\\\”'],
    [' 空格 ', '“ 空格 ”'],
  ] as const) {
    test(`${text} stands as ${shown}`, () => {
      const element = say`${at('text', bareOrQuoted('zh', '要素', ['，得'], /；/))}，得${at('score', pointsNumber)}分`
      expect(element.print({ text, score: '1' })).toBe(`${shown}，得1分`)
      expect(read(element, `${shown}，得1分`)).toEqual({ text, score: '1' })
    })
  }
  test('a quotation ends where it is closed', () => {
    expect(unquote(`${quote('a“b”c', 'zh')}”`, 0)).toEqual({ text: 'a“b”c', end: 7 })
    expect(read(quoted.zh, '"甲"')).toBe('甲')
    expect(unquote('“开', 0)).toBeUndefined()
  })
  test('in English it is in straight quotes, and both kinds are read', () => {
    for (const [text, shown] of [
      ['甲类', '"甲类"'],
      ['5" screen', '"5\\" screen"'],
      ['“谁审批”', '"“谁审批”"'],
      ['a\\', '"a\\\\"'],
    ] as const) {
      expect(quoted.en.print(text)).toBe(shown)
      for (const each of [shown, quote(text, 'zh')]) expect(read(quoted.en, each)).toBe(text)
    }
  })
})
