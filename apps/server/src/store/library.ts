import { type Selectable, sql } from 'kysely'
import type { Grant } from '../access/rights.ts'
import type { LibraryEntryTable, LibraryTagTable } from './tables/library.ts'
import type { Db } from './tables.ts'
import { withinReach } from './within-reach.ts'

export type LibraryEntry = Selectable<LibraryEntryTable>
export type EntryHead = Omit<LibraryEntry, 'document'>
export type Tag = Pick<LibraryTagTable, 'facet' | 'tag'>

/** All that are in use, with a tag where one is asked for; in no order. */
export async function listEntries(db: Db, tag?: Partial<Tag>): Promise<EntryHead[]> {
  let query = db
    .selectFrom('library_entry')
    .select(['id', 'kind', 'name', 'region', 'hash', 'revision', 'created_by', 'updated_at', 'retired_at'])
    .where('retired_at', 'is', null)
  if (tag !== undefined) {
    let tagged = db.selectFrom('library_tag').select('entry_id')
    if (tag.facet !== undefined) tagged = tagged.where('facet', '=', tag.facet)
    if (tag.tag !== undefined) tagged = tagged.where('tag', '=', tag.tag)
    query = query.where('id', 'in', tagged)
  }
  return query.execute()
}

export function readEntry(db: Db, id: string): Promise<LibraryEntry | undefined> {
  return db.selectFrom('library_entry').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The tags of these entries, by entry. */
export async function tagsOf(db: Db, entries: readonly string[]): Promise<(entry: string) => Tag[]> {
  const rows =
    entries.length === 0
      ? []
      : await db
          .selectFrom('library_tag')
          .selectAll()
          .where('entry_id', 'in', entries)
          .orderBy('facet')
          .orderBy('tag')
          .execute()
  return (entry) => rows.filter(({ entry_id }) => entry_id === entry).map(({ facet, tag }) => ({ facet, tag }))
}

/** How often each tag is given to entries in use. */
export async function countTags(db: Db): Promise<(Tag & { entry: string })[]> {
  const rows = await db
    .selectFrom('library_tag')
    .innerJoin('library_entry', 'library_entry.id', 'library_tag.entry_id')
    .select(['library_tag.facet', 'library_tag.tag', 'library_tag.entry_id'])
    .where('library_entry.retired_at', 'is', null)
    .execute()
  return rows.map(({ facet, tag, entry_id }) => ({ facet, tag, entry: entry_id }))
}

export async function addEntry(db: Db, entry: LibraryEntry, tags: readonly Tag[]): Promise<void> {
  await db.insertInto('library_entry').values(entry).execute()
  await setTags(db, entry.id, tags)
}

/** false: somebody else has changed it since. */
export async function changeEntry(
  db: Db,
  { id, revision }: { id: string; revision: number },
  fields: Partial<Omit<LibraryEntry, 'id' | 'revision' | 'created_by'>>,
  tags?: readonly Tag[],
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('library_entry')
    .set({ ...fields, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  if (tags !== undefined) await setTags(db, id, tags)
  return true
}

async function setTags(db: Db, entry: string, tags: readonly Tag[]): Promise<void> {
  await db.deleteFrom('library_tag').where('entry_id', '=', entry).execute()
  const rows = tags.map((tag) => ({ ...tag, entry_id: entry }))
  if (rows.length === 0) return
  await db
    .insertInto('library_tag')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export interface Use {
  readonly scheme: string
  readonly name: string
  readonly region: string
  readonly indicator: string
  /** Of the entry's document as it was taken over. */
  readonly hash: string
}

/** The schemes of these grants whose newest revision still has what it took over. */
export async function listUses(db: Db, grants: readonly Grant[], entry: string, limit: number): Promise<Use[]> {
  return (
    db
      .selectFrom('library_use')
      .innerJoin('scheme', 'scheme.id', 'library_use.scheme_id')
      .innerJoin('scheme_revision', (join) =>
        join
          .onRef('scheme_revision.scheme_id', '=', 'scheme.id')
          .onRef('scheme_revision.number', '=', 'scheme.revision'),
      )
      .select(['scheme.id as scheme', 'scheme.name', 'scheme.region'])
      .select(['library_use.indicator_id as indicator', 'library_use.hash'])
      .where('library_use.entry_id', '=', entry)
      .where('scheme.removed_at', 'is', null)
      .where(withinReach(grants, { region: 'scheme.region' }))
      // Ids need no escapes in JSON, and canonical text has no spaces.
      .where(sql<boolean>`strpos(scheme_revision.document, '"id":"' || library_use.indicator_id || '"') > 0`)
      .orderBy('scheme.name')
      .orderBy('scheme.id')
      .limit(limit)
      .execute()
  )
}

/** Taken over once more, it counts as taken over now. */
export async function addUse(
  db: Db,
  use: { readonly entry: string; readonly scheme: string; readonly indicator: string; readonly hash: string },
): Promise<void> {
  await db
    .insertInto('library_use')
    .values({ entry_id: use.entry, scheme_id: use.scheme, indicator_id: use.indicator, hash: use.hash })
    .onConflict((conflict) =>
      conflict.columns(['entry_id', 'scheme_id', 'indicator_id']).doUpdateSet({ hash: use.hash }),
    )
    .execute()
}
