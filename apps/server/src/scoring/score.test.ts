import { readFileSync } from 'node:fs'
import { evaluate } from '@yardstick/engine'
import type { Entry, Scheme, Submission } from '@yardstick/model'
import { expect, test } from 'vitest'
import { compileFor, score, sha256 } from './score.ts'

const folder = new URL('../../../../rules/seeds/nanchang-2021-sysops-project/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const scheme: Scheme = read('scheme.json')
const submitted: Submission = read('submission.json')

/** Full, rounded, missing, not applicable, still to be verified. */
const rates: readonly (Entry | undefined)[] = [
  '95%',
  '93.333%',
  undefined,
  { layers: [{ layer: 'reported', state: 'not-applicable', why: '本年度未调查' }] },
  { layers: [{ layer: 'reported', value: '91%', state: 'to-be-verified' }] },
]

test('what a run stores is what single evaluations say without their traces, to the letter', async () => {
  const compiled = compileFor(scheme, null)
  if (!compiled.ok) throw new Error('the scheme does not compile')
  // More than once: the first submission of a scheme and those after it do not go the same way.
  for (const rate of [...rates, ...rates]) {
    const { 参保人员满意度: _, ...others } = submitted.items
    const items = rate === undefined ? others : { ...others, 参保人员满意度: rate }
    const submission: Submission = { ...submitted, items, claims: { total: '90', grade: '优' } }
    const options = { language: 'zh', trace: false, facts: undefined } as const
    const toScore = { submission: JSON.stringify(submission), declaration: null }
    const found = await score(scheme, compiled.value.hash, compiled, toScore, options)
    const expected = await evaluate(compiled.value, submission, { sha256, trace: false })
    expect(found.document).toBe(JSON.stringify(expected))
    const { state, total, grade } = expected
    expect(found).toMatchObject({ state, total, grade, claimed: '90' })
  }
})
