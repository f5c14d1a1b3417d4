import { expect, it, test } from 'vitest'
import { fingerprint } from './fingerprint.ts'
import { randomFrom } from './levels.testing.ts'
import { type LockedKey, lockKey, readLockedKey, unlockKey } from './locked-key.ts'
import { readPublicKey } from './public-key.ts'
import { isSealWhole, newKey, publicKeyOf } from './signature.ts'

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g)!, (byte) => Number.parseInt(byte, 16))
const { key, secret } = newKey(randomFrom('key'))
const locked = await lockKey(secret, '三人行，必有我师', randomFrom('lock'))

test('a public key is that of RFC 8032, test 1', () => {
  const known = bytes('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60')
  expect(publicKeyOf(known)).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a')
})

test('a key that everybody could sign with is refused: one of small order', () => {
  const manifest = { id: 'x', name: 'x', version: '1', publisher: 'x', licence: 'x', minimumEngine: '0', contents: [] }
  const key = `01${'00'.repeat(31)}`
  const value = `01${'00'.repeat(63)}`
  expect(isSealWhole({ manifest, signature: { algorithm: 'Ed25519', key, value } })).toBe(false)
})

it('a locked key opens with its passphrase, as JSON too, and however the letters were typed', async () => {
  const kept = readLockedKey(JSON.parse(JSON.stringify(locked)))!
  expect(await unlockKey(kept, '三人行，必有我师')).toEqual(secret)
  expect(JSON.stringify(locked)).not.toContain(Buffer.from(secret).toString('hex'))
  const wide = await lockKey(secret, 'ＡＢＣ１２３', randomFrom('lock'))
  expect(await unlockKey(wide, 'ABC123')).toEqual(secret)
})

it.each<[string, Partial<LockedKey>, string]>([
  ['another passphrase', {}, '三人行'],
  ['no passphrase', {}, ''],
  ['the public key of another', { key: newKey(randomFrom('other')).key }, '三人行，必有我师'],
  ['another salt', { salt: '00'.repeat(16) }, '三人行，必有我师'],
  ['another nonce', { nonce: '00'.repeat(12) }, '三人行，必有我师'],
  ['a changed byte', { locked: locked.locked.replace(/^../, '00') }, '三人行，必有我师'],
])('and does not open with %s', async (_, changed, passphrase) => {
  expect(await unlockKey({ ...locked, ...changed }, passphrase)).toBeUndefined()
})

it.each<[string, unknown]>([
  ['nothing', null],
  ['a word', 'x'],
  ['one that would take all memory', { ...locked, cost: 2 ** 30 }],
  ['one that would take no work', { ...locked, cost: 1 }],
  ['one without a salt', { ...locked, salt: '' }],
  ['one of another way of locking', { ...locked, algorithm: 'plain' }],
])('%s is no locked key', (_, json) => {
  expect(readLockedKey(json)).toBeUndefined()
})

test('a fingerprint is thirty figures to read out, another for another key', () => {
  expect(fingerprint(key)).toMatch(/^(\d{5} ){5}\d{5}$/)
  expect(fingerprint(key)).toBe(fingerprint(key))
  expect(fingerprint(newKey(randomFrom('other')).key)).not.toBe(fingerprint(key))
})

it.each<[string, string, string[]]>([
  ['a public key', JSON.stringify({ yardstick: 'key/1', name: '签发', publisher: '某局', key }), []],
  ['another document', JSON.stringify({ yardstick: 'scheme/1' }), ['DOCUMENT_KIND']],
  [
    'a key cut short',
    JSON.stringify({ yardstick: 'key/1', name: '签发', publisher: '某局', key: 'ab' }),
    ['SHAPE_FORMAT'],
  ],
  ['no JSON', 'x', ['JSON_SYNTAX']],
])('%s is read, or told', (_, text, codes) => {
  const read = readPublicKey(text)
  const found = read.ok ? [] : read.issues.map(({ code }) => code).filter((code) => code !== 'SHAPE_REQUIRED')
  expect(found.filter((code) => code !== 'SHAPE_UNKNOWN_KEY')).toEqual(codes)
})
