import type { Grade } from '@yardstick/model'
import { expect, it } from 'vitest'
import { nationalGrades, renamed, splitGrade, withBound, withoutGrade } from './grade-table.ts'

const four = nationalGrades('100', ['优', '良', '中', '差'])
const shown = (grades: readonly Grade[] | undefined) =>
  grades?.map(({ name, from }) => `${name}${from ?? ''}`).join(' ')

const rows: [string, readonly Grade[] | undefined, string | undefined][] = [
  ['national bands of 100', four, '优90 良80 中60 差'],
  ['national bands in proportion', nationalGrades('150', ['优', '良', '中', '差']), '优135 良120 中90 差'],
  ['a bound between its neighbours', withBound(four, 1, '75'), '优90 良75 中60 差'],
  ['a bound that reaches the better grade is refused', withBound(four, 1, '90'), undefined],
  ['a bound that reaches the worse grade is refused', withBound(four, 1, '60'), undefined],
  ['a grade cut in two', splitGrade(four, 1, '较好', '100'), '优90 良85 较好80 中60 差'],
  ['the best cut in two', splitGrade(four, 0, '次优', '100'), '优95 次优90 良80 中60 差'],
  ['the lowest cut in two has no bound below', splitGrade(four, 3, '极差', '100'), '优90 良80 中60 差30 极差'],
  ['a grade taken out goes to the one below', withoutGrade(four, 1), '优90 中60 差'],
  ['the lowest taken out goes to the one above', withoutGrade(four, 3), '优90 良80 中'],
  ['the only grade stays', withoutGrade([{ name: '合格' }], 0), undefined],
  ['a name', renamed(four, 2, '一般'), '优90 良80 一般60 差'],
]

it.each(rows)('%s', (_, grades, expected) => {
  expect(shown(grades)).toBe(expected)
})
