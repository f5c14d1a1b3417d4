import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { applyEdit, type Scheme, setParameters, validate } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { check } from './check.ts'
import { renewCases } from './renew-cases.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const framework = schemeAt('../../../../rules/national/department-overall/scheme.json')

describe('cases of a scheme whose parameters were set', () => {
  it('give what the scheme gives now, and are named', async () => {
    const set = ofValue(setParameters(framework, { 'satisfaction.target': '92%' }))
    expect(await wrongCases(set)).toBeGreaterThan(0)
    const { scheme, issues } = await renewCases(framework, set, sha256)
    expect(await wrongCases(scheme)).toBe(0)
    expect(issues).toMatchObject([{ code: 'PARAMETER_CASES', severity: 'hint' }])
    expect({ ...scheme, cases: [] }).toEqual({ ...set, cases: [] })
  })

  it('stay as they are where the parameters change nothing', async () => {
    expect(await renewCases(framework, framework, sha256)).toEqual({ scheme: framework, issues: [] })
  })

  it('stay wrong where they were wrong before', async () => {
    const [first, ...others] = framework.cases!
    const cases = [{ ...first!, expected: { ...first!.expected, total: '1' } }, ...others]
    const amiss = ofValue(applyEdit(framework, { type: 'set-cases', cases })).scheme
    const set = ofValue(setParameters(amiss, { 'satisfaction.target': '92%' }))
    const { scheme } = await renewCases(amiss, set, sha256)
    expect(scheme.cases![0]!.expected.total).toBe('1')
    expect(await wrongCases(scheme)).toBe(1)
  })
})

async function wrongCases(scheme: Scheme): Promise<number> {
  return (await check(scheme, { sha256 })).filter(({ code }) => code === 'SCHEME_CASE').length
}

function schemeAt(path: string): Scheme {
  return ofValue(validate('scheme', JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))))
}

function ofValue<T>(read: { ok: true; value: T } | { ok: false; issues: readonly unknown[] }): T {
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}
