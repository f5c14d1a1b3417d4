import { expect, test } from 'vitest'
import { wordRuleQuestion } from './question-words.ts'
import type { RuleQuestion } from './rule-reading.ts'

const text = '每降低1%扣1分，扣完为止'
const span = { from: 0, to: 8 }

const rows: readonly (readonly [RuleQuestion, zh: string, labels: string])[] = [
  [
    { id: 'step-count', kind: 'step-count', answers: ['prorata', 'whole', 'started'], ...span },
    '“每降低1%扣1分”：不足一步的怎么扣？',
    '按比例折算 满一步才扣 不足一步按一步扣',
  ],
  // A number alone is quoted with its clause.
  [
    { id: 'step-count', kind: 'step-count', answers: ['whole'], from: 3, to: 5 },
    '“每降低1%扣1分”：不足一步的怎么扣？',
    '满一步才扣',
  ],
  [
    { id: 'edge', kind: 'edge', edge: '90%', answers: ['upper', 'lower'], ...span },
    '“每降低1%扣1分”：恰好 90% 时算哪一档？',
    '较好的一档 较差的一档',
  ],
  [
    { id: 'gap', kind: 'gap', low: '80%', high: '90%', answers: ['upper', 'lower'], ...span },
    '“每降低1%扣1分”：80% 到 90% 之间没有写，算哪一档？',
    '较好的一档 较差的一档',
  ],
  [
    { id: 'gap', kind: 'gap', high: '60%', answers: ['lower', 'none'], ...span },
    '“每降低1%扣1分”：60% 以下没有写，算哪一档？',
    '较差的一档 不得分',
  ],
  [
    { id: 'target', kind: 'target', answers: [], ...span },
    '“每降低1%扣1分”：要和目标值比，这一行没有目标值，是多少？',
    '',
  ],
  [
    {
      id: 'points-differ',
      kind: 'points-differ',
      points: '4',
      said: '5',
      answers: ['row', 'scale', 'said'],
      ...span,
    },
    '分值是 4 分，评分标准的满分是 5 分，怎么算？',
    '满分 4 分，扣分照写 各分按比例折算到 4 分 照写，最高 5 分',
  ],
  [
    { id: 'unread', kind: 'unread', answers: ['note', 'judgement'], from: 9, to: 13 },
    '没有读懂“扣完为止”',
    '只作说明，不影响计分 整条由人工评分',
  ],
  [
    { id: 'ambiguous', kind: 'ambiguous', readings: ['甲', '乙'], answers: ['1', '2'], ...span },
    '“每降低1%扣1分”有几种读法，是哪一种？',
    '甲 乙',
  ],
]

test.each(rows)('%o is asked in words, with an answer behind each button', (question, ask, labels) => {
  const worded = wordRuleQuestion(question, text, 'zh')
  expect(worded.ask).toBe(ask)
  expect(worded.answers.map(({ label }) => label).join(' ')).toBe(labels)
  const english = wordRuleQuestion(question, text, 'en')
  expect(english.answers.map(({ value }) => value)).toEqual(worded.answers.map(({ value }) => value))
  expect(english.ask).not.toMatch(/undefined/)
})
