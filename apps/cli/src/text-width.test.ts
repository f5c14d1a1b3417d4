import { describe, expect, test } from 'vitest'
import { padEnd, padStart, plainText, textWidth, wrapText } from './text-width.ts'

test.each([
  ['', 0],
  ['abc', 3],
  ['指标', 4],
  ['指标 2 分', 9],
  ['“三公”经费', 10],
  ['≥50个', 5],
  ['，。（）', 8],
  ['ＡＢ％', 6],
  ['한글', 4],
  ['かな', 4],
  ['𠮷', 2],
  ['e\u0301', 1],
  ['😀', 2],
])('%j takes %i columns', (text, width) => {
  expect(textWidth(text)).toBe(width)
})

test('padding fills up to columns, not characters', () => {
  expect(padEnd('指标', 6)).toBe('指标  ')
  expect(padStart('指标', 6)).toBe('  指标')
  expect(padEnd('指标体系', 6)).toBe('指标体系')
})

describe('wrapping', () => {
  test.each([
    // nothing to wrap
    ['', 10, ['']],
    ['得分', 10, ['得分']],
    // Chinese breaks between any two characters
    ['一二三四五六', 4, ['一二', '三四', '五六']],
    // no line begins with closing or ends with opening punctuation
    ['一二三，四', 6, ['一二', '三，四']],
    ['一二（三）四', 6, ['一二', '（三）', '四']],
    // a number keeps its unit
    ['得满分 12 分。', 8, ['得满分', '12 分。']],
    // Latin words stay whole, and are cut only where they are longer than the line
    ['scores the full 2.', 10, ['scores the', 'full 2.']],
    ['rules/seeds/scheme.json', 10, ['rules/seed', 's/scheme.j', 'son']],
    ['见abcdef', 4, ['见', 'abcd', 'ef']],
  ])('%j in %i columns', (text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines)
  })

  test('loses nothing but the spaces it breaks at', () => {
    const text = '参保人员满意度 91%，低于 95% 4 个百分点（含），每 1 个百分点扣 1 分，得 6 分。'
    for (let width = 4; width < 60; width++) {
      const lines = wrapText(text, width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      expect(lines.filter((line) => textWidth(line) > Math.max(width, 12))).toEqual([])
    }
  })
})

test('text of a document cannot steer the terminal', () => {
  expect(plainText('红\u001B[31m字\u0007')).toBe('红�[31m字�')
  expect(plainText('两\n行\t一 格')).toBe('两 行 一 格')
  expect(plainText('\u202E反')).toBe('�反')
})
