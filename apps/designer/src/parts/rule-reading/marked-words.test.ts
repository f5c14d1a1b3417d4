import type { RuleReading, RuleSpan } from '@yardstick/wording'
import { expect, test } from 'vitest'
import { markedWords, wordsOf } from './marked-words.ts'

const text = '达标得满分，每低1%扣0.5分，特此说明'
const at = (words: string): { from: number; to: number } => {
  const from = text.indexOf(words)
  return { from, to: from + words.length }
}
const spans: RuleSpan[] = [
  { pointer: '/scoring/below', ...at('每低1%扣0.5分') },
  { pointer: '/scoring/below/size', ...at('1%') },
  { pointer: '/scoring/below/deduct', ...at('0.5') },
  { pointer: '', ...at('达标得满分') },
]
const questions: RuleReading['questions'] = [
  { id: 'unread', kind: 'unread', answers: ['note', 'judgement'], ...at('特此说明') },
]
const words = markedWords(text, { spans, questions })
const lit = (pointer: string) => [...wordsOf(pointer, words)].map((index) => words[index]!.text).join('|')

test('stretches put together are the text, each with the narrowest place it gave', () => {
  expect(words.map((each) => each.text).join('')).toBe(text)
  expect(words.map((each) => [each.text, each.pointers.join()])).toEqual([
    ['达标得满分', ''],
    ['，', ''],
    ['每低', '/scoring/below'],
    ['1%', '/scoring/below/size'],
    ['扣', '/scoring/below'],
    ['0.5', '/scoring/below/deduct'],
    ['分', '/scoring/below'],
    ['，', ''],
    ['特此说明', ''],
  ])
  expect(words[0]?.isIdle).toBe(true)
  expect(words.at(-1)?.question?.id).toBe('unread')
})

test.each([
  // Its own words.
  ['/scoring/below/deduct', '0.5'],
  // Of a part, everything in it.
  ['/scoring/below', '每低|1%|扣|0.5|分'],
  // Without words of its own, those of what it is part of.
  ['/scoring/below/per', '每低|1%|扣|0.5|分'],
  ['/scoring/belowness', ''],
  ['/measures/0', ''],
])('the words of %s are %s', (pointer, expected) => {
  expect(lit(pointer)).toBe(expected)
})

test('spans beyond the text are cut to it', () => {
  const beyond = markedWords('甲', { spans: [{ pointer: '/scoring', from: 0, to: 9 }], questions: [] })
  expect(beyond.map((each) => each.text)).toEqual(['甲'])
})
