import { expect, it } from 'vitest'
import { choiceWordsOf, withChoiceWords } from './choice-words.ts'

it.each([
  ['words of a choice', { 优: '优秀、A', 良: '' }, { 优秀: '优', A: '优' }],
  ['a word said twice stays with the first', { 优: '好', 良: '好' }, { 好: '优' }],
  ['the own word needs none', { 优: '优' }, undefined],
])('%s', (_, said, expected) => {
  expect(withChoiceWords({ name: '等级', choices: { 旧: '优' } }, said).choices).toEqual(expected)
})

it('words read back as they were typed', () => {
  expect(choiceWordsOf({ 优秀: '优', A: '优', 良好: '良' }, '、')).toEqual({ 优: '优秀、A', 良: '良好' })
})
