import type { Manifest } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { levels, manifestOf } from './levels.testing.ts'
import { type Trust, type TrustedKey, trustOf } from './trust.ts'
import { versionOrder } from './version-order.ts'

const [nation, province, county] = levels
const key = (publisher: string, region?: string, more: Partial<TrustedKey> = {}): TrustedKey => ({
  yardstick: 'key/1',
  name: '签发',
  publisher,
  ...(region === undefined ? {} : { region }),
  key: province.keys.key,
  ...more,
})
const seal = (manifest: Partial<Manifest> = {}) => ({
  manifest: { ...manifestOf(province, 'p'), contents: [], ...manifest },
  signature: { algorithm: 'Ed25519', key: province.keys.key, value: '' } as const,
})
const { publisher } = province
const everywhere = manifestOf(nation, 'n')
const inCounty = { region: county.region! }

describe('trust is key, publisher and region', () => {
  it.each<[string, Trust, ReturnType<typeof seal> | null, readonly TrustedKey[]]>([
    ['nobody signed', 'unsigned', null, [key(publisher)]],
    ['no key is known', 'unknown-key', seal(), []],
    ['only other keys are known', 'unknown-key', seal(), [key(publisher, undefined, { key: nation.keys.key })]],
    ['the key is for everywhere', 'trusted', seal(), [key(publisher)]],
    ['the key is for its region', 'trusted', seal(), [key(publisher, '360000')]],
    ['the template is for a county in it', 'trusted', seal(inCounty), [key(publisher, '360000')]],
    ['the key is for a county only', 'other-region', seal(), [key(publisher, '360121')]],
    ['the key is for another province', 'other-region', seal(), [key(publisher, '440000')]],
    ['the code of the province is written in full', 'trusted', seal(inCounty), [key(publisher, '360000000000')]],
    ['the key is for the whole country', 'trusted', seal(), [key(publisher, '000000')]],
    [
      'the template is for everywhere',
      'other-region',
      { ...seal(), manifest: { ...everywhere, publisher, contents: [] } },
      [key(publisher, '360000')],
    ],
    ['the region has no code', 'other-region', seal({ region: { name: '江西省' } }), [key(publisher, '360000')]],
    ['the key is another publisher’s', 'other-publisher', seal(), [key('某局')]],
    ['one key has two publishers', 'trusted', seal(), [key('某局'), key(publisher)]],
    ['the key was revoked', 'revoked', seal(), [key(publisher, undefined, { revoked: true })]],
    [
      'it was revoked under another name',
      'revoked',
      seal(),
      [key(publisher), key('某局', undefined, { revoked: true })],
    ],
  ])('where %s: %s', (_, expected, given, keys) => {
    expect(trustOf(given, keys)).toBe(expected)
  })
})

describe('versions count up part by part', () => {
  it.each<[string, string, number]>([
    ['1.10', '1.9', 1],
    ['1', '1.0', 0],
    ['1', '1.0.1', -1],
    ['2024.1', '2023.12', 1],
    ['0.1', '0.1.0', 0],
    ['9', '10', -1],
    ['x', '1', -1],
  ])('%s and %s', (a, b, sign) => {
    expect(Math.sign(versionOrder(a, b))).toBe(sign)
    expect(Math.sign(versionOrder(b, a))).toBe(sign === 0 ? 0 : -sign)
  })
})
