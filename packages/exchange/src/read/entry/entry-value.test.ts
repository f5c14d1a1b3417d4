import type { Item } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import type { FilledCell } from '../sheet-cells.ts'
import { readValue } from './entry-value.ts'

const text = (content: string): FilledCell => ({ kind: 'text', text: content })
const number = (content: string, more: Partial<FilledCell> = {}): FilledCell => ({
  kind: 'number',
  text: content,
  ...more,
})
const day = (content: string): FilledCell => ({ kind: 'day', text: content })

const item = (type: Item['type'], more: Partial<Item> = {}): Item => ({ id: 'x', type, ...more })
const money = item('money', { unit: '万元' })
const rate = item('rate', { range: { min: '0%', max: '100%' } })
const free = item('rate')
const count = item('count', { unit: '人' })
const date = item('date')
const truth = item('boolean')
const choice = item('choice', { choices: ['全部完成', '部分完成', '未完成'] })

/** What the cell is read as; in doubt, the kind and what may be meant. */
type Expected = string | boolean | readonly [kind: string, ...values: (string | boolean)[]]
const rows: readonly (readonly [Item, FilledCell, Expected])[] = [
  // Amounts
  [money, number('1200.5'), '1200.5'],
  [money, number('0'), '0'],
  [money, text('1200.50'), '1200.5'],
  [money, text('1,200.50'), '1200.5'],
  [money, text(' １２００．５０ '), '1200.5'],
  [money, text('－３'), '-3'],
  [money, text('1200万元'), '1200'],
  [money, text('1,23'), ['not-a-number']],
  [money, text('1.200,5'), ['not-a-number']],
  [money, text('(1,200)'), ['not-a-number']],
  [money, text('约1200'), ['not-a-number']],
  [money, text('1200-1300'), ['not-a-number']],
  [money, text('1e3'), ['not-a-number']],
  [money, text('一千二百'), ['not-a-number']],
  [money, text('12000000元'), ['unit-typed', '1200', '12000000']],
  [money, text('¥12,000,000'), ['unit-typed', '1200', '12000000']],
  [money, text('0.12亿元'), ['unit-typed', '1200', '0.12']],
  [money, text('0.12亿'), ['unit-typed', '1200', '0.12']],
  [money, text('1200万'), ['unit-typed', '1200', '1200']],
  [money, text('1200美元'), ['unit-typed', '1200']],
  [money, number('12000000', { suffix: '元' }), ['unit-typed', '1200', '12000000']],
  [money, number('1200', { suffix: '万元' }), '1200'],
  [money, number('12000000', { isScaled: true }), ['scaled-format', '12000000']],
  [money, number('0.95', { isPercent: true }), ['percent-for-number']],
  [money, text('95%'), ['percent-for-number']],
  [money, day('2024-03-05'), ['date-for-number']],
  [money, number('33.333333'), ['digits', '33.333333', '33.33']],
  [money, text('—'), ['state-in-value']],
  [money, text('不适用'), ['state-in-value']],
  [money, { kind: 'error', text: '#N/A' }, ['error-cell']],
  [money, { kind: 'truth', text: 'true' }, ['not-a-number']],
  [count, text('1.2万'), ['unit-typed', '12000', '1.2']],
  [count, text('120人'), '120'],
  [count, text('120名'), ['unit-typed', '120', '120']],
  // Rates
  [rate, number('0.95', { isPercent: true }), '95%'],
  [rate, text('95％'), '95%'],
  [rate, text('950‰'), '95%'],
  [rate, number('0'), '0%'],
  [rate, number('0.95'), ['rate-bare', '95%', '0.95%']],
  [rate, number('95'), ['rate-bare', '95%', '9500%']],
  [rate, number('1'), ['rate-bare', '100%', '1%']],
  [rate, text('95'), ['rate-bare', '95%', '9500%']],
  [rate, number('95', { isPercent: true }), ['rate-large', '95%', '9500%']],
  [free, number('1.4', { isPercent: true }), '140%'],
  [free, number('2', { isPercent: true }), ['rate-large', '2%', '200%']],
  [rate, text('3个百分点'), ['unit-typed', '3%']],
  // Days
  [date, day('2024-06-20'), '2024-06-20'],
  [date, text('2024/6/20'), '2024-06-20'],
  [date, text('2024年6月20日'), '2024-06-20'],
  [date, text('２０２４．６．２０'), '2024-06-20'],
  [date, text('2024-06-20 00:00:00'), '2024-06-20'],
  [date, text('20240620'), '2024-06-20'],
  [date, number('20240620'), ['date-form', '2024-06-20']],
  [date, number('45463'), ['date-form', '2024-06-20']],
  [date, text('6月20日'), ['date-form', '2024-06-20']],
  [date, text('6/7/2024'), ['date-form', '2024-06-07', '2024-07-06']],
  [date, text('2024年6月'), ['date-form']],
  [date, text('2024-02-30'), ['date-form']],
  [date, text('年底'), ['date-form']],
  [date, day('1900-04-04'), ['date-odd', '1900-04-04']],
  // Yes and no, choices, texts
  [truth, text('是'), true],
  [truth, text('×'), false],
  [truth, { kind: 'truth', text: 'true' }, true],
  [truth, number('1'), ['truth-form', true]],
  [truth, text('无'), ['truth-form', false]],
  [truth, text('部分'), ['truth-form']],
  [choice, text('全部完成 '), '全部完成'],
  [choice, text('部分'), ['choice-form', '部分完成']],
  [choice, text('完成'), ['choice-form', '全部完成', '部分完成', '未完成']],
  [item('text'), number('0.95', { isPercent: true }), '95%'],
  [item('text'), text('=1+1'), '=1+1'],
  [item('text'), text('x'.repeat(20_001)), ['text-form']],
]

describe('a cell is read where it can be meant in one way only', () => {
  test.each(rows)('%o: %o → %o', (of, cell, expected) => {
    const read = readValue(of, cell, { year: '2024' })
    expect('value' in read ? read.value : [read.doubt, ...read.values]).toEqual(expected)
  })

  test('a changed unit beside it is asked about', () => {
    const beside = (unit: string) => readValue(money, number('12000000'), { unit, year: undefined })
    expect(beside('万元')).toEqual({ value: '12000000' })
    expect(beside('元')).toMatchObject({ doubt: 'unit-changed', values: ['1200', '12000000'] })
    expect(beside('')).toMatchObject({ doubt: 'unit-changed', values: ['12000000'] })
  })
})
