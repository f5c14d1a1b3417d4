import type { Selectable } from 'kysely'
import { type Grant, regionPrefix } from '../access/rights.ts'
import { containing } from './containing.ts'
import type { DepartmentTable } from './tables/departments.ts'
import type { Db } from './tables.ts'
import { withinReach } from './within-reach.ts'

export type Department = Selectable<DepartmentTable>

export interface DepartmentFilter {
  readonly region?: string | undefined
  readonly parent?: string | undefined
  readonly type?: string | undefined
  readonly search?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Those that are not retired, in order of their ids; the first beyond `after`. */
export function listDepartments(db: Db, grants: readonly Grant[], filter: DepartmentFilter): Promise<Department[]> {
  let query = db
    .selectFrom('department')
    .selectAll()
    .where('retired_at', 'is', null)
    .where(withinReach(grants, { region: 'region', department: 'id' }))
  if (filter.region !== undefined) query = query.where('region', '=', filter.region)
  if (filter.parent !== undefined) query = query.where('parent_id', '=', filter.parent)
  if (filter.type !== undefined) query = query.where('type', '=', filter.type)
  if (filter.search !== undefined) query = query.where('name', 'like', containing(filter.search))
  if (filter.after !== undefined) query = query.where('id', '>', filter.after)
  return query.orderBy('id').limit(filter.limit).execute()
}

export function readDepartment(db: Db, id: string): Promise<Department | undefined> {
  return db.selectFrom('department').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Those of these ids that are not retired, in order of their ids. */
export async function departmentsById(db: Db, ids: readonly string[]): Promise<Department[]> {
  const found: Department[] = []
  const all = [...new Set(ids)].sort()
  for (let at = 0; at < all.length; at += BATCH) {
    const some = all.slice(at, at + BATCH)
    const query = db.selectFrom('department').selectAll().where('id', 'in', some).where('retired_at', 'is', null)
    found.push(...(await query.orderBy('id').execute()))
  }
  return found
}

/** All of a region and the regions below it that are not retired, of a type or of any, in order of their ids. */
export function departmentsBelow(db: Db, region: string, type: string | undefined): Promise<Department[]> {
  let query = db.selectFrom('department').selectAll().where('retired_at', 'is', null)
  const prefix = regionPrefix(region)
  if (prefix !== '') query = query.where('region', 'like', `${prefix}%`)
  if (type !== undefined) query = query.where('type', '=', type)
  return query.orderBy('id').execute()
}

/** All that are not retired, read page by page. */
export async function allDepartments(db: Db): Promise<Department[]> {
  const all: Department[] = []
  for (;;) {
    const query = db.selectFrom('department').selectAll().where('retired_at', 'is', null)
    const some = await query
      .where('id', '>', all.at(-1)?.id ?? '')
      .orderBy('id')
      .limit(PAGE)
      .execute()
    for (const each of some) all.push(each)
    if (some.length < PAGE) return all
  }
}

/** Parents stand before their children. */
export async function addDepartments(tx: Db, departments: readonly Department[]): Promise<void> {
  for (let at = 0; at < departments.length; at += BATCH) {
    await tx
      .insertInto('department')
      .values(departments.slice(at, at + BATCH))
      .execute()
  }
}

const BATCH = 1_000
const PAGE = 5_000

export async function addDepartment(db: Db, department: Department): Promise<void> {
  await db.insertInto('department').values(department).execute()
}

/** false: somebody else has changed it since. */
export async function changeDepartment(
  db: Db,
  { id, revision }: { id: string; revision: number },
  fields: Partial<Pick<Department, 'name' | 'code' | 'type' | 'region' | 'parent_id' | 'retired_at'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('department')
    .set({ ...fields, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Changes with every change of any department. */
export async function departmentsMark(db: Db): Promise<string> {
  const row = await db
    .selectFrom('department')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number | null>('revision').as('revisions')])
    .executeTakeFirstOrThrow()
  return `${row.count} ${row.revisions ?? 0}`
}

/** The ids from this department up to the top of its tree, itself first. */
export async function ancestors(db: Db, id: string): Promise<string[]> {
  const found: string[] = []
  for (let at: string | null = id; at !== null && !found.includes(at); ) {
    found.push(at)
    at = (await readDepartment(db, at))?.parent_id ?? null
  }
  return found
}
