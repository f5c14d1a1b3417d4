import { readLockedKey, unlockKey } from '@yardstick/exchange/keys'
import {
  fingerprint,
  type HashedSeal,
  hashOfManifest,
  makePackage,
  packageText,
  provenanceFor,
  type ReadPackage,
  readPackage,
  signPackage,
  templateName,
  trustOf,
  versionOrder,
} from '@yardstick/exchange/package'
import type { Manifest, Scheme, TemplatePackage } from '@yardstick/model'
import { refusal, wrongData } from '../refusal.ts'
import { sha256 } from '../scoring/score.ts'
import type { SigningKeyRow } from '../store/keys.ts'
import type { Db } from '../store/tables.ts'
import { readTemplate, type Template } from '../store/templates.ts'
import { type Newest, nameOfRow, newestKnown } from './newest-known.ts'
import { packageOf } from './origin.ts'
import { trustedKeys } from './trusted-keys.ts'

/** What is to be signed, and with what. */
export interface Signing {
  readonly key: SigningKeyRow
  readonly passphrase: string
  readonly scheme: Scheme
  readonly manifest: Omit<Manifest, 'contents' | 'publisher' | 'version' | 'minimumEngine'>
  /** Else the one after the newest that is known of it. */
  readonly version?: string | undefined
  readonly readme?: string | undefined
}

/** The oldest Yardstick that reads what this one signs. */
const MINIMUM_ENGINE = '0.1'

/**
 * A package signed with a key of this house, which everybody here believes.
 *
 * throws  KEY_PASSPHRASE; KEY_SPEAKS where the key is not for this region; TEMPLATE_UNTRUSTED where it was revoked;
 *         TEMPLATE_OLDER where a later version is known, REQUEST_EXISTS where this one is; PACKAGE_SEAL_MISSING where it
 *         comes from a template whose package is not here
 */
export async function signedPackage(db: Db, signing: Signing): Promise<ReadPackage> {
  const { key, passphrase, scheme, manifest, readme } = signing
  const before = await versionBefore(db, signing)
  const version = signing.version ?? (before === undefined ? '1' : nextOf(before.version))
  const provenance = provenanceFor([scheme], await sealsAtHand(db, scheme), sha256)
  if (!provenance.ok) throw wrongData(provenance.issues)
  const previous = before === undefined ? {} : { previous: before.hash }
  const head = { ...manifest, version, publisher: key.publisher, minimumEngine: MINIMUM_ENGINE, ...previous }
  const parts = { manifest: head, schemes: [scheme], provenance: provenance.value }
  const unsigned = makePackage({ ...parts, ...(readme === undefined ? {} : { readme }) }, sha256)
  const made = signPackage(unsigned, await secretOf(key, passphrase))
  // What goes out is what others will be able to read.
  const read = readPackage(packageText(made), sha256)
  if (!read.ok) throw wrongData(read.issues)
  await demandBelieved(db, key, made)
  return read.value
}

async function secretOf({ locked }: SigningKeyRow, passphrase: string): Promise<Uint8Array> {
  const read = readLockedKey(JSON.parse(locked))
  const secret = read === undefined ? undefined : await unlockKey(read, passphrase)
  if (secret === undefined) throw refusal('KEY_PASSPHRASE')
  return secret
}

async function demandBelieved(db: Db, key: SigningKeyRow, { manifest, signature }: TemplatePackage): Promise<void> {
  const trust = trustOf({ manifest, signature: signature! }, await trustedKeys(db))
  if (trust === 'trusted') return
  const { publisher, region } = key
  if (trust !== 'other-region') {
    const found = { trust, publisher, key: key.key, fingerprint: fingerprint(key.key) }
    throw refusal('TEMPLATE_UNTRUSTED', { found })
  }
  const found = { publisher, region: manifest.region?.code ?? manifest.region?.name ?? null }
  throw refusal('KEY_SPEAKS', { expected: { publisher, region }, found })
}

/** The newest version so far, which the new one has to come after. A proposal is a word to others and no version. */
async function versionBefore(db: Db, { key, manifest, version }: Signing): Promise<Newest | undefined> {
  if (manifest.proposal !== undefined) return undefined
  const newest = await newestKnown(db, templateName({ ...manifest, publisher: key.publisher }, key.key))
  const order = newest === undefined || version === undefined ? 1 : versionOrder(version, newest.version)
  if (order === 0) throw refusal('REQUEST_EXISTS', { found: `${manifest.id} ${version}` })
  if (order < 0) throw refusal('TEMPLATE_OLDER', { severity: 'error', expected: newest!.version, found: version! })
  return newest
}

/** Refuses what was signed when the newest version was another one than it is. throws  REQUEST_EXISTS */
export async function demandNext(db: Db, row: Template, { name, previous }: Manifest): Promise<void> {
  if (row.kind === 'proposal') return
  const newest = await newestKnown(db, nameOfRow(row))
  if (newest?.hash !== previous) throw refusal('REQUEST_EXISTS', { found: `${name} ${newest?.version ?? ''}` })
}

/** 1.9 → 1.10 */
function nextOf(version: string): string {
  return version.replace(/\d+$/, (last) => String(Number(last) + 1))
}

/** The seals of what it comes from, all the way up as far as it is known here. */
async function sealsAtHand(db: Db, { lineage }: Scheme): Promise<HashedSeal[]> {
  const row = lineage === undefined ? undefined : await readTemplate(db, lineage.template.hash)
  if (row === undefined) return []
  const { manifest, signature, provenance = [] } = packageOf(row)
  const own = signature === undefined ? [] : [{ seal: { manifest, signature }, hash: row.hash }]
  return [...own, ...provenance.map((seal) => ({ seal, hash: hashOfManifest(seal.manifest, sha256) }))]
}
