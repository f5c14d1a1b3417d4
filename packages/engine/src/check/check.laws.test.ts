import { canonicalText, type IssueCode } from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edited, sha256, uncured } from './check.testing.ts'
import { check } from './check.ts'
import { randomDesign } from './random-design.testing.ts'

const RUNS = { numRuns: 150 }

describe('laws of checking', () => {
  it('[K1] it is pure: nothing that came in changes, and the same scheme has the same issues', async () => {
    await fc.assert(
      fc.asyncProperty(randomDesign, async (scheme) => {
        const before = canonicalText(scheme)
        const found = await check(scheme, { sha256 })
        expect(canonicalText(scheme)).toBe(before)
        expect(await check(structuredClone(scheme), { sha256 })).toEqual(found)
      }),
      { ...RUNS, seed: 20_240_701 },
    )
  })

  it('[K2] every mend can be made, and takes its issue away', async () => {
    const mended = new Map<IssueCode, number>()
    await fc.assert(
      fc.asyncProperty(randomDesign, async (scheme) => {
        for (const issue of await check(scheme, { sha256 })) {
          if (issue.mends === undefined) continue
          expect(issue.mend).toEqual(issue.mends[0]?.edit)
          expect({ issue, left: await uncured(scheme, issue) }).toEqual({ issue, left: [] })
          mended.set(issue.code, (mended.get(issue.code) ?? 0) + 1)
        }
      }),
      { ...RUNS, seed: 20_240_702 },
    )
    // Codes that never came up would make the law say nothing about them.
    expect([...mended.keys()].sort()).toEqual([
      'SCHEME_GRADE_LOWEST',
      'SCHEME_GRADE_ORDER',
      'SCHEME_POINTS_CHILD',
      'SCHEME_POINTS_DIGITS',
      'SCHEME_POINTS_SUM',
      'SCHEME_UNUSED',
      'SCORING_BEST',
      'SCORING_DIRECTION_SIDE',
      'SCORING_ELEMENTS_SUM',
      'SCORING_SHARE',
    ])
  })

  it('[K3] sharing points out in proportion breaks no level below', async () => {
    await fc.assert(
      fc.asyncProperty(randomDesign, async (scheme) => {
        const sums = (await check(scheme, { sha256 })).filter((each) => each.code.startsWith('SCHEME_POINTS_SUM'))
        const top = sums.find((each) => each.pointer === '/indicators')
        for (const mend of top?.mends?.filter((each) => each.label.zh === '按比例补齐') ?? []) {
          const after = await check(edited(scheme, mend.edit), { sha256 })
          const broken = after.filter((each) => each.code === 'SCHEME_POINTS_SUM').map((each) => each.pointer)
          expect(broken.filter((pointer) => sums.every((each) => each.pointer !== pointer))).toEqual([])
        }
      }),
      { ...RUNS, seed: 20_240_703 },
    )
  })

  it('[K4] a scheme that does not compile is checked as far as it goes', async () => {
    await fc.assert(
      fc.asyncProperty(randomDesign, async (scheme) => {
        const whole = await check(scheme, { sha256 })
        const nameless = await check({ ...scheme, items: [] }, { sha256 })
        const points = (issues: typeof whole) => issues.filter((each) => each.code.startsWith('SCHEME_POINTS'))
        expect(points(nameless)).toEqual(points(whole))
      }),
      { ...RUNS, seed: 20_240_704 },
    )
  })
})
