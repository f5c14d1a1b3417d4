import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { startPostgres, type TestPostgres } from './postgres.testing.ts'
import { runSql } from './run-sql.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

it('a PostgreSQL that goes away and comes back takes nobody with it', async () => {
  const { db, close } = await openDatabase({ url: await postgres.newDatabase() })
  const atWork = runSql(db, 'select pg_sleep(60)')
  const between = db.transaction().execute(async (tx) => {
    await runSql(tx, `insert into region values ('360000', '江西省')`)
    await postgres.kill()
    // Nothing is asked when the connection breaks: there is no statement that could be told.
    await sleep(300)
    return runSql(tx, 'select 1')
  })
  await expect(Promise.allSettled([atWork, between])).resolves.toMatchObject([
    { status: 'rejected' },
    { status: 'rejected' },
  ])
  await expect(runSql(db, 'select 1')).rejects.toThrow('ECONNREFUSED')
  await expect.poll(() => postgres.start().then(() => 'started')).toBe('started')
  expect((await runSql(db, 'select code from region')).rows).toEqual([])
  await close()
})
