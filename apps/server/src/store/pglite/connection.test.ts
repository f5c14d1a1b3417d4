import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder } from '../database.testing.ts'
import { openDatabase } from '../database.ts'
import { runSql } from '../run-sql.ts'

let folder: string
beforeAll(async () => {
  folder = await newFolder()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('a database whose log cannot be written any more ends, says so to all who wait, and is whole when it is opened again', {
  timeout: 60_000,
}, async () => {
  const { db, lost, close } = await openDatabase({ folder })
  await runSql(db, `insert into region values ('360000', '江西省')`)
  const log = join(folder, 'database/pg_wal')
  // As on a full disk: the next segment cannot be made.
  renameSync(log, `${log}-away`)
  const asked = [
    runSql(db, `select pg_logical_emit_message(true, 'x', repeat('x', 40000000))`),
    runSql(db, 'select 1'),
    runSql(db, 'select $1::int', [1]),
  ]
  for (const each of asked) await expect(each).rejects.toThrow('has stopped')
  expect(await lost).toMatchObject({ message: expect.stringContaining('disk is full') })
  await close()

  renameSync(`${log}-away`, log)
  const again = await openDatabase({ folder })
  expect((await runSql(again.db, 'select code from region')).rows).toEqual([{ code: '360000' }])
  await again.close()
})
