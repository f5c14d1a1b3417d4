import type { Scheme } from '@yardstick/model'
import { type Database, ofDesign } from './database.ts'

/** A state of the scheme that a person gave a name. */
export interface SavePoint {
  readonly number: number
  readonly name: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Who made it, where it is on the server. */
  readonly by?: string
}

/** Newest first. */
export async function listSavePoints(database: Database, design: string): Promise<SavePoint[]> {
  const rows = await database.getAll('save-points', ofDesign(design))
  return rows.map(({ number, name, at }) => ({ number, name, at })).reverse()
}

export async function addSavePoint(
  database: Database,
  design: string,
  { name, scheme, at }: { name: string; scheme: Scheme; at: number },
): Promise<SavePoint> {
  const transaction = database.transaction('save-points', 'readwrite', { durability: 'strict' })
  const last = await transaction.store.openCursor(ofDesign(design), 'prev')
  const number = (last?.value.number ?? 0) + 1
  await transaction.store.put({ design, number, name, at, scheme })
  await transaction.done
  return { number, name, at }
}

export async function readSavePoint(database: Database, design: string, number: number): Promise<Scheme | undefined> {
  return (await database.get('save-points', [design, number]))?.scheme
}

export async function removeSavePoint(database: Database, design: string, number: number): Promise<void> {
  await database.delete('save-points', [design, number])
}
