import type { Selectable } from 'kysely'
import type { SchemeMappingTable } from './tables/templates.ts'
import type { Db } from './tables.ts'

export type SchemeMapping = Selectable<SchemeMappingTable>

export function readMapping(db: Db, scheme: string): Promise<SchemeMapping | undefined> {
  return db.selectFrom('scheme_mapping').selectAll().where('scheme_id', '=', scheme).executeTakeFirst()
}

/** Of a scheme that is held. */
export async function writeMapping(db: Db, mapping: SchemeMapping): Promise<void> {
  const { scheme_id: _, ...fields } = mapping
  await db
    .insertInto('scheme_mapping')
    .values(mapping)
    .onConflict((conflict) => conflict.column('scheme_id').doUpdateSet(fields))
    .execute()
}

/** Of the scheme that a version was published from: text of a mapping. */
export async function mappingOfVersion(db: Db, hash: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('scheme_mapping')
    .innerJoin('scheme_version', 'scheme_version.scheme_id', 'scheme_mapping.scheme_id')
    .select('scheme_mapping.document')
    .where('scheme_version.hash', '=', hash)
    .executeTakeFirst()
  return row?.document
}
