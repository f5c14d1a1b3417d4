import { createHash } from 'node:crypto'
import { type NewKey, newKey } from '@yardstick/exchange/keys'
import {
  type HashedSeal,
  hashOfManifest,
  makePackage,
  packageText,
  provenanceFor,
  signPackage,
} from '@yardstick/exchange/package'
import type { IndicatorModule, Manifest, PublicKey, Scheme, TemplatePackage } from '@yardstick/model'
import { testScheme } from './schemes.testing.ts'
import { sha256 } from './scoring/score.ts'
import type { Asking } from './server.testing.ts'

/** A publisher with a key of its own, the same for the same name. */
export interface Publisher extends NewKey {
  readonly publisher: string
  readonly document: PublicKey
}

export function publisherOf(publisher: string, region?: string): Publisher {
  const { key, secret } = newKey(() => Uint8Array.from(createHash('sha256').update(publisher).digest()))
  const reach = region === undefined ? {} : { region }
  return { publisher, key, secret, document: { yardstick: 'key/1', name: publisher, publisher, key, ...reach } }
}

/** A signed package of schemes, as a file; its manifest as said. */
export function signed(
  by: Publisher,
  manifest: Partial<Manifest> = {},
  schemes: readonly Scheme[] = [testScheme()],
  seals: readonly HashedSeal[] = [],
  modules: readonly object[] = [],
): { file: string; hash: string; package: TemplatePackage; seal: HashedSeal } {
  const provenance = provenanceFor(schemes, seals, sha256)
  if (!provenance.ok) throw new Error(JSON.stringify(provenance.issues))
  const head = {
    ...{ id: 'demo', name: '示例模板', version: '1', licence: 'CC-BY-4.0', minimumEngine: '0.1' },
    ...manifest,
    publisher: by.publisher,
  }
  const parts = {
    manifest: head,
    schemes,
    modules: modules as readonly IndicatorModule[],
    provenance: provenance.value,
  }
  const content = signPackage(makePackage(parts, sha256), by.secret)
  const hash = hashOfManifest(content.manifest, sha256)
  const seal = { seal: { manifest: content.manifest, signature: content.signature! }, hash }
  return { file: packageText(content), hash, package: content, seal }
}

/** Has the keys trusted, by an administrator of everything. */
export async function trust(administrator: Asking, ...publishers: Publisher[]): Promise<void> {
  for (const { document } of publishers) {
    const { status, body } = await administrator('POST', '/api/trusted-keys', { document })
    if (status !== 201) throw new Error(JSON.stringify(body))
  }
}

/** Takes a file into the library; its hash. */
export async function takenIn(ask: Asking, { file, hash }: { readonly file: string; readonly hash: string }) {
  const { status, body } = await ask('POST', '/api/templates', { file })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return hash
}
