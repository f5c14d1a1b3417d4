import { type Base, type Database, ofDesign, TABLES } from './database.ts'

export type { Base } from './database.ts'

/** What the server had of each design here that is a copy of one of its schemes. */
export async function listBases(database: Database): Promise<Base[]> {
  return database.getAll('bases')
}

export async function readBase(database: Database, id: string): Promise<Base | undefined> {
  return database.get('bases', id)
}

export async function keepBase(database: Database, base: Base): Promise<void> {
  await database.put('bases', base)
}

/**
 * A design under another id: the same rows, with their history. With a base it is a copy of the server's scheme from now
 * on, without one it is of this browser alone.
 */
export async function renameDesign(database: Database, from: string, id: string, base?: Base): Promise<void> {
  const transaction = database.transaction(TABLES, 'readwrite', { durability: 'strict' })
  const [designs, snapshots] = [transaction.objectStore('designs'), transaction.objectStore('snapshots')]
  const [entries, savePoints] = [transaction.objectStore('entries'), transaction.objectStore('save-points')]
  const row = await designs.get(from)
  const snapshot = await snapshots.get(from)
  const entryRows = await entries.getAll(ofDesign(from))
  const savePointRows = await savePoints.getAll(ofDesign(from))
  await Promise.all([
    row && designs.put({ ...row, id }),
    snapshot && snapshots.put({ ...snapshot, id }),
    ...entryRows.map((each) => entries.put({ ...each, design: id })),
    ...savePointRows.map((each) => savePoints.put({ ...each, design: id })),
    transaction.objectStore('bases').delete(from),
    base && transaction.objectStore('bases').put(base),
    designs.delete(from),
    snapshots.delete(from),
    entries.delete(ofDesign(from)),
    savePoints.delete(ofDesign(from)),
  ])
  await transaction.done
}
