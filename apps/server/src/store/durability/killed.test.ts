import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newFolder, stores } from '../database.testing.ts'
import { type Database, type DatabasePlace, openDatabase } from '../database.ts'
import { startPostgres, type TestPostgres } from '../postgres.testing.ts'
import { runSql } from '../run-sql.ts'
import { verifyAuditLog } from '../verify-audit-log.ts'
import { start } from './child.testing.ts'
import { expectWhole, makeLedger } from './ledger.testing.ts'

const KILLS = process.env['YARDSTICK_LONG'] ? 200 : 20

/**
 * A writer that says after each commit that it has it is killed at random moments, every fifth time while it opens, which
 * is when the database recovers from the kill before. PostgreSQL is killed in turns with it, recovering or at work. What
 * was acknowledged must be there, and nothing in part.
 */
describe.each(stores)('on %s, what was acknowledged outlives kill -9', (kind) => {
  let postgres: TestPostgres | undefined
  let place: DatabasePlace
  beforeAll(async () => {
    if (kind === 'postgres') postgres = await startPostgres({ durable: true })
    place = postgres === undefined ? { folder: await newFolder() } : { url: await postgres.newDatabase() }
    await inDatabase((database) => makeLedger((sql, parameters) => runSql(database.db, sql, parameters)))
  })
  afterAll(async () => {
    await postgres?.stop()
    if ('folder' in place) rmSync(place.folder, { recursive: true, force: true })
  })

  async function inDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = await openDatabase(place)
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  }

  it(`${KILLS} times`, { timeout: KILLS * 15_000 }, async () => {
    const acknowledged = new Set<number>()
    let next = 1
    let openings = 0
    for (let kill = 0; kill < KILLS; kill++) {
      const killsServer = kill % 3 !== 0
      const killsWriter = kill % 3 !== 1
      // So many more are to be acknowledged; none: while it opens.
      const wanted = kill % 5 === 4 ? 0 : 1 + Math.floor(Math.random() ** 2 * 60)
      let isOpen = false
      let seen = 0
      let reached = () => {}
      const enough = new Promise<void>((resolve) => {
        reached = resolve
      })
      const writer = start('store/durability/kill-writer.testing.ts', [JSON.stringify(place), `${next}`], (line) => {
        if (line === 'open') isOpen = true
        else acknowledged.add(Number(line))
        if (++seen > wanted) reached()
      })
      const end = writer.ended.then(reached)
      if (wanted > 0) await enough
      await sleep(Math.random() * (wanted > 0 ? 20 : 1_000))
      if (!isOpen) openings++
      if (killsWriter || postgres === undefined) writer.process.kill('SIGKILL')
      if (killsServer) await restart(postgres)
      // One that connects only now would go on for ever.
      writer.process.kill('SIGKILL')
      await end
      await writer.ended
      if (!killsServer) expect(writer.said()).toBe('')
      // Where the commit in flight has landed nobody knows: the next one goes on beyond it.
      next = Math.max(next, ...acknowledged) + 1_000
      // Most recoveries are the next writer's own.
      if (kill % 5 === 3 || kill === KILLS - 1) await inDatabase((database) => check(database, acknowledged))
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS)
    expect(openings).toBeGreaterThan(0)
  })
})

it('a database that is killed while it is made is made by the next start', { timeout: 240_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-making-'))
  try {
    for (let kill = 0; kill < KILLS / 10; kill++) {
      const writer = start(
        'store/durability/kill-writer.testing.ts',
        [JSON.stringify({ folder }), '1'],
        () => undefined,
      )
      await expect.poll(() => readdirSync(folder).some((name) => name.startsWith('database.new-')), polled).toBe(true)
      await sleep(Math.random() * 1_500)
      writer.process.kill('SIGKILL')
      await writer.ended
    }
    await (await openDatabase({ folder })).close()
    expect(readdirSync(folder).filter((name) => name === 'database')).toEqual(['database'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

const polled = { timeout: 30_000, interval: 20 }

/** Every second time it is killed once more while it recovers. */
async function restart(postgres: TestPostgres | undefined): Promise<void> {
  if (postgres === undefined) return
  await postgres.kill()
  if (Math.random() < 0.5) {
    const starting = postgres.start().catch(() => undefined)
    await sleep(Math.random() * 150)
    await postgres.kill()
    await starting
  }
  await started(postgres)
}

/** A process of one of its connections may need a moment more to be gone. */
async function started(postgres: TestPostgres): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await postgres.start()
    } catch (error) {
      if (tries === 300) throw error
      await sleep(100)
    }
  }
}

async function check({ db }: Database, acknowledged: ReadonlySet<number>): Promise<void> {
  const entries = await expectWhole((sql, parameters) => runSql(db, sql, parameters), acknowledged)
  const log = await db
    .selectFrom('audit_entry')
    .select('target')
    .where('action', '=', 'write')
    .orderBy('number')
    .execute()
  expect(log.map(({ target }) => target)).toEqual(entries.map((n) => `entry ${n}`))
  expect(await verifyAuditLog(db)).toMatchObject({ ok: true })
}
