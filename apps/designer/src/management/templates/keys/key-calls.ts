import { ask } from '../../../server/client.ts'

/** The server's keys: one's own, with which packages are signed, and those of others that are trusted. */

/** A key of this server; its secret half never leaves it, and is locked by a passphrase. */
export interface OwnKey {
  /** The public half, in hex. */
  readonly key: string
  readonly fingerprint: string
  readonly name: string
  readonly publisher: string
  readonly region: string
  readonly createdAt: string
  readonly createdBy: string
}

export interface TrustedKey {
  readonly key: string
  readonly fingerprint: string
  readonly name: string
  readonly publisher: string
  /** Where it speaks for, and all below; '' is everywhere. */
  readonly region: string
  /** The other half is one of this server's own. */
  readonly isOwn: boolean
  readonly addedAt: string
  readonly addedBy: string
  readonly revokedAt: string | null
}

/** As the server takes a key to trust. */
export interface NewTrust {
  readonly name: string
  readonly publisher: string
  readonly region?: string
  readonly key: string
}

export function addOwnKey(body: {
  readonly name: string
  readonly publisher: string
  readonly region?: string
  readonly passphrase: string
}): Promise<OwnKey> {
  return ask('POST', '/api/keys', { body })
}

export function removeOwnKey(key: string): Promise<void> {
  return ask('DELETE', `/api/keys/${key}`)
}

export function trustKey(trust: NewTrust): Promise<{ readonly fingerprint: string }> {
  return ask('POST', '/api/trusted-keys', { body: { document: { yardstick: 'key/1', ...trust } } })
}

/** It stays in the list, revoked. */
export function revokeKey(key: string): Promise<void> {
  return ask('DELETE', `/api/trusted-keys/${key}`)
}
