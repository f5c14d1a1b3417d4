import { describe, expect, it } from 'vitest'
import { wordIssue } from './issue.ts'
import { readJson } from './read-json.ts'

const outcome = (text: string) => {
  const read = readJson(text)
  return read.ok ? read.value : read.issues.map(({ code, pointer, found }) => [code, pointer, found])
}

describe('reading JSON text', () => {
  it('gives what JSON.parse gives, a byte order mark aside', () => {
    const text = '{"a": [1, -2.5e3, "\\u4e2d\\"\\\\", true, null, {}], "b": {"c": []}}'
    expect(outcome(text)).toEqual(JSON.parse(text))
    expect(outcome(`\uFEFF${text}`)).toEqual(JSON.parse(text))
  })

  it.each([
    // text, line, column, what stands there
    ['{"a": 1,}', 1, 9, '}'],
    ['{"a": 1', 1, 8, ''],
    ['', 1, 1, ''],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, '"b": 2'],
    ['[1, 2', 1, 6, ''],
    ['[1 2]', 1, 4, '2]'],
    ['{a: 1}', 1, 2, 'a: 1}'],
    ['{"a" 1}', 1, 6, '1}'],
    ['{"a": 01}', 1, 8, '1}'],
    ['{"a": .5}', 1, 7, '.5}'],
    ['{"a": NaN}', 1, 7, 'NaN}'],
    ['["open]', 1, 2, '"open]'],
    ['["line\nbreak"]', 1, 2, '"line'],
    ['["\\x"]', 1, 2, '"\\x"]'],
    ['{} {}', 1, 4, '{}'],
    ['[}', 1, 2, '}'],
    ["{'a': 1}", 1, 2, "'a': 1}"],
    ['// note\n{}', 1, 1, '// note'],
  ])('%j breaks off at line %i, column %i', (text, line, column, near) => {
    expect(outcome(text)).toEqual([['JSON_SYNTAX', '', { line, column, near }]])
  })

  it('words the place of a syntax error in both languages', () => {
    const read = readJson('{"a": 1,}')
    const [found] = read.ok ? [] : read.issues
    expect(found && wordIssue(found, 'zh')).toBe(
      '应为 JSON 文本，第 1 行第 9 列“}”处读不下去；请在该处修正括号、引号或逗号 [JSON_SYNTAX]',
    )
    expect(found && wordIssue(found, 'en')).toBe(
      'expected JSON text, which breaks off at line 1, column 9: }; mend the bracket, quote or comma there [JSON_SYNTAX]',
    )
  })
})

describe('what JSON.parse would quietly change', () => {
  it.each([
    ['{"a": {"b": [0.1, 0.30000000000000004]}}', 'JSON_NUMBER_DIGITS', '/a/b/1', '0.30000000000000004'],
    ['12345678901234567890', 'JSON_NUMBER_DIGITS', '', '12345678901234567890'],
    ['{"a": 1e9999999}', 'JSON_NUMBER_DIGITS', '/a', '1e9999999'],
    ['{"a": 1e-9999999}', 'JSON_NUMBER_DIGITS', '/a', '1e-9999999'],
    ['[{"k": 1, "x": {"k": 2}, "k": 3}]', 'JSON_DUPLICATE_KEY', '/0/k', 'k'],
    ['{"k": 1, "\\u006b": 3}', 'JSON_DUPLICATE_KEY', '/k', 'k'],
    ['{"__proto__": 1, "__proto__": 2}', 'JSON_DUPLICATE_KEY', '/__proto__', '__proto__'],
  ])('%s', (text, code, pointer, found) => {
    expect(outcome(text)).toEqual([[code, pointer, found]])
  })

  it.each([
    '100000000000000000000',
    '1.500000000000000000',
    '0.000000000000000000001',
    '0e999999',
    '-0',
    '123456789012345e280',
  ])('but %s it does not', (text) => {
    expect(readJson(text).ok).toBe(true)
  })

  it('the same key in different objects is no fault', () => {
    expect(readJson('[{"k": 1}, {"k": 2}, {"k": {"k": 3}}]').ok).toBe(true)
  })
})

describe('[M12] no text ends the process', () => {
  const long = 'x'.repeat(3_000_000)
  it.each<[string, string, boolean]>([
    ['20,000 brackets', '['.repeat(20_000) + ']'.repeat(20_000), true],
    ['2,000,000 open brackets', '['.repeat(2_000_000), false],
    ['200,000 objects inside each other', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`, true],
    ['a string of 3 MB', `"${long}"`, true],
    ['a string of 1,000,000 escapes', `"${'\\n'.repeat(1_000_000)}"`, true],
    ['an unclosed string of 3 MB', `["${long}`, false],
    ['a number of 3,000,000 digits', '9'.repeat(3_000_000), false],
    ['3 MB of white space', ' '.repeat(3_000_000), false],
    ['60,000,000 characters', ' '.repeat(60_000_000), false],
    ['1,000,000 double keys', `{${'"a":1,'.repeat(1_000_000)}"a":1}`, false],
  ])('%s', (_, text, ok) => {
    const started = Date.now()
    expect(readJson(text).ok).toBe(ok)
    expect(Date.now() - started).toBeLessThan(10_000)
  })
})
