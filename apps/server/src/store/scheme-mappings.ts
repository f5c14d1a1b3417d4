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
