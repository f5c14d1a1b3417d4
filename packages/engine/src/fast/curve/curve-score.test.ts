import { Exact, roundBy } from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pieceAt, scoreAt } from '../../curve/score-curve.ts'
import { constantNumber } from '../constant.ts'
import { FAULT, MISSING, UNSURE, UNVERIFIED } from '../lane.ts'
import { curvePoints } from './curve-points.ts'
import { curveScore } from './curve-score.ts'
import { type Lane, lanesOf, planOf, runOver, someCurve, somePoints, someRounding } from './curves.testing.ts'
import { pieceOf } from './piece-of.ts'

const scales = fc.constantFrom('1', '0.01', '0.0001', '100').map(Exact.of)

/** A curve, how it is printed, and values to read it at. */
const example = fc
  .record({ points: somePoints, rounding: someRounding, scale: scales, hasDen: fc.boolean() })
  .chain((at) => someCurve(at.points).map((curve) => ({ ...at, curve })))
  .chain((at) => lanesOf(at.curve, at.scale, at.hasDen).map((lanes) => ({ ...at, lanes })))

const valueAt = ({ num, den }: Lane, scale: Exact) => scale.times(Exact.ratio(BigInt(num), BigInt(den)))

describe('curveScore', () => {
  it('gives the points of the reference, clamped and rounded, whatever the curve, the rounding and the size', () => {
    fc.assert(
      fc.property(example, ({ curve, points, rounding, scale, hasDen, lanes }) => {
        const at = planOf(scale, hasDen)
        const { num, digits } = curveScore(at.plan, at.x, curve, { points, rounding })
        const memory = runOver(at, lanes)
        lanes.forEach((lane, row) => {
          const exact = scoreAt(curve, valueAt(lane, scale)).clamp(Exact.zero, points)
          const units = roundBy(exact, rounding).times(Exact.power10(digits))
          // What is not rounded may have more digits than are printed, and only then.
          if (units.isWhole) expect(memory.statesOf(num)[row]).toBe(rounding === 'none' ? memory.statesOf(num)[row] : 0)
          else expect(memory.statesOf(num)[row]).toBe(UNSURE)
          if (memory.statesOf(num)[row] === 0) expect(memory.values[num]![row]! + 0).toBe(Number(units.numerator))
        })
      }),
      { numRuns: 2_000 },
    )
  })

  it('takes the state of the value, and computes what is to be verified', () => {
    const at = planOf(Exact.one, false)
    const curve = { pieces: [{ from: null, to: null, includesFrom: false, includesTo: false, shape: LINE }] }
    const { num } = curveScore(at.plan, at.x, curve, { points: Exact.integer(10), rounding: { digits: 1 } })
    const memory = runOver(at, [
      { num: 3, den: 1 },
      { num: Number.NaN, den: 1, state: MISSING },
      { num: 4, den: 1, state: UNVERIFIED },
      { num: 5, den: 1, state: FAULT },
      { num: 6, den: 1, state: UNSURE },
    ])
    expect([...memory.statesOf(num)]).toEqual([0, MISSING, UNVERIFIED, FAULT, UNSURE])
    expect(memory.values[num]![0]).toBe(15)
    expect(memory.values[num]![2]).toBe(20)
  })
})

const LINE = { kind: 'linear', at: Exact.zero, score: Exact.zero, slope: Exact.of('0.5') } as const

describe('curvePoints', () => {
  it('gives the points of the reference, clamped and exact, or says that it cannot hold them', () => {
    let held = 0
    let all = 0
    fc.assert(
      fc.property(example, ({ curve, points, scale, hasDen, lanes }) => {
        const at = planOf(scale, hasDen)
        const value = curvePoints(at.plan, at.x, curve, points)
        const memory = runOver(at, lanes)
        lanes.forEach((lane, row) => {
          all++
          const state = memory.statesOf(value.num)[row]
          if (state === UNSURE) return
          held++
          const den = value.den === undefined ? 1 : memory.values[value.den]![row]!
          const found = value.scale.times(Exact.ratio(BigInt(memory.values[value.num]![row]!), BigInt(den)))
          expect(found.toText()).toBe(scoreAt(curve, valueAt(lane, scale)).clamp(Exact.zero, points).toText())
        })
      }),
      { numRuns: 1_000 },
    )
    // Amounts of 10^15 in a quotient are what cannot be held.
    expect(held / all).toBeGreaterThan(0.8)
  })

  it('reads a number of the scheme too', () => {
    const at = planOf(Exact.one, false)
    const curve = { pieces: [{ from: null, to: null, includesFrom: false, includesTo: false, shape: LINE }] }
    const three = constantNumber(at.plan, Exact.of('3'))
    const value = curvePoints(at.plan, three, curve, Exact.integer(10))
    const memory = runOver(at, [{ num: 0, den: 1 }])
    const points = value.scale.times(Exact.integer(memory.values[value.num]![0]!))
    expect(points.toText()).toBe(scoreAt(curve, Exact.of('3')).toText())
  })
})

describe('pieceOf', () => {
  it('is the piece that the reference finds', () => {
    fc.assert(
      fc.property(example, ({ curve, scale, hasDen, lanes }) => {
        const at = planOf(scale, hasDen)
        const piece = pieceOf(at.plan, at.x, curve)
        const memory = runOver(at, lanes)
        lanes.forEach((lane, row) => {
          expect(memory.values[piece]![row]).toBe(pieceAt(curve, valueAt(lane, scale)).index)
        })
      }),
    )
  })
})
