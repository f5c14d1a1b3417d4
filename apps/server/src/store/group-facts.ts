import { type Selectable, sql } from 'kysely'
import type { GroupFactsTable } from './tables/evaluations.ts'
import type { Db } from './tables.ts'

export type FrozenFacts = Selectable<GroupFactsTable>

/** The facts of a campaign's groups as they are frozen from now on, in place of those from before. */
export async function freezeFacts(tx: Db, campaign: string, facts: readonly FrozenFacts[]): Promise<void> {
  await tx.deleteFrom('group_facts').where('campaign_id', '=', campaign).execute()
  for (const each of facts) await tx.insertInto('group_facts').values(each).execute()
}

/** Without the documents, which may be large. */
export function frozenHashes(db: Db, campaign: string): Promise<Omit<FrozenFacts, 'document'>[]> {
  return db
    .selectFrom('group_facts')
    .select(['campaign_id', 'version_hash', 'hash', 'frozen_at'])
    .where('campaign_id', '=', campaign)
    .execute()
}

export async function frozenText(db: Db, campaign: string, version: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('group_facts')
    .select('document')
    .where('campaign_id', '=', campaign)
    .where('version_hash', '=', version)
    .executeTakeFirst()
  return row?.document
}

/** A run reads the frozen facts of its campaign, and goes on reading them when others are frozen later. */
export async function readFrozen(tx: Db, run: string, campaign: string): Promise<void> {
  await sql`insert into scoring_input (hash, document)
    select hash, min(document) from group_facts where campaign_id = ${campaign} group by hash order by hash
    on conflict do nothing`.execute(tx)
  await sql`insert into run_group (run_id, version_hash, facts_hash)
    select ${run}, version_hash, hash from group_facts where campaign_id = ${campaign}`.execute(tx)
}

export async function readLive(tx: Db, run: string, version: string, facts: string): Promise<void> {
  await tx.insertInto('run_group').values({ run_id: run, version_hash: version, facts_hash: facts }).execute()
}

/** By version, the hash of the facts that a run reads. */
export async function factsOfRun(db: Db, run: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('run_group').selectAll().where('run_id', '=', run).execute()
  return new Map(rows.map(({ version_hash, facts_hash }) => [version_hash, facts_hash]))
}
