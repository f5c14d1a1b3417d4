import { describe, expect, it } from 'vitest'
import { gradeBands, markAt, toNextGrade } from './grade-bands.ts'

const grades = [{ name: '优', from: '90' }, { name: '良', from: '80' }, { name: '中', from: '60' }, { name: '差' }]

describe('the bands of the total', () => {
  it('lie side by side from 0 to the full score', () => {
    const bands = gradeBands(grades, '100', '良')
    expect(bands.map(({ name, left, width }) => [name, left, width])).toEqual([
      ['差', 0, 60],
      ['中', 60, 20],
      ['良', 80, 10],
      ['优', 90, 10],
    ])
    expect(bands.find((each) => each.isReached)?.name).toBe('良')
  })

  it.each([
    ['86.5', '100', 86.5],
    ['150', '120', 100],
    ['0', '100', 0],
  ])('show %s of %s at %s per cent', (total, full, at) => {
    expect(markAt(total, full)).toBe(at)
  })
})

describe('the next grade', () => {
  it.each([
    ['86.5', '良', { grade: '优', short: '3.5', isHeld: false }],
    ['89.99', '良', { grade: '优', short: '0.01', isHeld: false }],
    // A cap keeps the grade down.
    ['95', '良', { grade: '优', short: '0', isHeld: true }],
    ['95', '优', undefined],
    [null, null, undefined],
  ])('from %s %s is %o', (total, grade, next) => {
    expect(toNextGrade(grades, total, grade)).toEqual(next)
  })
})
