import { expect, it } from 'vitest'
import { isAskedFor } from './asked-for.ts'

it.each([
  ['nothing else is said', {}, true],
  ['it is required', { required: true, filledBy: '局财务科' }, true],
  ['it may be left out', { required: false }, false],
  ['the evaluating agency fills it in', { required: true, filledBy: '评价机构' }, false],
  ['experts fill it in', { filledBy: '专家组' }, false],
])('a department is asked for an item, or not, where %s', (_, item, expected) => {
  expect(isAskedFor(item)).toBe(expected)
})
