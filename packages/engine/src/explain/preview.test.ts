import type { Submission } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { leafOf, schemeOf, sha256 } from '../check/check.testing.ts'
import { compile } from '../compile/compile.ts'
import { previewFormula, readNames } from './preview.ts'

const scheme = schemeOf([leafOf('a', '10')], {
  measures: [{ id: '执行率', formula: '支出 / 预算', type: 'rate' }],
})
const result = compile(scheme, { sha256 })
if (!result.ok) throw new Error('the scheme of this test does not compile')
const compiled = result.value
const submission: Submission = {
  yardstick: 'submission/1',
  subject: { department: '某局' },
  period: '2024',
  items: { 支出: 90, 预算: 120, 满意度: '95%' },
}

describe('a formula being written', () => {
  it.each([
    ['支出 / 预算', { type: 'rate' }, '75%', '（90 ÷ 120）× 100% = 75%'],
    ['执行率', undefined, '75%', '75%'],
    ['支出', undefined, '90万元', undefined],
    ['支出 - 预算', { type: 'money', unit: '元' }, '-300000元', undefined],
    ['满意度 >= 95%', { type: 'boolean' }, '是', undefined],
    ['完成数 + 1', { type: 'count' }, '—', undefined],
  ] as const)('%s shows its value', (text, as, shown, withValues) => {
    const preview = previewFormula(compiled, submission, text, 'zh', as)
    expect(preview?.shown).toBe(shown)
    if (withValues !== undefined) expect(preview?.withValues).toBe(withValues)
  })

  it('has no preview while it is no formula of the scheme', () => {
    expect(previewFormula(compiled, submission, '支出 /', 'zh')).toBeNull()
    expect(previewFormula(compiled, submission, '支岀', 'zh')).toBeNull()
    expect(previewFormula(compiled, submission, '支出', 'zh', { type: 'date' })).toBeNull()
  })
})

it('every item and measure shows what it is in a submission', () => {
  expect(readNames(compiled, submission, 'zh')).toEqual({
    满意度: { state: 'present', shown: '95%' },
    完成数: { state: 'missing', shown: '—' },
    支出: { state: 'present', shown: '90万元' },
    预算: { state: 'present', shown: '120万元' },
    执行率: { state: 'present', shown: '75%' },
  })
})
