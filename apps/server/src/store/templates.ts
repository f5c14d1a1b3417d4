import type { Selectable } from 'kysely'
import type { TemplateTable } from './tables/templates.ts'
import type { Db } from './tables.ts'

export type Template = Selectable<TemplateTable>
export type TemplateRow = Omit<Template, 'document'>

const ROW = [
  ...(['hash', 'template_id', 'version', 'publisher', 'kind', 'source', 'key', 'head', 'proposed_to'] as const),
  ...(['scheme_id', 'received_by', 'received_at', 'removed_at'] as const),
] as const

export interface TemplateFilter {
  readonly kind?: Template['kind'] | undefined
  readonly source?: Template['source'] | undefined
  readonly publisher?: string | undefined
  /** With those that were taken out of the lists. */
  readonly withRemoved?: boolean
}

/** In no order; without their files. */
export function listTemplates(
  db: Db,
  { kind, source, publisher, withRemoved = false }: TemplateFilter,
): Promise<TemplateRow[]> {
  let query = db.selectFrom('template').select(ROW)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (source !== undefined) query = query.where('source', '=', source)
  if (publisher !== undefined) query = query.where('publisher', '=', publisher)
  if (!withRemoved) query = query.where('removed_at', 'is', null)
  return query.execute()
}

/** Every version that is known of templates of these ids, of whichever publisher; those taken out of the lists too. */
export function versionsOf(db: Db, ids: readonly string[]): Promise<TemplateRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db.selectFrom('template').select(ROW).where('template_id', 'in', ids).where('kind', '=', 'template').execute()
}

/** Of every version of the template that has this one; itself where it is not known. */
export async function hashesOfVersions(db: Db, hash: string): Promise<string[]> {
  const rows = await db
    .selectFrom('template')
    .innerJoin('template as named', (join) =>
      join.onRef('named.template_id', '=', 'template.template_id').onRef('named.publisher', '=', 'template.publisher'),
    )
    .select('template.hash')
    .where('named.hash', '=', hash)
    .execute()
  return [...new Set([hash, ...rows.map((row) => row.hash)])]
}

/** Which versions of which templates there are in the lists. */
export async function knownVersions(db: Db): Promise<{ id: string; version: string; publisher: string }[]> {
  return db
    .selectFrom('template')
    .select(['template_id as id', 'version', 'publisher'])
    .where('kind', '=', 'template')
    .where('removed_at', 'is', null)
    .execute()
}

/** Proposals to change one of these. */
export function proposalsTo(db: Db, hashes: readonly string[]): Promise<TemplateRow[]> {
  if (hashes.length === 0) return Promise.resolve([])
  return db
    .selectFrom('template')
    .select(ROW)
    .where('proposed_to', 'in', hashes)
    .where('removed_at', 'is', null)
    .orderBy('received_at', 'desc')
    .orderBy('hash')
    .execute()
}

/** What was signed from this scheme. */
export function signedFrom(db: Db, scheme: string): Promise<TemplateRow[]> {
  return db.selectFrom('template').select(ROW).where('scheme_id', '=', scheme).execute()
}

export function readTemplate(db: Db, hash: string): Promise<Template | undefined> {
  return db.selectFrom('template').selectAll().where('hash', '=', hash).executeTakeFirst()
}

export async function knownTemplates(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await db.selectFrom('template').select('hash').where('hash', 'in', hashes).execute()
  return new Set(rows.map(({ hash }) => hash))
}

/** false: it is there already, and in the lists. */
export async function addTemplate(db: Db, template: Template): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('template')
    .values(template)
    .onConflict((conflict) =>
      conflict
        .column('hash')
        .doUpdateSet({ removed_at: null, received_by: template.received_by, received_at: template.received_at })
        .where('template.removed_at', 'is not', null),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The same template under another signature, in place of the one that is there: a hash names what was signed, not by whom. */
export async function resealTemplate(db: Db, { hash, ...template }: Template): Promise<void> {
  await db.updateTable('template').set(template).where('hash', '=', hash).execute()
}

/** false: it was taken out already. */
export async function removeTemplate(db: Db, hash: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('template')
    .set({ removed_at: at })
    .where('hash', '=', hash)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** These are what comes with the product now: new ones are added, others of its templates go out of the lists. */
export async function keepBuiltIns(db: Db, templates: readonly Template[], at: Date): Promise<void> {
  const known = await db
    .selectFrom('template')
    .select(['hash', 'removed_at'])
    .where('source', '=', 'built-in')
    .execute()
  const [hashes, listed] = [
    new Set(templates.map(({ hash }) => hash)),
    known.filter((each) => each.removed_at === null),
  ]
  const knownHashes = new Set(known.map(({ hash }) => hash))
  const gone = listed.filter(({ hash }) => !hashes.has(hash)).map(({ hash }) => hash)
  const back = known.filter((each) => each.removed_at !== null && hashes.has(each.hash)).map(({ hash }) => hash)
  if (gone.length > 0) await db.updateTable('template').set({ removed_at: at }).where('hash', 'in', gone).execute()
  if (back.length > 0) await db.updateTable('template').set({ removed_at: null }).where('hash', 'in', back).execute()
  for (const template of templates) {
    if (knownHashes.has(template.hash)) continue
    // Another server may begin at the same time; and who signed the same text has not made it theirs.
    await db
      .insertInto('template')
      .values(template)
      .onConflict((conflict) => conflict.column('hash').doUpdateSet(builtIn(template)))
      .execute()
  }
}

function builtIn({ hash: _, ...template }: Template): Omit<Template, 'hash'> {
  return template
}
