import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type IssueCode, issue, wordIssue } from '../issue.ts'
import type { Json } from '../json.ts'
import type { CatalogueEntry } from './entry.ts'
import { catalogue } from './index.ts'
import { boundsEn, boundsZh, list, literal, literalZh, part, show, typesEn, typesZh } from './words.ts'

const codes = Object.keys(catalogue) as IssueCode[]
const page = readFileSync(new URL('../../ISSUES.md', import.meta.url), 'utf8')

/** Data of every kind an issue may carry, also of a kind its wording does not expect. */
const data: Json[] = [
  null,
  '',
  'x',
  5,
  true,
  [],
  ['x', 5],
  [{ pointer: '/a', where: ['甲'] }],
  {},
  { zh: '甲', en: 'x', min: '0', max: null, state: 'present', line: 1, column: 2, near: '', name: '甲', field: 'y' },
]

describe('the catalogue of issues', () => {
  it.each(codes)('%s has words in both languages, whatever data it is given', (code) => {
    const entry: CatalogueEntry = catalogue[code]
    for (const expected of data) {
      for (const found of data) {
        for (const words of [entry.zh(expected, found), entry.en(expected, found)]) {
          expect(words).not.toMatch(/undefined|\[object|NaN/)
          expect(words).not.toContain(code)
          expect(words.trim().length).toBeGreaterThan(10)
        }
      }
    }
    expect(entry.zh('x', 'y')).toMatch(/[\u4e00-\u9fff]/)
    expect(entry.en('x', 'y')).not.toMatch(/[，。；：]/)
    expect(['error', 'warning', 'hint']).toContain(entry.severity)
  })

  it.each(codes)('%s says what was expected and found, and how to mend it', (code) => {
    const entry: CatalogueEntry = catalogue[code]
    expect(entry.zh('x', 'y').split(/[；;]/).length, entry.zh('x', 'y')).toBeGreaterThan(1)
    expect(entry.en('x', 'y').split(/[;:]/).length, entry.en('x', 'y')).toBeGreaterThan(1)
  })

  it('and ISSUES.md speak of the same codes, each with a paragraph', () => {
    const sections = page.split(/^### /m).slice(1)
    const written = sections.map((section) => section.split('\n')[0]!.trim())
    expect(written.toSorted()).toEqual(codes.toSorted())
    const empty = sections.filter(
      (section) => section.split('\n').slice(1).join('').replace(/## .*/, '').trim().length < 40,
    )
    expect(empty.map((section) => section.split('\n')[0])).toEqual([])
  })

  it('puts the place before the words and the code behind', () => {
    const found = issue('SHAPE_REQUIRED', { pointer: '/indicators/0', where: ['产出', '质量'], expected: 'points' })
    expect(wordIssue(found, 'zh')).toBe('产出 / 质量（/indicators/0）：应有“points”，现无；请补上 [SHAPE_REQUIRED]')
    expect(wordIssue(found, 'en')).toBe(
      '产出 / 质量 (/indicators/0): "points" is required and not there; add it [SHAPE_REQUIRED]',
    )
    expect(wordIssue({ ...found, pointer: '' }, 'zh')).toBe('产出 / 质量：应有“points”，现无；请补上 [SHAPE_REQUIRED]')
    expect(wordIssue({ ...found, where: [], span: { from: 2, to: 5 } }, 'en')).toMatch(/^\/indicators\/0 2–5: /)
    expect(wordIssue({ ...found, where: [], pointer: '' }, 'en')).toMatch(/^"points" is/)
  })
})

describe('data inside a sentence', () => {
  it.each<[Json | undefined, string]>([
    [null, '—'],
    [undefined, '—'],
    ['', '""'],
    ['甲', '甲'],
    [5, '5'],
    [false, 'false'],
    [[], '[]'],
    [['甲', '乙'], '甲、乙'],
    [[['甲'], []], '甲、[]'],
    [{}, '{}'],
    [{ a: 1 }, '{"a":1}'],
  ])('%j shows as %s', (value, expected) => {
    expect(show(value)).toBe(expected)
  })

  it('lists, parts, literals and types', () => {
    expect(list(['a', 'b'])).toBe('a, b')
    expect(part({ a: 'x' }, 'a')).toBe('x')
    expect(part({ a: 'x' }, 'b')).toBe('—')
    expect(part('x', 'a')).toBe('—')
    expect(literal('5')).toBe('"5"')
    expect([literalZh('四百'), literalZh(5)]).toEqual(['“四百”', ' 5'])
    expect(typesZh(['string', 'null'])).toBe('文本或空 null')
    expect(typesEn('object')).toBe('an object {…}')
    expect(typesZh('number')).toBe('数字')
  })

  it.each<[Json, string, string]>([
    [{ min: '0', max: '1' }, '在 0 至 1 之间（含两端）', 'between 0 and 1 (ends included)'],
    [{ min: '40%', max: null }, '不低于 40%', 'at least 40%'],
    [{ min: null, max: '90%' }, '不高于 90%', 'at most 90%'],
  ])('the bounds %j are %s', (bounds, zh, en) => {
    expect([boundsZh(bounds), boundsEn(bounds)]).toEqual([zh, en])
  })
})
