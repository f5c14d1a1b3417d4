import type { Scheme } from '@yardstick/model'
import { type Selectable, sql } from 'kysely'
import type { Grant } from '../access/rights.ts'
import { containing } from './containing.ts'
import { regionNames } from './regions.ts'
import type { SchemeTable } from './tables/schemes.ts'
import type { Db } from './tables.ts'
import { withinReach } from './within-reach.ts'

export type SchemeRow = Selectable<SchemeTable>

/** A scheme with who saved it last and the newest version that is in use; null for a region that has no name. */
export interface SchemeHead extends SchemeRow {
  readonly region_name: string | null
  readonly saved_by: string
  readonly latest: { readonly hash: string; readonly number: number } | null
}

export interface SchemeFilter {
  readonly search?: string | undefined
  readonly state?: SchemeTable['state'] | 'removed' | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Newest first, by when they were made; those beyond `after`. */
export async function listSchemes(db: Db, grants: readonly Grant[], filter: SchemeFilter): Promise<SchemeHead[]> {
  const { search, state, after, limit } = filter
  let query = db
    .selectFrom('scheme')
    .selectAll()
    .where(withinReach(grants, { region: 'region' }))
  query = query.where('removed_at', state === 'removed' ? 'is not' : 'is', null)
  if (state !== undefined && state !== 'removed') query = query.where('state', '=', state)
  if (search !== undefined) query = query.where('name', 'like', containing(search))
  if (after !== undefined) query = query.where('id', '<', after)
  return headsOf(db, await query.orderBy('id', 'desc').limit(limit).execute())
}

/** Of a scheme that is there. */
export async function schemeHead(db: Db, id: string): Promise<SchemeHead> {
  const scheme = await db.selectFrom('scheme').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return (await headsOf(db, [scheme]))[0]!
}

async function headsOf(db: Db, schemes: readonly SchemeRow[]): Promise<SchemeHead[]> {
  if (schemes.length === 0) return []
  const ids = schemes.map(({ id }) => id)
  const savers = await db
    .selectFrom('scheme_revision')
    .innerJoin('scheme', (join) =>
      join.onRef('scheme.id', '=', 'scheme_revision.scheme_id').onRef('scheme.revision', '=', 'scheme_revision.number'),
    )
    .select(['scheme.id', 'scheme_revision.saved_by'])
    .where('scheme.id', 'in', ids)
    .execute()
  const versions = await db
    .selectFrom('scheme_version')
    .select(['scheme_id', 'hash', 'number'])
    .where('scheme_id', 'in', ids)
    .where('retired_at', 'is', null)
    .orderBy('number')
    .execute()
  const nameOf = await regionNames(
    db,
    schemes.map(({ region }) => region),
  )
  const saverOf = new Map(savers.map(({ id, saved_by }) => [id, saved_by]))
  const latestOf = new Map(versions.map(({ scheme_id, hash, number }) => [scheme_id, { hash, number }]))
  return schemes.map((scheme) => ({
    ...scheme,
    region_name: nameOf.get(scheme.region) ?? null,
    saved_by: saverOf.get(scheme.id) ?? scheme.created_by,
    latest: latestOf.get(scheme.id) ?? null,
  }))
}

/** What a scheme's newest revision says of where it comes from, so that it can be asked for. */
export type LineageColumns = Pick<SchemeRow, 'template_hash' | 'template_id' | 'template_publisher' | 'adopted_as'>

export function lineageColumns({ lineage }: Pick<Scheme, 'lineage'>): LineageColumns {
  const { template, mode } = lineage ?? {}
  return {
    template_hash: template?.hash ?? null,
    template_id: template?.id ?? null,
    template_publisher: template?.publisher ?? null,
    adopted_as: mode ?? null,
  }
}

/** What the schemes of one region say of themselves: their own id and form code, and the template they come from. */
export async function schemesIn(db: Db, region: string) {
  const document = sql`scheme_revision.document::jsonb`
  const rows = await db
    .selectFrom('scheme')
    .innerJoin('scheme_revision', (join) =>
      join.onRef('scheme_revision.scheme_id', '=', 'scheme.id').onRef('scheme_revision.number', '=', 'scheme.revision'),
    )
    .select(['scheme.name', 'scheme.template_id', 'scheme.template_publisher'])
    .select([
      sql<string>`${document} ->> 'id'`.as('id'),
      sql<string | null>`${document} ->> 'formCode'`.as('formCode'),
      sql<string | null>`${document} #>> '{lineage,template,version}'`.as('version'),
    ])
    .where('scheme.region', '=', region)
    .where('scheme.removed_at', 'is', null)
    .orderBy('scheme.id')
    .limit(MOST_IN_REGION)
    .execute()
  return rows.map(({ id, name, formCode, version, template_id, template_publisher }) => {
    const template = { id: template_id ?? '', publisher: template_publisher ?? '', version: version ?? '' }
    return { id, name, formCode, template: template_id === null ? null : template }
  })
}

const MOST_IN_REGION = 1_000

/** The schemes of these grants that were adopted from a template, in whichever version. */
export async function listAdoptions(
  db: Db,
  grants: readonly Grant[],
  { template_id, publisher }: { readonly template_id: string; readonly publisher: string },
): Promise<SchemeHead[]> {
  const rows = await db
    .selectFrom('scheme')
    .selectAll()
    .where('template_publisher', '=', publisher)
    .where('template_id', '=', template_id)
    .where('removed_at', 'is', null)
    .where(withinReach(grants, { region: 'region' }))
    .orderBy('id')
    .limit(MOST_ADOPTIONS)
    .execute()
  return headsOf(db, rows)
}

const MOST_ADOPTIONS = 1_000

export function readScheme(db: Db, id: string): Promise<SchemeRow | undefined> {
  return db.selectFrom('scheme').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The same, held to the end of the transaction: whoever changes this scheme waits. */
export function holdScheme(db: Db, id: string): Promise<SchemeRow | undefined> {
  return db.selectFrom('scheme').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function addScheme(db: Db, scheme: SchemeRow): Promise<void> {
  await db.insertInto('scheme').values(scheme).execute()
}

/** Of a scheme that is held. */
export async function setScheme(
  db: Db,
  id: string,
  fields: Partial<Pick<SchemeRow, 'name' | 'state' | 'revision' | 'updated_at' | 'removed_at' | keyof LineageColumns>>,
): Promise<void> {
  await db.updateTable('scheme').set(fields).where('id', '=', id).execute()
}
