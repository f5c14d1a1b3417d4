import { ed25519 } from '@noble/curves/ed25519.js'
import { canonicalText, type Manifest, type Seal, type Signature, type TemplatePackage } from '@yardstick/model'

/**
 * The door to Ed25519, in JavaScript: pages on a plain-HTTP intranet have no crypto of the browser's, and old browsers have no
 * Ed25519 in it. Signatures are held to RFC 8032 as written; encodings that only some programs take are refused.
 */
export interface NewKey {
  /** Public, lower-case hex. */
  readonly key: string
  /** 32 bytes; never written anywhere but locked by a passphrase. */
  readonly secret: Uint8Array
}

/** A new pair of keys. */
export function newKey(random: (bytes: number) => Uint8Array): NewKey {
  const secret = random(32)
  return { key: publicKeyOf(secret), secret }
}

/** The public key that belongs to a secret one. */
export function publicKeyOf(secret: Uint8Array): string {
  return toHex(ed25519.getPublicKey(secret))
}

/** The same package, signed: what is signed is the manifest, in which everything else stands by its hash. */
export function signPackage(from: TemplatePackage, secret: Uint8Array): TemplatePackage {
  const value = toHex(ed25519.sign(utf8(canonicalText(from.manifest)), secret))
  return { ...from, signature: { algorithm: 'Ed25519', key: publicKeyOf(secret), value } }
}

/** Whether a seal is whole: its manifest is the one that was signed with its key. */
export function isSealWhole({ manifest, signature }: Seal): boolean {
  return isSigned(manifest, signature)
}

/** The same of a manifest whose shape nobody has checked yet. */
export function isSigned(manifest: Manifest, { key, value }: Signature): boolean {
  return ed25519.verify(fromHex(value), utf8(canonicalText(manifest)), fromHex(key), { zip215: false })
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16))
}
