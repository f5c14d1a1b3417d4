import { gcm } from '@noble/ciphers/aes.js'
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { publicKeyOf } from './signature.ts'

/** As many random bytes as are asked for, of the platform's own generator. */
export type Random = (bytes: number) => Uint8Array

/**
 * A secret key as it is kept: encrypted with AES-256-GCM under a key that scrypt makes of a passphrase, which takes a third of
 * a second and 32 MB for every guess. Plain JSON; bytes as lower-case hex.
 */
export interface LockedKey {
  readonly algorithm: 'scrypt-AES-256-GCM'
  /** Public; what is locked is bound to it. */
  readonly key: string
  readonly cost: number
  readonly blocks: number
  readonly rounds: number
  readonly salt: string
  readonly nonce: string
  readonly locked: string
}

const COST = { cost: 2 ** 15, blocks: 8, rounds: 3 }

/** Locks a secret key. Passphrases are compared as NFKC, so that full-width letters of an input method are plain ones. */
export async function lockKey(secret: Uint8Array, passphrase: string, random: Random): Promise<LockedKey> {
  const key = publicKeyOf(secret)
  const [salt, nonce] = [random(16), random(12)]
  const wrapping = await wrappingKey(passphrase, salt, COST)
  const locked = gcm(wrapping, nonce, utf8ToBytes(key)).encrypt(secret)
  return {
    algorithm: 'scrypt-AES-256-GCM',
    key,
    ...COST,
    salt: bytesToHex(salt),
    nonce: bytesToHex(nonce),
    locked: bytesToHex(locked),
  }
}

/** The secret key, or undefined where the passphrase is another one or the locked key was changed. */
export async function unlockKey(locked: LockedKey, passphrase: string): Promise<Uint8Array | undefined> {
  const wrapping = await wrappingKey(passphrase, hexToBytes(locked.salt), locked)
  try {
    const secret = gcm(wrapping, hexToBytes(locked.nonce), utf8ToBytes(locked.key)).decrypt(hexToBytes(locked.locked))
    return publicKeyOf(secret) === locked.key ? secret : undefined
  } catch {
    return undefined
  }
}

/** A locked key from JSON that was kept; undefined where it is none, or asks for more work than any of ours. */
export function readLockedKey(json: unknown): LockedKey | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const read = json as { readonly [K in keyof LockedKey]?: unknown }
  const isHex = (value: unknown, bytes: number) =>
    typeof value === 'string' && new RegExp(`^[0-9a-f]{${2 * bytes}}$`).test(value)
  const isWithin = (value: unknown, most: number) =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most
  const isPower = (value: unknown) =>
    isWithin(value, 2 ** 20) && Number.isInteger(Math.log2(Number(value))) && Number(value) > 1
  const isWhole =
    read.algorithm === 'scrypt-AES-256-GCM' &&
    isHex(read.key, 32) &&
    isHex(read.salt, 16) &&
    isHex(read.nonce, 12) &&
    isHex(read.locked, 48) &&
    isPower(read.cost) &&
    isWithin(read.blocks, 16) &&
    isWithin(read.rounds, 16)
  return isWhole ? (json as LockedKey) : undefined
}

function wrappingKey(
  passphrase: string,
  salt: Uint8Array,
  { cost, blocks, rounds }: Pick<LockedKey, 'cost' | 'blocks' | 'rounds'>,
): Promise<Uint8Array> {
  return scryptAsync(utf8ToBytes(passphrase.normalize('NFKC')), salt, {
    N: cost,
    r: blocks,
    p: rounds,
    dkLen: 32,
    maxmem: 2 ** 31,
  })
}
