import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendAudit } from '../audit-log.ts'
import { newFolder, type StoreKind, testDatabase } from '../database.testing.ts'
import { type Database, openDatabase } from '../database.ts'
import { migrate, newestStep, steps } from '../migrate.ts'
import { runSql } from '../run-sql.ts'
import { readLines, writeLines } from './backup-file.ts'
import { backupLines } from './backup-lines.ts'
import { fillAtRandom } from './random-rows.testing.ts'
import { BackupBroken, BackupNewer, DatabaseNotEmpty, restoreLines, verifyBackup } from './restore-lines.ts'
import { tableShapes } from './table-shapes.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yardstick-backup-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const logged = { at: new Date('2026-01-02T03:04:05.678Z'), who: 'local', action: 'a', target: 'x 1', detail: { 甲: 1 } }

describe.each<[StoreKind, StoreKind, string]>([
  ['embedded', 'postgres', 'a.ndjson.gz'],
  ['postgres', 'embedded', 'b.ndjson'],
])('a backup of %s', (from, to, name) => {
  const source = testDatabase(from)
  const target = testDatabase(to)

  it(`read back into ${to} gives the same backup, byte for byte`, async () => {
    const file = join(folder, name)
    await fillAtRandom(source().db, 4, 12)
    await appendAudit(source().db, logged)
    await writeLines(file, backupLines(source().db))
    const head = await restoreLines(target().db, readLines(file))
    expect(head.audit).toMatchObject({ number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const again = join(folder, `again-${name}`)
    await writeLines(again, backupLines(target().db))
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true)
    const references = await runSql(target().db, `select count(*) from pg_constraint where contype = 'f'`)
    const before = await runSql(source().db, `select count(*) from pg_constraint where contype = 'f'`)
    expect(references.rows).toEqual(before.rows)
  })
})

describe('a backup', () => {
  const source = testDatabase('postgres')
  const target = testDatabase('postgres')

  it('is one state, whatever is written meanwhile', async () => {
    const { db } = source()
    await fillAtRandom(db, 5, 3)
    const calm = await linesOf(source())
    const reading = backupLines(db)
    const lines = [(await reading.next()).value as string]
    await db.insertInto('region').values({ code: '000001', name: '新增' }).execute()
    for await (const line of reading) lines.push(line)
    expect(lines).toEqual(calm)
    expect(await linesOf(source())).not.toEqual(calm)
  })

  it('has every table but those it says it leaves out, and documents as JSON', async () => {
    const tables = (await tableShapes(source().db)).map(({ name }) => name)
    expect(tables).toEqual(expect.arrayContaining(['account', 'audit_entry', 'evaluation', 'scheme_version']))
    expect(tables).not.toContain('session')
    const sequences = await runSql(
      source().db,
      `select 1 from pg_class where relkind = 'S'
      and relnamespace = current_schema()::regnamespace`,
    )
    expect(sequences.rows).toEqual([])
    expect((await linesOf(source())).join('')).toContain('"document":{"yardstick":"scheme/1"')
  })

  it('that is damaged is refused, and nothing is written', async () => {
    const whole = (await linesOf(source())).map((line) => line.slice(0, -1))
    const last = whole.length - 1
    const damages: readonly (readonly [string, string[]])[] = [
      ['head', []],
      ['head', ['no JSON', ...whole.slice(1)]],
      ['head', [JSON.stringify({ yardstick: 'scheme/1' })]],
      ['line', whole.with(2, '{"table":"region"}')],
      ['line', whole.with(2, '{"table":"reg')],
      ['end', whole.slice(0, -1)],
      ['end', [...whole, '']],
      ['hash', whole.toSpliced(3, 1)],
      [
        'hash',
        whole.with(
          3,
          whole[3]!.replace(/\d/, (digit) => `${9 - Number(digit)}`),
        ),
      ],
      ['hash', whole.with(last, whole[last]!.replace(/"sha256":"./, '"sha256":"x'))],
    ]
    for (const [what, lines] of damages) {
      await expect(verifyBackup(each(lines)), what).rejects.toMatchObject({ what })
      await expect(restoreLines(target().db, each(lines)), what).rejects.toBeInstanceOf(BackupBroken)
    }
    const head = JSON.parse(whole[0]!)
    const newer = whole.with(0, JSON.stringify({ ...head, tables: '999-later' }))
    await expect(restoreLines(target().db, each(newer))).rejects.toBeInstanceOf(BackupNewer)
    expect((await linesOf(target())).length).toBe(3)
  })

  it('goes into an empty database only', async () => {
    const { db } = target()
    await db.insertInto('region').values({ code: '360000', name: '江西省' }).execute()
    const before = await linesOf(target())
    const lines = (await linesOf(source())).map((line) => line.slice(0, -1))
    await expect(restoreLines(db, each(lines))).rejects.toMatchObject({ table: 'region' })
    await expect(restoreLines(source().db, each(lines))).rejects.toBeInstanceOf(DatabaseNotEmpty)
    expect(await linesOf(target())).toEqual(before)
  })

  it('takes the templates that come with the product for nothing of anybody’s', async () => {
    const { db } = target()
    await db.deleteFrom('region').execute()
    const own = { template_id: 'a', version: '1', publisher: '某厅', kind: 'template', key: null } as const
    const rest = { document: '{}', head: '{}', proposed_to: null, scheme_id: null, removed_at: null }
    const received = { received_by: 'server', received_at: new Date() }
    const add = (hash: string, source: 'built-in' | 'file') =>
      db
        .insertInto('template')
        .values({ ...own, ...rest, ...received, hash, source })
        .execute()
    await add('a', 'built-in')
    await add('b', 'file')
    const lines = (await linesOf(source())).map((line) => line.slice(0, -1))
    await expect(restoreLines(db, each(lines))).rejects.toMatchObject({ table: 'template' })
    await db.deleteFrom('template').where('hash', '=', 'b').execute()
    await restoreLines(db, each(lines))
    expect(await linesOf(target())).toEqual(await linesOf(source()))
  })

  it('of older tables goes into a new database, which is then brought to the newest', async () => {
    const [older, newer] = [await newFolder(), await newFolder()]
    const from = await openDatabase({ folder: older }, { asFound: true })
    const to = await openDatabase({ folder: newer }, { asFound: true })
    try {
      await migrate(from.db, '003-departments')
      await fillAtRandom(from.db, 6, 4)
      const file = join(folder, 'older.ndjson')
      await writeLines(file, backupLines(from.db))
      await restoreLines(to.db, readLines(file))
      expect(await newestStep(to.db)).toBe(steps.at(-1))
      const count = 'select count(*) as count from department'
      expect((await runSql(to.db, count)).rows).toEqual((await runSql(from.db, count)).rows)
    } finally {
      for (const database of [from, to]) await database.close()
      for (const each of [older, newer]) await rm(each, { recursive: true, force: true })
    }
  })

  it('of lines without end is none, before they fill the memory', async () => {
    const file = join(folder, 'endless.ndjson')
    await writeLines(file, each(['{}\n', '0'.repeat(200_000)]))
    const read: string[] = []
    const reading = async () => {
      for await (const line of readLines(file, 100_000)) read.push(line)
    }
    await expect(reading()).rejects.toMatchObject({ what: 'line', line: 2 })
    expect(read).toEqual(['{}'])
  })

  it('is there when it is whole, for its owner only', async () => {
    const file = join(folder, 'broken.ndjson')
    const breaking = (async function* () {
      yield 'a line\n'
      throw new Error('the database has gone')
    })()
    await expect(writeLines(file, breaking)).rejects.toThrow('the database has gone')
    expect(readdirSync(folder).filter((name) => name.startsWith('broken'))).toEqual([])
    await writeLines(file, each(['{}\n']))
    expect(statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
  })
})

async function linesOf({ db }: Database): Promise<string[]> {
  const lines: string[] = []
  for await (const line of backupLines(db)) lines.push(line)
  return lines
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}
