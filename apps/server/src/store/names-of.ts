import { localPerson } from '../access/person.ts'
import type { Db } from './tables.ts'

/** How those who did something are shown, by their ids; who has no account is shown by the id. */
export async function namesOf(db: Db, ids: Iterable<string | null>): Promise<(id: string) => string> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  const rows =
    wanted.length === 0
      ? []
      : await db.selectFrom('account').select(['id', 'title']).where('id', 'in', wanted).execute()
  const titles = new Map([[localPerson.id, localPerson.title], ...rows.map(({ id, title }) => [id, title] as const)])
  return (id) => titles.get(id) ?? id
}
