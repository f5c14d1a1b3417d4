import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyPassword } from '../access/password.ts'
import { newFolder } from '../store/database.testing.ts'
import { openDatabase } from '../store/database.ts'
import { startPostgres, type TestPostgres } from '../store/postgres.testing.ts'
import type { Db } from '../store/tables.ts'
import { admin } from './admin.ts'
import { auditLog } from './audit-log.ts'
import { type CommandIo, CommandRefused, type ServerCommand, WrongUse } from './command.ts'

/** Commands open and close it each time, which a PostgreSQL does quickly. */
let postgres: TestPostgres
let url = ''
let db: Db
let close: () => Promise<void>
beforeAll(async () => {
  postgres = await startPostgres()
  url = await postgres.newDatabase()
  ;({ db, close } = await openDatabase({ url }))
})
afterAll(async () => {
  await close()
  await postgres.stop()
})

/** One run of a command at a keyboard that types these lines. */
async function run(command: ServerCommand, args: string[], typed: string[] = []) {
  let [stdout, stderr] = ['', '']
  const asked: boolean[] = []
  const io: CommandIo = {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    env: { DATABASE_URL: url },
    cwd: '/',
    language: 'zh',
    untilAskedToEnd: async () => undefined,
    ask: async (_, isSecret = false) => {
      asked.push(isSecret)
      return typed.shift() ?? ''
    },
  }
  const code = await command.run(args, io)
  return { code, stdout, stderr, asked }
}

async function kept(name: string) {
  const account = await db.selectFrom('account').selectAll().where('name', '=', name).executeTakeFirst()
  const id = account?.id ?? ''
  return { account, grants: await db.selectFrom('grant').selectAll().where('account_id', '=', id).execute() }
}

describe('yardstick admin', () => {
  it('makes an administrator of everything, whose password is typed unseen', async () => {
    const made = await run(admin, ['Wang', '--title', '王局'], ['correct horse battery', 'correct horse battery'])
    expect(made).toMatchObject({ code: 0, asked: [true, true] })
    const { account, grants } = await kept('wang')
    expect(account).toMatchObject({ title: '王局', must_change_password: false })
    expect(grants).toMatchObject([{ role: 'administrator', region: '', campaign_id: null, department_id: null }])
    expect(await verifyPassword('correct horse battery', account?.password_hash)).toBe(true)
  })

  it('takes one line of a pipe', async () => {
    expect(await run(admin, ['zhao'], ['春眠不觉晓处处闻啼鸟'])).toMatchObject({ code: 0 })
  })

  it('lets an account in again, by a new password or without', async () => {
    const locked = { failed_attempts: 9, locked_until: new Date(4e12), disabled_at: new Date() }
    await db.updateTable('account').set(locked).where('name', '=', 'wang').execute()
    expect(await run(admin, ['wang'], [''])).toMatchObject({ code: 0 })
    const open = (await kept('wang')).account
    expect(open).toMatchObject({ failed_attempts: 0, locked_until: null, disabled_at: null })
    expect(await verifyPassword('correct horse battery', open?.password_hash)).toBe(true)
    await run(admin, ['wang'], ['another staple, please'])
    const { account, grants } = await kept('wang')
    expect(await verifyPassword('another staple, please', account?.password_hash)).toBe(true)
    expect(grants).toHaveLength(1)
  })

  it.each([
    ['a weak password', ['li'], ['1234567890']],
    ['two that differ', ['li'], ['correct horse battery', 'correct horse batterz']],
    ['none', ['li'], ['']],
  ])('refuses %s', async (_, args, typed) => {
    await expect(run(admin, args, typed)).rejects.toBeInstanceOf(CommandRefused)
    expect((await kept('li')).account).toBeUndefined()
  })

  it.each([[[]], [['a b']], [['a', 'b']], [['a', '--password', 'x']]])('is used wrongly by %j', async (args) => {
    await expect(run(admin, args)).rejects.toBeInstanceOf(WrongUse)
  })
})

describe('yardstick audit-log', () => {
  it('prints the head, and verifies against it', async () => {
    const head = (await run(auditLog, ['head'])).stdout.trim()
    expect(head).toMatch(/^\d+:[0-9a-f]{64}$/)
    const verified = await run(auditLog, ['verify', '--head', head])
    expect(verified).toMatchObject({ code: 0, stdout: '' })
    expect(verified.stderr).toContain(head)
  })

  it('names the first broken entry', async () => {
    await db.updateTable('audit_entry').set({ who: 'somebody' }).where('number', '=', 2).execute()
    const verified = await run(auditLog, ['verify'])
    expect(verified).toMatchObject({ code: 1, stdout: '2 altered\n' })
    expect(verified.stderr).toContain('第 2 条')
    expect(await run(auditLog, ['verify', '--head', `99:${'0'.repeat(64)}`])).toMatchObject({ code: 1 })
  })

  it.each([[[]], [['print']], [['verify', '--head', '7']], [['verify', 'again']]])(
    'is used wrongly by %j',
    async (args) => {
      await expect(run(auditLog, args)).rejects.toBeInstanceOf(WrongUse)
    },
  )
})

it('both work on a folder too', async () => {
  const folder = await newFolder()
  expect(await run(admin, ['sun', '--data', folder], ['correct horse battery'])).toMatchObject({ code: 0 })
  expect(await run(auditLog, ['verify', '--data', folder])).toMatchObject({ code: 0 })
  rmSync(folder, { recursive: true, force: true })
})
