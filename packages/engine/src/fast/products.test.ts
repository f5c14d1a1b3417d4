import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SAFE } from './lane.ts'
import { floorQuotient, productSign } from './products.ts'

/** Whole numbers of every size, small ones and those at the bound more often than by chance. */
const whole = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.maxSafeInteger(),
  fc.integer({ min: -5, max: 0 }).map((less) => SAFE + less),
  fc.nat(52).map((bits) => 2 ** bits),
)
const size = whole.map((each) => Math.abs(each))

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0
}

describe('productSign', () => {
  it.each([
    // 2^53 and 2^53 + 1 are the same double.
    [3, 3_002_399_751_580_331, 4_503_599_627_370_496, 2, 1],
    [4_503_599_627_370_496, 2, 3, 3_002_399_751_580_331, -1],
    [SAFE, SAFE, SAFE, SAFE, 0],
    [SAFE, SAFE - 2, SAFE - 1, SAFE - 1, -1],
    [-SAFE, SAFE - 2, 1 - SAFE, SAFE - 1, 1],
    [0, SAFE, 0, 1, 0],
  ])('%d × %d beside %d × %d', (a, b, c, d, expected) => {
    expect(Math.sign(productSign(a, b, c, d))).toBe(expected)
  })

  it('is that of exact products, of any four numbers and of four whose products all but meet', () => {
    const near = fc
      .tuple(whole, whole, fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: -1, max: 1 }))
      .map(([a, b, k, off]) => [a * k, b, a, b * k + off] as const)
      .filter((all) => all.every((each) => Math.abs(each) <= SAFE))
    fc.assert(
      fc.property(fc.oneof(fc.tuple(whole, whole, whole, whole), near), ([a, b, c, d]) => {
        const exact = sign(BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d))
        expect(Math.sign(productSign(a, b, c, d)) + 0).toBe(exact)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('floorQuotient', () => {
  it('is the exact floor, also where the quotient is whole, or whole but for one part', () => {
    const meeting = fc
      .tuple(size, fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: -1, max: 1 }))
      .map(([d, k, off]) => ({ n: d * k + off, d, a: 1, b: 0, e: 0, c: 1, f: 0 }))
    const any = fc.record({
      n: size,
      d: size,
      a: whole,
      b: whole,
      e: fc.constantFrom(0, 1),
      c: fc.oneof(fc.integer({ min: 1, max: 1_000 }), size),
      f: fc.constantFrom(0, 0, 1, 7),
    })
    fc.assert(
      fc.property(fc.oneof(meeting, any), ({ n, d, a, b, e, c, f }) => {
        fc.pre(n <= SAFE && c * d + f * n > 0)
        const above = BigInt(a) * BigInt(n) + BigInt(b) * BigInt(d) - BigInt(e)
        const below = BigInt(c) * BigInt(d) + BigInt(f) * BigInt(n)
        const exact = above / below - (above < 0n && above % below !== 0n ? 1n : 0n)
        const found = floorQuotient(n, d, a, b, e, c, f)
        // Beyond 2^53 it is rounded, and only has to lie beyond.
        if (exact <= BigInt(SAFE) && exact >= BigInt(-SAFE)) expect(found === 0 ? 0 : found).toBe(Number(exact))
        else expect(Math.abs(found)).toBeGreaterThan(SAFE)
      }),
      { numRuns: 5_000 },
    )
  })
})
