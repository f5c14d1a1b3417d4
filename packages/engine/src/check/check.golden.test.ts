import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Issue } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { edited, read, sha256, uncured } from './check.testing.ts'
import { check } from './check.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const json = (path: string) => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'))
const schemeAt = (path: string) => read(json(path))

describe('golden cases', () => {
  it.each(readdirSync(`${root}/test/cases/check`))('%s', async (name) => {
    const scheme = schemeAt(`test/cases/check/${name}/scheme.json`)
    const found = await check(scheme, { sha256 })
    expect(found).toEqual(json(`test/cases/check/${name}/issues.json`))
    for (const each of found) expect(await uncured(scheme, each)).toEqual([])
  })
})

describe('published tables', () => {
  const shown = ({ code, where, expected, found }: Issue) => [code, where.at(-1), expected, found]
  const designs = (issues: readonly Issue[]) =>
    issues.filter((each) => each.code !== 'SCHEME_UNUSED' && each.code !== 'FORMULA_MAY_DIVIDE_BY_ZERO')

  it('the four leaves of 004 whose elements or rule are not their points', async () => {
    let scheme = schemeAt('rules/seeds/nanchang-2021-sysops-project/printed.scheme.json')
    const found = await check(scheme, { sha256 })
    expect(found.map(shown)).toEqual([
      ['SCORING_ELEMENTS_SUM', '立项依据充分性', '2', '3'],
      ['SCORING_ELEMENTS_SUM', '立项程序规范性', '3', '2'],
      ['SCORING_ELEMENTS_SUM', '绩效目标合理性', '3', '4'],
      ['SCORING_BEST', '参保人员满意度', '10', '5'],
    ])
    for (const each of found) {
      expect(each.mends?.length).toBeGreaterThan(1)
      expect(await uncured(scheme, each)).toEqual([])
    }
    for (const each of found) scheme = edited(scheme, each.mend!)
    expect(await check(scheme, { sha256 })).toEqual([])
  })

  it('read as meant, they have no fault', async () => {
    expect(await check(schemeAt('rules/seeds/nanchang-2021-sysops-project/scheme.json'), { sha256 })).toEqual([])
  })

  it('003: 97 points for 100, a target of “≤”, a template of 编办', async () => {
    const found = designs(await check(schemeAt('rules/seeds/zhengning-2023/scheme.json'), { sha256 }))
    expect(found.map((each) => [each.code, each.pointer])).toEqual([
      ['SCHEME_POINTS_SUM', '/indicators'],
      ['SCHEME_TARGET_BARE', '/indicators/1/children/0/children/2/target'],
      ['SCHEME_OTHER_DEPARTMENT', '/indicators/2'],
    ])
    expect(found.map((each) => each.found)).toEqual(['97', '≤', expect.objectContaining({ type: '机构编制' })])
  })

  const others = ['seeds', 'national', 'departments'].flatMap((group) =>
    readdirSync(`${root}/rules/${group}`, { recursive: true, encoding: 'utf8' })
      .map((path) => `rules/${group}/${path}`)
      .filter((path) => path.endsWith('/scheme.json') && !path.includes('zhengning')),
  )
  it.each(others)('%s is sound', async (path) => {
    expect(designs(await check(schemeAt(path), { sha256 }))).toEqual([])
  })
})
