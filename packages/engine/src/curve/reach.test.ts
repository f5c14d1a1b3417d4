import { Exact } from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandsCurve } from './plain-curves.ts'
import { ratioCurve } from './ratio-curve.ts'
import { nextScores, reaching } from './reach.ts'
import { type ScoreCurve, scoreAt } from './score-curve.ts'
import { stepsCurve } from './steps-curve.ts'

const whole = (n: number) => Exact.integer(n)
const tiny = Exact.ratio(1n, 1_000_000n)

const curves: fc.Arbitrary<ScoreCurve> = fc.oneof(
  fc
    .record({
      target: fc.integer({ min: 1, max: 20 }),
      isHigher: fc.boolean(),
      pass: fc.constantFrom('0', '50%', '100%'),
    })
    .map(({ target, isHigher, pass }) =>
      ratioCurve({ method: 'ratio', passLine: pass }, whole(10), whole(target), isHigher),
    ),
  fc
    .record({
      low: fc.integer({ min: -5, max: 5 }),
      width: fc.integer({ min: 0, max: 4 }),
      size: fc.integer({ min: 1, max: 3 }),
      deduct: fc.integer({ min: 0, max: 6 }),
      count: fc.constantFrom('prorata', 'whole', 'started'),
    })
    .map(({ low, width, size, deduct, count }) => {
      const side = { size: whole(size), deduct: whole(deduct), count: count as 'whole', limit: undefined }
      return stepsCurve({ low: whole(low), high: whole(low + width) }, whole(10), Exact.zero, {
        below: side,
        above: side,
      })
    }),
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.integer({ min: 0, max: 10 })), {
      minLength: 1,
      maxLength: 5,
    })
    .map((steps) => {
      let from = -6
      const bands = steps.map(([gap, included, score]) => {
        from += gap
        return { from: String(from), included, score: String(score) }
      })
      return bandsCurve({ method: 'bands', otherwise: '3', bands }, whole(10))
    }),
)
const values = fc
  .tuple(fc.integer({ min: -60, max: 100 }), fc.constantFrom(1, 2, 4))
  .map(([n, d]) => Exact.ratio(BigInt(n), BigInt(d)))

describe('reaching a score', () => {
  it('[E-R1] the named value gives the goal, and nothing between it and x does', () => {
    fc.assert(
      fc.property(curves, values, fc.integer({ min: 0, max: 20 }), (curve, x, half) => {
        const goal = Exact.ratio(BigInt(half), 2n)
        fc.pre(scoreAt(curve, x).lessThan(goal))
        for (const { x: edge, included, direction } of reaching(curve, x, goal)) {
          const outward = direction === 'up' ? tiny : tiny.negated()
          const there = included ? edge : edge.plus(outward)
          expect(goal.atMost(scoreAt(curve, there))).toBe(true)
          const before = included ? edge.minus(outward) : edge
          const isBetween = direction === 'up' ? x.lessThan(before) : before.lessThan(x)
          if (isBetween) expect(scoreAt(curve, before).lessThan(goal)).toBe(true)
        }
      }),
      { numRuns: 3_000, seed: 20261121 },
    )
  })

  it('[E-R2] where no value is named in a direction, none of a thousand that way gives the goal', () => {
    fc.assert(
      fc.property(curves, values, fc.integer({ min: 0, max: 20 }), (curve, x, half) => {
        const goal = Exact.ratio(BigInt(half), 2n)
        fc.pre(scoreAt(curve, x).lessThan(goal))
        const named = reaching(curve, x, goal).map((each) => each.direction)
        for (const direction of ['up', 'down'] as const) {
          if (named.includes(direction)) continue
          for (let k = 1; k <= 200; k++) {
            const away = Exact.ratio(BigInt(direction === 'up' ? k : -k), 4n)
            expect(scoreAt(curve, x.plus(away)).lessThan(goal)).toBe(true)
          }
        }
      }),
      { numRuns: 300, seed: 20261121 },
    )
  })

  it('[E-R3] a next score is better than the one at hand', () => {
    fc.assert(
      fc.property(curves, values, (curve, x) => {
        for (const next of nextScores(curve, x)) expect(scoreAt(curve, x).lessThan(next)).toBe(true)
      }),
      { numRuns: 2_000, seed: 20261121 },
    )
  })
})
