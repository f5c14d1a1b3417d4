import { expect, it } from 'vitest'
import { pointer, pointerTokens } from './json.ts'

it.each([
  [[], ''],
  [['items', 0], '/items/0'],
  [['a/b', 'm~n'], '/a~1b/m~0n'],
  [['~1'], '/~01'],
  [[''], '/'],
])('the pointer of %j is %j, and back', (tokens, text) => {
  expect(pointer(...tokens)).toBe(text)
  expect(pointerTokens(text)).toEqual(tokens.map(String))
})
