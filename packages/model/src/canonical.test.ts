import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, hashDocument } from './canonical.ts'
import { Chance, randomScheme } from './edit/random-scheme.testing.ts'
import type { Json } from './json.ts'
import type { Scheme } from './schema/scheme.ts'
import { validate } from './validate.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const OPTIONS = { seed: 20_240_701, numRuns: 60 }

const scheme = (points: string, more: object = {}) => ({
  yardstick: 'scheme/1',
  id: 'demo',
  name: '示例',
  version: '1',
  fullScore: '100',
  items: [],
  indicators: [{ id: 'a', name: '甲', points, scoring: { method: 'judgement' }, ...more }],
})

function read(document: unknown): Scheme {
  const outcome = validate('scheme', document)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome.value
}

describe('canonical documents', () => {
  it.each([
    ['points', scheme('7.50'), scheme('7.5')],
    ['leading zeros', scheme('007'), scheme('7')],
    ['order of keys', { ...scheme('7'), name: '示例' }, Object.fromEntries(Object.entries(scheme('7')).reverse())],
    [
      'decimals deep inside a method',
      scheme('7', {
        scoring: {
          method: 'steps',
          from: { low: '95.0%', high: '1.050' },
          below: { size: '1.0%', per: 'percentage-point', deduct: '0.20' },
        },
      }),
      scheme('7', {
        scoring: {
          method: 'steps',
          from: { low: '95%', high: '1.05' },
          below: { size: '1%', per: 'percentage-point', deduct: '0.2' },
        },
      }),
    ],
    [
      'rounding and target',
      scheme('7', { rounding: { step: '0.50' }, target: { comparator: '>=', value: '95.00%' } }),
      scheme('7', { rounding: { step: '0.5' }, target: { comparator: '>=', value: '95%' } }),
    ],
    ['an escape or the letter itself', JSON.parse(JSON.stringify(scheme('7')).replace('甲', '\\u7532')), scheme('7')],
  ])('[M7] equal designs have equal hashes: %s', (_, a, b) => {
    expect(hashDocument(read(a), sha256)).toBe(hashDocument(read(b), sha256))
  })

  it('different designs have different hashes', () => {
    expect(hashDocument(read(scheme('7.5')), sha256)).not.toBe(hashDocument(read(scheme('7.51')), sha256))
  })

  it('text that only looks like a decimal stays as it is', () => {
    expect(read({ ...scheme('7'), version: '1.10' }).version).toBe('1.10')
    expect(read(scheme('7', { code: '1.20', standard: '7.50' })).indicators[0]).toMatchObject({
      code: '1.20',
      standard: '7.50',
    })
  })

  it('is the text of RFC 8785', () => {
    expect(canonicalText({ b: [1e21, 0.1, -0, 'é\n"'], a: null, 𠮷: 1, ﬀ: 2 })).toBe(
      '{"a":null,"b":[1e+21,0.1,0,"é\\n\\""],"𠮷":1,"ﬀ":2}',
    )
    expect(() => canonicalText(undefined)).toThrow(TypeError)
  })
})

describe('laws of validation', () => {
  it('[M13] what left validate passes it again unchanged, whatever decimals came in', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = new Chance(seed)
        const once = read(padded(randomScheme(chance) as unknown as Json, chance))
        const twice = read(once)
        expect(canonicalText(twice)).toBe(canonicalText(once))
        expect(JSON.stringify(twice)).toBe(JSON.stringify(once))
      }),
      OPTIONS,
    )
  })

  it('[M7] trailing zeros anywhere do not change the hash', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const design = randomScheme(new Chance(seed))
        const written = padded(design as unknown as Json, new Chance(seed + 1))
        expect(hashDocument(read(written), sha256)).toBe(hashDocument(design, sha256))
      }),
      OPTIONS,
    )
  })
})

/** The same design with zeros after the decimals of points, scores and targets. */
function padded(value: Json, chance: Chance, key = ''): Json {
  if (Array.isArray(value)) return value.map((each: Json) => padded(each, chance))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, padded(each as Json, chance, name)]))
  }
  if (typeof value !== 'string' || !DECIMAL_KEYS.has(key) || !/^\d+(\.\d+)?%?$/.test(value) || chance.flip())
    return value
  const [number = '', percent = ''] = value.split(/(?=%)/)
  return `${number.includes('.') ? number : `${number}.`}${'0'.repeat(1 + chance.whole(3))}${percent}`
}

const DECIMAL_KEYS = new Set(['points', 'score', 'otherwise', 'fullScore', 'weight'])
