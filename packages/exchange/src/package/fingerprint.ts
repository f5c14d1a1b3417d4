import { sha256 } from '@noble/hashes/sha2.js'

/**
 * What two people compare over the telephone to know that they mean the same key: six groups of five digits, of the SHA-256
 * of the public key. 99 bits, which nobody finds a second key for.
 */
export function fingerprint(key: string): string {
  const hash = sha256(
    Uint8Array.from({ length: key.length / 2 }, (_, at) => Number.parseInt(key.slice(2 * at, 2 * at + 2), 16)),
  )
  const groups = Array.from({ length: 6 }, (_, group) => {
    // Five bytes are below 2^53: plain numbers are exact here.
    const number = hash.slice(5 * group, 5 * group + 5).reduce((sum, byte) => sum * 256 + byte, 0)
    return String(number % 100_000).padStart(5, '0')
  })
  return groups.join(' ')
}
