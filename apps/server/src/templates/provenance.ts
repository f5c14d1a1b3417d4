import { hashOfManifest, type Trust, type TrustedKey } from '@yardstick/exchange/package'
import type { Manifest, Seal, TemplatePackage, TemplateRef } from '@yardstick/model'
import { sha256 } from '../scoring/score.ts'
import type { Db } from '../store/tables.ts'
import { readTemplate } from '../store/templates.ts'
import { trustedKeys, trustIn } from './trusted-keys.ts'

/** One template that another was adapted from. */
export interface Origin {
  readonly publisher: string
  readonly name: string
  readonly version: string
  readonly hash: string
  readonly region: Manifest['region'] | null
  readonly trust: Trust
  readonly date: string | null
  readonly isKnown: boolean
}

const LONGEST = 20

/**
 * What a package was adapted from, nearest first: by the seals in it, each of which proves itself. What comes with the product
 * has no seal; it is known here or told by its name alone.
 */
export async function provenanceOf(db: Db, content: TemplatePackage): Promise<Origin[]> {
  const keys = await trustedKeys(db)
  const found = new Map<string, Origin>()
  let looked: string | undefined
  let at: TemplatePackage | undefined = content
  while (at !== undefined && found.size < LONGEST) {
    for (const seal of at.provenance ?? []) {
      const hash = hashOfManifest(seal.manifest, sha256)
      if (!found.has(hash)) found.set(hash, await sealed(db, seal, hash, keys))
    }
    for (const { lineage } of at.schemes) {
      if (lineage === undefined || found.has(lineage.template.hash)) continue
      found.set(lineage.template.hash, await named(db, lineage.template, keys))
    }
    const last: string | undefined = [...found.keys()].at(-1)
    if (last === undefined || last === looked) break
    looked = last
    const known = await readTemplate(db, last)
    at = known === undefined ? undefined : (JSON.parse(known.document) as TemplatePackage)
  }
  return [...found.values()]
}

async function sealed(db: Db, seal: Seal, hash: string, keys: readonly TrustedKey[]): Promise<Origin> {
  const known = await readTemplate(db, hash)
  return { ...told(seal.manifest, hash), trust: trustIn('file', seal, keys), isKnown: known !== undefined }
}

async function named(db: Db, ref: TemplateRef, keys: readonly TrustedKey[]): Promise<Origin> {
  const known = await readTemplate(db, ref.hash)
  if (known === undefined) {
    const { publisher, version, hash, id } = ref
    return { publisher, name: id, version, hash, region: null, trust: 'unsigned', date: null, isKnown: false }
  }
  const { manifest, signature } = JSON.parse(known.document) as TemplatePackage
  const seal = signature === undefined ? null : { manifest, signature }
  return { ...told(manifest, ref.hash), trust: trustIn(known.source, seal, keys), isKnown: true }
}

function told({ publisher, name, version, region, date }: Manifest, hash: string) {
  return { publisher, name, version, hash, region: region ?? null, date: date ?? null }
}
