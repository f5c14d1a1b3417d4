import { expect, test } from 'vitest'
import { type Option, readArguments } from './arguments.ts'

const help = { zh: '', en: '' }
const options: Option[] = [
  { name: 'json', help },
  { name: 'trace', short: 't', help },
  { name: 'out', short: 'o', value: 'OUT', help },
]

test.each([
  [['a', 'b'], ['a', 'b'], [], []],
  [['a', '--json', 'b'], ['a', 'b'], ['json'], []],
  [['-t', 'a'], ['a'], ['trace'], []],
  [['-o', 'x', 'a'], ['a'], [], [['out', 'x']]],
  [['-ox', 'a'], ['a'], [], [['out', 'x']]],
  [['--out=x=y', 'a'], ['a'], [], [['out', 'x=y']]],
  [['--out', '--json'], [], [], [['out', '--json']]],
  [['--', '--json', '-t'], ['--json', '-t'], [], []],
  [['-'], ['-'], [], []],
])('%j is read', (argv, files, flags, values) => {
  const given = readArguments(argv, options)
  expect(given.ok && [given.value.files, [...given.value.flags], [...given.value.values]]).toEqual([
    files,
    flags,
    values,
  ])
})

test.each([
  [['--jason'], 'There is no option --jason; did you mean --json'],
  [['-x'], 'There is no option -x'],
  [['--json=1'], 'Option --json takes no value'],
  [['--out'], 'Option --out needs OUT after it'],
  [['-o', ''], 'Option -o needs OUT after it'],
  [['-o', 'a', '--out', 'b'], 'Option --out may be given once only'],
])('%j is refused', (argv, words) => {
  const given = readArguments(argv, options)
  expect(given.ok || given.words.en).toBe(words)
})
