import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseFormula } from './normalise.ts'
import { parseFormula } from './parse.ts'

test.each([
  ['实际支出÷预算数×１００％', '实际支出÷预算数×100%'],
  ['如果（人数＞＝１２．５，１，０）', '如果(人数>=12.5,1,0)'],
  ['　甲 ＋ 乙　', '甲 + 乙'],
  ['等级＝＂优，良＂', '等级="优，良"'],
  ['[预算执行率（%）] ≥ 95%', '[预算执行率（%）] ≥ 95%'],
  ['“三公经费”控制率', '“三公经费”控制率'],
  ['甲 ＋ ＃', '甲 + ＃'],
  ['', ''],
])('%s is kept as %s', (text, normal) => {
  expect(normaliseFormula(text)).toBe(normal)
})

test('[F10] a formula means the same in its plain form, and is in it for good', () => {
  const letter = fc.constantFrom(...'甲乙＋－＊／（），．１２％＝＞＜ 　"＂[]且或非')
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 30 }), (letters) => {
      const text = letters.join('')
      const normal = normaliseFormula(text)
      expect(normaliseFormula(normal)).toBe(normal)
      const [before, after] = [parseFormula(text), parseFormula(normal)]
      expect(after.ok).toBe(before.ok)
      if (before.ok && after.ok) expect(shape(after.value)).toBe(shape(before.value))
    }),
    { numRuns: 2_000, seed: 7 },
  )
})

const shape = (tree: unknown) =>
  JSON.stringify(tree, (key, value) =>
    key === 'span' ? undefined : typeof value === 'bigint' ? value.toString() : value,
  )
