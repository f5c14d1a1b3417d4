import { writeSync } from 'node:fs'
import { change } from '../change.ts'
import { type DatabasePlace, openDatabase } from '../database.ts'
import { runSql } from '../run-sql.ts'
import { writeEntry } from './entry.testing.ts'

/** Commits numbered transactions, each a change with its line in the audit log, and tells of each after its commit. */
const [place = '', first = ''] = process.argv.slice(2)
const database = await openDatabase(JSON.parse(place) as DatabasePlace)
writeSync(1, 'open\n')
for (let n = Number(first); ; n++) {
  await change({ database, now: () => new Date() }, 'writer', async (db, log) => {
    await writeEntry((sql, parameters) => runSql(db, sql, parameters), n)
    await log('write', `entry ${n}`)
  })
  writeSync(1, `${n}\n`)
}
