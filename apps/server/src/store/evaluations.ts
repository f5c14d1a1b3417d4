import { type Selectable, sql } from 'kysely'
import type { EvaluationTable } from './tables/evaluations.ts'
import type { Db } from './tables.ts'

export type StoredEvaluation = Selectable<EvaluationTable>

export async function addEvaluations(tx: Db, rows: readonly StoredEvaluation[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('evaluation').values(rows).execute()
}

/** Without the documents, in order of the submissions' ids. */
export function listEvaluations(
  db: Db,
  run: string,
  filter: {
    readonly after?: string | undefined
    readonly state?: StoredEvaluation['state'] | undefined
    readonly limit: number
  },
) {
  let query = db
    .selectFrom('evaluation')
    .innerJoin('submission', 'submission.id', 'evaluation.submission_id')
    .innerJoin('department', 'department.id', 'submission.department_id')
    .select([
      'evaluation.submission_id',
      'evaluation.state',
      'evaluation.grade',
      'evaluation.version_hash',
      'evaluation.created_at',
      'submission.project',
      'department.id as department_id',
      'department.name as department_name',
      'department.type as department_type',
      'department.region as department_region',
    ])
    // A score of 80 is "80" on both stores, however it was written into the column.
    .select([decimal('evaluation.total').as('total'), decimal<string>('evaluation.full_score').as('full_score')])
    .where('evaluation.run_id', '=', run)
  if (filter.state !== undefined) query = query.where('evaluation.state', '=', filter.state)
  if (filter.after !== undefined) query = query.where('evaluation.submission_id', '>', filter.after)
  return query.orderBy('evaluation.submission_id').limit(filter.limit).execute()
}

export function readEvaluation(db: Db, run: string, submission: string): Promise<StoredEvaluation | undefined> {
  return db
    .selectFrom('evaluation')
    .selectAll()
    .where('run_id', '=', run)
    .where('submission_id', '=', submission)
    .executeTakeFirst()
}

/** Whole, as they are recomputed; in order of the submissions' ids. */
export function readEvaluations(
  db: Db,
  run: string,
  { after = '', limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<StoredEvaluation[]> {
  return db
    .selectFrom('evaluation')
    .selectAll()
    .where('run_id', '=', run)
    .where('submission_id', '>', after)
    .orderBy('submission_id')
    .limit(limit)
    .execute()
}

export function countEvaluations(db: Db, run: string): Promise<{ state: StoredEvaluation['state']; count: number }[]> {
  return db
    .selectFrom('evaluation')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('run_id', '=', run)
    .groupBy('state')
    .orderBy('state')
    .execute()
}

/** A numeric as decimal text without trailing zeros. */
function decimal<T extends string | null = string | null>(column: string) {
  return sql<T>`trim_scale(${sql.ref(column)})`
}
