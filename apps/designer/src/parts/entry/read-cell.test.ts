import type { Item } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { cellText, readCell } from './read-cell.ts'

const item = (type: Item['type'], more: Partial<Item> = {}): Item => ({ id: '数', type, ...more })
const money = item('money', { unit: '万元' })
const rate = item('rate')
const level = item('choice', { choices: ['省级', '市级', '县级'] })

describe('a cell is read', () => {
  it.each([
    ['a number', money, '145.6', '145.6'],
    ['thousands and its unit', money, '1,234.50 万元', '1234.5'],
    ['full width', money, '１４５．６', '145.6'],
    ['a rate with its sign', rate, '91%', '91%'],
    ['a full-width per cent', rate, '９１％', '91%'],
    ['per mille', rate, '5‰', '0.5%'],
    ['a count', item('count'), '56', '56'],
    ['yes', item('boolean'), '是', true],
    ['a tick', item('boolean'), '√', true],
    ['no', item('boolean'), '否', false],
    ['a Chinese date', item('date'), '2021年1月5日', '2021-01-05'],
    ['a date with strokes', item('date'), '2021/12/31', '2021-12-31'],
    ['a choice', level, '市级', '市级'],
    ['empty as missing', money, '  ', undefined],
    ['空缺 as missing', money, '空缺', undefined],
  ])('%s', (_, of, text, entry) => {
    expect(readCell(of, text)).toMatchObject({ entry })
  })

  it.each([
    ['91', undefined, ['91%', '9100%']],
    ['0.91', undefined, ['91%', '0.91%']],
    ['0.91', '%', ['91%', '0.91%']],
  ])('%s for a rate, without its sign, is a question', (text, head, readings) => {
    const read = readCell(rate, text, undefined, head)
    expect(read).toMatchObject({ question: 'rate', readings: readings.map((each) => ({ text: each })) })
  })

  it('the head of a column is a sign for all that is no likely ratio', () => {
    expect(readCell(rate, '91', undefined, '%')).toMatchObject({ entry: '91%' })
  })

  it('another unit of the kind is a question, one of another kind is refused', () => {
    expect(readCell(money, '1.2亿元')).toMatchObject({ question: 'unit', readings: [{ entry: '12000' }] })
    expect(readCell(money, '12 个')).toEqual({ refused: 'unit' })
  })

  it('part of a choice is a question', () => {
    expect(readCell(level, '级')).toMatchObject({ question: 'choice', readings: [{}, {}, {}] })
  })

  it.each([
    ['text in a number', money, '大约一百', 'SUBMISSION_TYPE'],
    ['a fraction of a count', item('count'), '1.5', 'SUBMISSION_TYPE'],
    ['a choice that is not there', level, '国家', 'SUBMISSION_CHOICE'],
    ['what is out of range', item('number', { range: { max: '5' } }), '6', 'SUBMISSION_RANGE'],
    ['a day that is not there', item('date'), '2021-02-30', 'SUBMISSION_TYPE'],
    ['不适用 where it is not permitted', money, '不适用：无此业务', 'SUBMISSION_NOT_APPLICABLE_REFUSED'],
  ])('%s is refused', (_, of, text, code) => {
    expect(readCell(of, text)).toMatchObject({ refused: 'issue', issue: { code } })
  })

  it('不适用 needs its reason', () => {
    const of = item('money', { mayBeNotApplicable: true })
    expect(readCell(of, '不适用')).toEqual({ refused: 'reason' })
    expect(readCell(of, '不适用：无此业务')).toMatchObject({
      entry: { layers: [{ state: 'not-applicable', why: '无此业务' }] },
    })
  })

  it('待核 keeps its value', () => {
    const entry = { layers: [{ layer: 'reported', value: '91%', state: 'to-be-verified' }] }
    expect(readCell(rate, '91%（待核）')).toMatchObject({ entry })
    expect(readCell(rate, '待核 91%')).toMatchObject({ entry })
  })
})

it('what a cell shows is read back', () => {
  const w = {
    notApplicable: '不适用',
    verifying: (shown: string) => `${shown}（待核）`,
    notApplicableAs: (why: string) => `不适用：${why}`,
    yes: '是',
    no: '否',
    records: (count: number) => `${count} 条`,
  }
  for (const [of, text] of [
    [rate, '91%'],
    [rate, '91%（待核）'],
    [money, '145.6'],
    [item('boolean'), '否'],
    [item('money', { mayBeNotApplicable: true }), '不适用：无此业务'],
  ] as const) {
    const read = readCell(of, text)
    expect('entry' in read && cellText(of, read.entry, w)).toBe(text)
  }
})
