import { type Base, type Database, ofDesign, TABLES } from './database.ts'

export type { Base } from './database.ts'

/** Ids of the designs here that are copies of the server's. */
export async function listBases(database: Database): Promise<ReadonlySet<string>> {
  return new Set(await database.getAllKeys('bases'))
}

export async function readBase(database: Database, id: string): Promise<Base | undefined> {
  return database.get('bases', id)
}

export async function keepBase(database: Database, base: Base): Promise<void> {
  await database.put('bases', base)
}

/** It is of this browser alone from now on. */
export async function dropBase(database: Database, id: string): Promise<void> {
  await database.delete('bases', id)
}

/** A design of this browser becomes its copy of the server's: the same rows, with their history, under the server's id. */
export async function becomeCopy(database: Database, from: string, base: Base): Promise<void> {
  const { id } = base
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
    transaction.objectStore('bases').put(base),
    designs.delete(from),
    snapshots.delete(from),
    entries.delete(ofDesign(from)),
    savePoints.delete(ofDesign(from)),
  ])
  await transaction.done
}
