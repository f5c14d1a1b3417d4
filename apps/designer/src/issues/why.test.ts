import { catalogue, type IssueCode } from '@yardstick/model'
import { expect, it } from 'vitest'
import { whyOf } from './why.ts'

/** What a scheme that is open can be told; the rest are of files and of published tables. */
const codes = (Object.keys(catalogue) as IssueCode[]).filter((code) =>
  /^(SCHEME|SCORING|CONDITION|RULE|FORMULA|DECLARATION|SUBMISSION|EVALUATION)_/.test(code),
)

it.each(codes)('%s has a reason in both languages', (code) => {
  expect(whyOf(code, 'zh')).toMatch(/。$/)
  expect(whyOf(code, 'en')).toMatch(/\.$/)
})

it.each([
  ['SCHEME_TARGETS_ALIKE', '100%'],
  ['SCORING_TARGET_UNIT', '单位'],
  ['SCHEME_POINTS_SUM', '分值'],
] as const)('%s has its own', (code, word) => {
  expect(whyOf(code, 'zh')).toContain(word)
})
