import { describe, expect, test } from 'vitest'
import { readTarget } from '../target/read-target.ts'
import { readRule } from './read-rule.ts'

/** Which words gave which parameter: a pointer into the reading, and the words as they were written. */
const rows: readonly [text: string, target: string | undefined, words: { readonly [pointer: string]: string }][] = [
  [
    '达到95%得满分，每降低1%扣0.5分，扣完为止',
    undefined,
    { '/scoring/from': '95%', '/scoring/below/size': '1%', '/scoring/below/deduct': '0.5' },
  ],
  ['完成率＜100％的，每低5％扣2分', '≥100%', { '/scoring/below/size': '5％', '/scoring/below/deduct': '2' }],
  [
    '每超过1个百分点扣0.5分，最多扣2分',
    '≤100%',
    { '/scoring/above/deduct': '0.5', '/scoring/above/limit': '最多扣2分' },
  ],
  ['每超过1个百分点扣0.5分，不足1个百分点的不扣分', '≤100%', { '/scoring/count': '不足1个百分点的不扣分' }],
  ['每发现1次不稳定状况扣 2分，扣完为止', undefined, { '/scoring/above/deduct': '2' }],
  ['90%（含）以上得10分；80%（含）-90%得8分；80%以下不得分', undefined, {}],
  ['达到目标值得满分，未达到的按完成比例得分', '≥50人次', { '/scoring': '未达到的按完成比例得分' }],
  ['达到目标值得满分，未达到的按完成比例得分，低于60%的不得分', '≥50人次', { '/scoring/passLine': '60%' }],
  ['达标得满分，否则不得分', '≥95%', {}],
  ['酌情扣分', undefined, {}],
  ['合理得10分，基本合理得5分，不合理不得分', undefined, {}],
  ['①制度健全，得4分；②执行到位，得6分', undefined, {}],
  ['预算执行率＝（实际支出数/预算数）×100%。达到95%得满分，每低1%扣1分', undefined, { '/scoring/below/deduct': '1' }],
  ['得分＝实际完成值÷目标值×分值，最高得满分', '≥50人次', {}],
  [
    '100%±5%得10分，超出范围，每增加或减少1%扣0.2分，扣完为止',
    undefined,
    { '/scoring/below/size': '1%', '/scoring/above/deduct': '0.2' },
  ],
  [
    '没有此项业务的按满分计算。达到95%得满分，每降低1%扣0.5分',
    undefined,
    { '/leaf/notApplicable': '没有此项业务的按满分计算' },
  ],
  [
    '达到95%得满分，每降低1%扣0.5分，发生重大安全事故的，本项不得分',
    undefined,
    { '/rules/0': '发生重大安全事故的，本项不得分' },
  ],
  ['达到90%得满分，60%得6分，之间按线性插值计分，60%以下不得分', undefined, {}],
  ['在规定时限内完成得满分，每逾期1天扣1分', undefined, { '/scoring/above/deduct': '1' }],
  ['满意度达到80%得满分，60%-80%之间按比例得分，60%以下不得分', undefined, {}],
]

describe('the words of a text stand beside what they gave', () => {
  for (const [text, written, words] of rows) {
    test(text, () => {
      const target = written === undefined ? undefined : readTarget(written).target
      const reading = readRule(text, {
        name: '完成情况',
        points: '10',
        valueType: written?.endsWith('%') ? 'rate' : undefined,
        target,
      })
      expect(reading.spans.length + reading.questions.length).toBeGreaterThan(0)
      for (const { from, to, pointer } of [
        ...reading.spans,
        ...reading.questions.map((each) => ({ ...each, pointer: '' })),
      ]) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(text.length)
        expect([pointer, at(reading, pointer) === undefined]).toEqual([pointer, false])
      }
      for (const [pointer, said] of Object.entries(words)) {
        const found = reading.spans
          .filter((span) => span.pointer === pointer)
          .map(({ from, to }) => text.slice(from, to))
        expect([pointer, found]).toEqual([pointer, expect.arrayContaining([said])])
      }
    })
  }
})

test('a page that strayed into the cell is one question', () => {
  const page = '资金使用符合规定，'.repeat(1_000)
  const { status, questions } = readRule(page, { name: '资金使用', points: '10' })
  expect([status, questions.map(({ kind, from, to }) => [kind, from, to])]).toEqual([
    'none',
    [['unread', 0, page.length]],
  ])
})

/** What a pointer means in a reading. */
function at(reading: object, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as { [key: string]: unknown } | undefined)?.[key], reading)
}
