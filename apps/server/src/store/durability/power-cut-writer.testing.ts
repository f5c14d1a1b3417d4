import { writeSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { durableStartParams } from '../pglite/durable-files.ts'
import { writeEntry } from './entry.testing.ts'
import { Disk, TrackedDurableFiles, TrackedShippedFiles } from './tracked-files.testing.ts'

/** Commits numbered transactions and tells of each, until the power goes. */
const [layer, live = '', kept = '', first = '', when] = process.argv.slice(2)
const disk = new Disk(live, kept)
// It may go while the database recovers from the cut before.
if (when === 'opening') disk.writesLeft = 1 + Math.floor(Math.random() * 60)
const database = await PGlite.create(
  layer === 'durable'
    ? { fs: new TrackedDurableFiles(live, disk), startParams: durableStartParams }
    : { fs: new TrackedShippedFiles(live, disk) },
)
disk.writesLeft = Math.min(disk.writesLeft, 1 + Math.floor(Math.random() ** 2 * 1_500))
for (let n = Number(first); ; n++) {
  await database.transaction((transaction) =>
    writeEntry(async (sql, parameters) => transaction.query(sql, [...(parameters ?? [])]), n),
  )
  writeSync(1, `${n}\n`)
  // So that the tables' own files are written too.
  if (n % 40 === 0) await database.exec('checkpoint')
}
