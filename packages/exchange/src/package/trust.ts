import { type PublicKey, regionPrefix, type Seal } from '@yardstick/model'

/**
 * Whether somebody here answers for a seal. `built-in` is said by who brings the product's own templates; all the others follow
 * from the seal and the keys that are trusted here.
 */
export type Trust = 'built-in' | 'trusted' | 'unknown-key' | 'other-publisher' | 'other-region' | 'revoked' | 'unsigned'

export interface TrustedKey extends PublicKey {
  readonly revoked?: boolean
}

/**
 * Trust is (key, publisher, region): the key is trusted and not revoked, it is the publisher's, and the region of the template
 * lies in the one it speaks for; a template for everywhere needs a key for everywhere. A key that was revoked once is
 * revoked under all its names.
 *
 * seal  one whose signature `readPackage` has verified; null for an unsigned package
 */
export function trustOf(seal: Seal | null, keys: readonly TrustedKey[]): Trust {
  if (seal === null) return 'unsigned'
  const { manifest, signature } = seal
  const known = keys.filter((each) => each.key === signature.key)
  if (known.length === 0) return 'unknown-key'
  if (known.some((each) => each.revoked === true)) return 'revoked'
  const ofPublisher = known.filter((each) => each.publisher === manifest.publisher)
  if (ofPublisher.length === 0) return 'other-publisher'
  return ofPublisher.some((each) => speaksFor(each, manifest.region?.code)) ? 'trusted' : 'other-region'
}

function speaksFor(key: PublicKey, region: string | undefined): boolean {
  const reach = key.region === undefined ? '' : regionPrefix(key.region)
  return reach === '' || region?.startsWith(reach) === true
}
