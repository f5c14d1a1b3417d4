import type { Selectable } from 'kysely'
import type { ReportTextsTable } from './tables/report-texts.ts'
import type { Db } from './tables.ts'

export type StoredTexts = Selectable<ReportTextsTable>

export function readTexts(db: Db, submission: string): Promise<StoredTexts | undefined> {
  return db.selectFrom('report_texts').selectAll().where('submission_id', '=', submission).executeTakeFirst()
}

/** In place of those that were there; whoever writes holds the submission. */
export async function writeTexts(tx: Db, texts: StoredTexts): Promise<void> {
  await tx
    .insertInto('report_texts')
    .values(texts)
    .onConflict((conflict) => conflict.column('submission_id').doUpdateSet(texts))
    .execute()
}
