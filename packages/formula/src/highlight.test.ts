import { expect, test } from 'vitest'
import { bureau } from './bureau.testing.ts'
import { highlight } from './highlight.ts'

/** Each piece as kind:text. */
const pieces = (text: string) => highlight(text, bureau).map(({ kind, from, to }) => `${kind}:${text.slice(from, to)}`)

test.each([
  ['实际支出 ÷ 预算数', ['item:实际支出', 'operator:÷', 'item:预算数']],
  ['[预算执行率（%）]＞９５％', ['item:[预算执行率（%）]', 'operator:＞', 'number:９５％']],
  [
    '如果（是，1，实际',
    ['function:如果', 'bracket:（', 'word:是', 'bracket:，', 'number:1', 'bracket:，', 'unknown:实际'],
  ],
  ['等级 = "优"', ['item:等级', 'operator:=', 'text:"优"']],
  ['平方(1', ['unknown:平方', 'bracket:(', 'number:1']],
  ['', []],
])('%s is coloured word by word', (text, expected) => {
  expect(pieces(text)).toEqual(expected)
})
