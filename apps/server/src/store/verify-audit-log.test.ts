import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { appendAudit, auditHead, entryHash } from './audit-log.ts'
import { stores, testDatabase } from './database.testing.ts'
import type { Db } from './tables.ts'
import { type Anchor, verifyAuditLog } from './verify-audit-log.ts'

describe.each(stores)('on %s, an audit log', (kind) => {
  const database = testDatabase(kind)
  let db: Db
  let printed: Anchor
  beforeEach(async () => {
    db = database().db
    await db.deleteFrom('audit_entry').execute()
    await db.updateTable('audit_head').set({ number: 0, hash: '' }).execute()
    for (let at = 1; at <= 6; at++) {
      const event = { at: new Date(1_700_000_000_000 + at), who: 'local', action: 'test', target: `thing ${at}` }
      await db.transaction().execute((tx) => appendAudit(tx, { ...event, detail: { 得分: `${at}` } }))
      if (at === 4) printed = await auditHead(db)
    }
  })
  const run = (statement: string) => sql.raw(statement).execute(db)

  it('is whole as it was written, by itself and by a head of any time', async () => {
    expect(await verifyAuditLog(db)).toEqual({ ok: true, head: await auditHead(db) })
    expect(await verifyAuditLog(db, printed)).toMatchObject({ ok: true })
    expect(await verifyAuditLog(db, { number: 0, hash: '' })).toMatchObject({ ok: true })
  })

  it.each([
    ['who', `update audit_entry set who = 'somebody' where number = 3`],
    ['at', `update audit_entry set at = at + interval '1 second' where number = 3`],
    ['when never', `update audit_entry set at = 'infinity' where number = 3`],
    ['action', `update audit_entry set action = 'other' where number = 3`],
    ['target', `update audit_entry set target = 'thing 4' where number = 3`],
    ['detail', `update audit_entry set detail = '{}' where number = 3`],
    ['hash', `update audit_entry set hash = repeat('0', 64) where number = 3`],
    [
      'two that changed places',
      `update audit_entry set number = case number when 3 then -1 else 3 end where number in (3, 4);
      update audit_entry set number = 4 where number = -1`,
    ],
    [
      'one put in, later ones moved',
      `update audit_entry set number = -number where number >= 3;
      update audit_entry set number = 1 - number where number < 0;
      insert into audit_entry select 3, at, who, action, target, detail, hash from audit_entry where number = 2;
      update audit_head set number = 7`,
    ],
  ])('names the first entry that was altered: %s', async (_, statement) => {
    await run(statement)
    expect(await verifyAuditLog(db)).toEqual({ ok: false, at: 3, why: 'altered' })
  })

  it.each([
    ['one', 3, `delete from audit_entry where number = 3`],
    ['the first', 1, `delete from audit_entry where number = 1`],
    ['several', 2, `delete from audit_entry where number between 2 and 4`],
  ])('names the first entry that was removed: %s', async (_, at, statement) => {
    await run(statement)
    expect(await verifyAuditLog(db)).toEqual({ ok: false, at, why: 'missing' })
  })

  it.each([
    ['the end', 6, `delete from audit_entry where number = 6`],
    ['everything', 1, `delete from audit_entry`],
  ])('notices that %s was cut off', async (_, at, statement) => {
    await run(statement)
    expect(await verifyAuditLog(db)).toEqual({ ok: false, at, why: 'truncated' })
  })

  it('notices by a printed head what was cut off with the head in the database', async () => {
    await run(`delete from audit_entry where number >= 4;
      update audit_head set number = 3, hash = (select hash from audit_entry where number = 3)`)
    expect(await verifyAuditLog(db)).toMatchObject({ ok: true })
    expect(await verifyAuditLog(db, printed)).toEqual({ ok: false, at: 4, why: 'truncated' })
  })

  it('notices by a printed head that everything was written anew', async () => {
    await run(`update audit_entry set who = 'somebody' where number = 2`)
    let before = ''
    for (const entry of await db.selectFrom('audit_entry').selectAll().orderBy('number').execute()) {
      before = entryHash(entry, before)
      await db.updateTable('audit_entry').set({ hash: before }).where('number', '=', entry.number).execute()
    }
    await db.updateTable('audit_head').set({ hash: before }).execute()
    expect(await verifyAuditLog(db)).toMatchObject({ ok: true })
    expect(await verifyAuditLog(db, printed)).toEqual({ ok: false, at: 4, why: 'replaced' })
  })

  it('notices entries written past the head, before the first, and a head that was altered', async () => {
    await run(
      `insert into audit_entry select 0, at, who, action, target, detail, hash from audit_entry where number = 1`,
    )
    expect(await verifyAuditLog(db)).toMatchObject({ ok: false, at: 1 })
    await run(`delete from audit_entry where number = 0; update audit_head set number = 5`)
    expect(await verifyAuditLog(db)).toEqual({ ok: false, at: 6, why: 'altered' })
    await run(`update audit_head set number = 6, hash = repeat('0', 64)`)
    expect(await verifyAuditLog(db)).toEqual({ ok: false, at: 6, why: 'replaced' })
    await run(`delete from audit_head`)
    expect(await verifyAuditLog(db)).toMatchObject({ ok: false, at: 1 })
    await run(`insert into audit_head (id, number, hash) values (1, 0, '')`)
  })

  it.runIf(kind === 'postgres')('is whole also while it is written to', async () => {
    const event = { at: new Date(), who: 'local', action: 'test', target: 'thing' }
    const busy = db.withPlugin({
      transformQuery: ({ node }) => node,
      // Whatever is read, somebody writes on before the next is.
      transformResult: async ({ result }) => {
        await db.transaction().execute((tx) => appendAudit(tx, event))
        return result
      },
    })
    expect(await verifyAuditLog(busy)).toMatchObject({ ok: true })
    expect(await verifyAuditLog(db)).toMatchObject({ ok: true, head: { number: 8 } })
  })

  it('of many pages is read to its end', async () => {
    await run(`delete from audit_entry`)
    let before = ''
    const rows = Array.from({ length: 2_300 }, (_, index) => {
      const entry = {
        number: index + 1,
        at: new Date(1_700_000_000_000),
        who: 'a',
        action: 'b',
        target: 'c',
        detail: '{}',
      }
      before = entryHash(entry, before)
      return { ...entry, hash: before }
    })
    await db.insertInto('audit_entry').values(rows).execute()
    await db.updateTable('audit_head').set({ number: 2_300, hash: before }).execute()
    expect(await verifyAuditLog(db)).toMatchObject({ ok: true, head: { number: 2_300 } })
    await run(`update audit_entry set who = 'x' where number = 2100`)
    expect(await verifyAuditLog(db)).toEqual({ ok: false, at: 2_100, why: 'altered' })
  })
})
