import { fingerprint } from '@yardstick/exchange/package'
import type { Scheme, TemplatePackage, TemplateRef } from '@yardstick/model'
import { notFound, refusal } from '../refusal.ts'
import type { Db } from '../store/tables.ts'
import { readTemplate, type Template } from '../store/templates.ts'
import { readHead } from './kept-head.ts'
import { isTrusted, trustedKeys, trustIn } from './trusted-keys.ts'

/** A scheme of a template in the library, as a lineage names it. */
export interface Origin {
  readonly template: TemplateRef
  readonly row: Template
  readonly scheme: Scheme
}

export async function existingTemplate(db: Db, hash: string): Promise<Template> {
  const template = await readTemplate(db, hash)
  if (template === undefined) throw notFound(hash)
  return template
}

export function packageOf({ document }: Pick<Template, 'document'>): TemplatePackage {
  return JSON.parse(document) as TemplatePackage
}

/** One of a package's schemes. throws  TEMPLATE_PROPOSAL of a proposal, which nobody adopts; 404 where there is no such one */
export function originIn(row: Template, id: string): Origin {
  if (row.kind === 'proposal') throw refusal('TEMPLATE_PROPOSAL', { found: readHead(row).manifest.name })
  const scheme = packageOf(row).schemes.find((each) => each.id === id)
  if (scheme === undefined) throw notFound(id)
  const { template_id, version, hash, publisher } = row
  return { template: { id: template_id, version, hash, publisher, scheme: id }, row, scheme }
}

/** What a lineage says a scheme comes from. throws  TEMPLATE_UNKNOWN */
export async function originOf(db: Db, ref: TemplateRef): Promise<Origin> {
  const row = await readTemplate(db, ref.hash)
  const isThere = row !== undefined && packageOf(row).schemes.some(({ id }) => id === ref.scheme)
  if (!isThere) throw refusal('TEMPLATE_UNKNOWN', { pointer: '/lineage/template', found: { ...ref } })
  return originIn(row, ref.scheme)
}

/** Refuses what nobody answers for. throws  TEMPLATE_UNTRUSTED */
export async function demandTrusted(db: Db, row: Template): Promise<void> {
  const { manifest, signature } = packageOf(row)
  const trust = trustIn(row.source, signature === undefined ? null : { manifest, signature }, await trustedKeys(db))
  if (isTrusted(trust)) return
  const { key, publisher } = row
  const found = { trust, publisher, key, fingerprint: key === null ? null : fingerprint(key) }
  throw refusal('TEMPLATE_UNTRUSTED', { found })
}
