import { fingerprint, type Trust, type TrustedKey } from '@yardstick/exchange/package'
import { type Manifest, regionPrefix } from '@yardstick/model'
import { namesOf } from '../store/names-of.ts'
import type { Db } from '../store/tables.ts'
import { knownTemplates, type TemplateRow, versionsOf } from '../store/templates.ts'
import { type KeptHead, readHead, trustOfRow } from './kept-head.ts'
import { nameOfRow, newestFirst } from './newest-known.ts'
import { trustedKeys } from './trusted-keys.ts'

/** The whole of the country, a province, a city, a county or what is in it. */
export type Level = 'nation' | 'province' | 'city' | 'county'

/** A template as the API gives it in lists. */
export interface TemplateHead {
  readonly hash: string
  readonly id: string
  readonly name: string
  readonly version: string
  readonly publisher: string
  readonly region: { readonly name: string; readonly code?: string } | null
  readonly level: Level | null
  readonly departmentTypes: readonly string[]
  readonly formCode: string | null
  readonly basis: readonly string[]
  readonly licence: string
  readonly date: string | null
  readonly source: TemplateRow['source']
  readonly kind: TemplateRow['kind']
  /** The scheme of this server it was signed from. */
  readonly scheme: string | null
  readonly trust: Trust
  /** Fingerprint of the key. */
  readonly key: string | null
  readonly isNewest: boolean
  readonly isRemoved: boolean
  readonly receivedAt: Date
  readonly receivedBy: string
  readonly schemes: KeptHead['schemes']
  readonly modules: KeptHead['modules']
  /** What a proposal would change, and whether that is known here. */
  readonly proposal: {
    readonly to: NonNullable<Manifest['proposal']>['to']
    readonly note: string | null
    readonly isKnown: boolean
  } | null
}

/** Heads of these rows, in their order: trust as it is now, the newest version of each told. */
export async function templateHeads(db: Db, rows: readonly TemplateRow[]): Promise<TemplateHead[]> {
  const keys = await trustedKeys(db)
  const nameOf = await namesOf(
    db,
    rows.map(({ received_by }) => received_by),
  )
  const known = await knownTemplates(
    db,
    rows.flatMap(({ proposed_to }) => proposed_to ?? []),
  )
  const newest = await newestOf(db, rows, keys)
  return rows.map((row) => {
    const isNewest = row.kind === 'template' && newest.get(templateKey(row)) === row.version
    return shown(row, {
      keys,
      isNewest,
      receivedBy: nameOf(row.received_by),
      isKnown: known.has(row.proposed_to ?? ''),
    })
  })
}

const templateKey = (row: TemplateRow) => {
  const { publisher, id, region } = nameOfRow(row)
  return JSON.stringify([publisher, id, region])
}

/** The newest version in the lists of each of these templates. */
async function newestOf(
  db: Db,
  rows: readonly TemplateRow[],
  keys: readonly TrustedKey[],
): Promise<Map<string, string>> {
  const versions = await versionsOf(db, [...new Set(rows.map(({ template_id }) => template_id))])
  const newest = new Map<string, string>()
  for (const each of newestFirst(versions, keys)) {
    const key = templateKey(each)
    if (each.removed_at === null && !newest.has(key)) newest.set(key, each.version)
  }
  return newest
}

interface Told {
  readonly keys: readonly TrustedKey[]
  readonly isNewest: boolean
  readonly receivedBy: string
  readonly isKnown: boolean
}

function shown(row: TemplateRow, { keys, isNewest, receivedBy, isKnown }: Told): TemplateHead {
  const { manifest, schemes, modules } = readHead(row)
  const { region, proposal } = manifest
  return {
    hash: row.hash,
    id: row.template_id,
    name: manifest.name,
    version: row.version,
    publisher: row.publisher,
    region: region ?? null,
    level: levelOf(region),
    departmentTypes: manifest.departmentTypes ?? [],
    formCode: manifest.formCode ?? null,
    basis: manifest.basis ?? [],
    licence: manifest.licence,
    date: manifest.date ?? null,
    source: row.source,
    kind: row.kind,
    scheme: row.scheme_id,
    trust: trustOfRow(row, keys),
    key: row.key === null ? null : fingerprint(row.key),
    isNewest,
    isRemoved: row.removed_at !== null,
    receivedAt: row.received_at,
    receivedBy,
    schemes,
    modules,
    proposal: proposal === undefined ? null : { to: proposal.to, note: proposal.note ?? null, isKnown },
  }
}

/** By its code; by its name where it is the whole country. */
function levelOf(region: Manifest['region']): Level | null {
  if (region === undefined) return null
  if (region.code === undefined) return /^(全国|国家|中国|中华人民共和国)$/.test(region.name) ? 'nation' : null
  const digits = regionPrefix(region.code).length
  if (digits < 2) return 'nation'
  if (digits === 2) return 'province'
  return digits === 4 ? 'city' : 'county'
}
