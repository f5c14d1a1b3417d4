import { expect, it } from 'vitest'
import { freeName, laidOver, newCase, withEntry } from './sample-edits.ts'

it('a sample without an entry is 空缺 there', () => {
  const sample = newCase('甲', {}).submission
  const filled = withEntry(sample, { kind: 'item', id: '支出' }, '1')
  expect(filled.items).toEqual({ 支出: '1' })
  expect(withEntry(filled, { kind: 'item', id: '支出' }, undefined).items).toEqual({})
})

it('a copy has a name of its own', () => {
  const cases = ['甲', '甲 2'].map((name) => newCase(name, {}))
  expect(freeName('甲', cases)).toBe('甲 3')
  expect(freeName('乙', cases)).toBe('乙')
})

it('a boundary case keeps the rest of the sample, and not the item it leaves out', () => {
  const base = newCase('甲', {}, { items: { 支出: '1', 预算: '2', 人数: '3' } }).submission
  const over = newCase('边界', {}, { items: { 预算: '5' } }).submission
  expect(laidOver(base, over, '支出').items).toEqual({ 预算: '5', 人数: '3' })
})
