import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newFolder } from '../store/database.testing.ts'
import { openDatabase } from '../store/database.ts'
import { startPostgres, type TestPostgres } from '../store/postgres.testing.ts'
import { auditLog } from './audit-log.ts'
import { backup } from './backup.ts'
import { type CommandIo, CommandRefused, type ServerCommand, WrongUse } from './command.ts'
import { move } from './move.ts'
import { dataFolder, placeOf } from './place.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { settingsOf } from './settings-of.ts'
import { worker } from './worker.ts'

let postgres: TestPostgres
const folders: string[] = []
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(async () => {
  await postgres.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function madeFolder(): Promise<string> {
  const folder = await newFolder()
  folders.push(folder)
  return folder
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-command-'))
  folders.push(folder)
  return folder
}

/** A run of a command that is asked to end by `end`; what it has printed so far can be looked at. */
function begin(command: ServerCommand, args: readonly string[], env: CommandIo['env'] = {}) {
  const said = { stdout: '', stderr: '' }
  let end = () => {}
  const asked = new Promise<void>((resolve) => {
    end = resolve
  })
  const code = command.run(args, {
    stdout: { write: (text) => (said.stdout += text) },
    stderr: { write: (text) => (said.stderr += text) },
    env,
    cwd: tmpdir(),
    language: 'en',
    untilAskedToEnd: () => asked,
    ask: async () => '',
  })
  return { said, code, end }
}

async function run(command: ServerCommand, args: readonly string[], env?: CommandIo['env']) {
  const { said, code, end } = begin(command, args, env)
  end()
  return { code: await code, ...said }
}

const words = (words: RegExp) =>
  expect.objectContaining({ words: { zh: expect.any(String), en: expect.stringMatching(words) } })

describe('wrong use', () => {
  it.each<[ServerCommand, string[], RegExp]>([
    [serve, ['--prot', '1'], /There is no option --prot/],
    [serve, ['--port'], /--port needs a value/],
    [serve, ['--port='], /--port needs a value/],
    [serve, ['--port', '65536'], /A port is 0 to 65535/],
    [serve, ['--trusted-proxies', '10.0.0.1,proxy'], /found proxy/],
    [serve, ['more'], /an argument too many: more/],
    [worker, ['--threads', '0'], /--threads is a whole number/],
    [backup, [], /A file is missing/],
    [backup, ['a', 'b'], /too many: b/],
    [move, [], /--to URL is missing/],
    [move, ['--to', 'mysql://x'], /begins with postgres/],
  ])('%#: the first thing that is wrong is told', async (command, args, expected) => {
    const running = begin(command, args).code
    await expect(running).rejects.toBeInstanceOf(WrongUse)
    await expect(running).rejects.toEqual(words(expected))
  })
})

describe('what is named on the command line', () => {
  const io = {
    env: { DATABASE_URL: 'postgres://db/y', YARDSTICK_DATA: '/data', PORT: '81', HOME: '/home/a' },
    cwd: '/folder',
  }

  it('comes before the surroundings, and those before what is usual', () => {
    expect(placeOf('here', io)).toEqual({ folder: '/folder/here' })
    expect(placeOf(undefined, io)).toEqual({ url: 'postgres://db/y' })
    expect(placeOf(undefined, { ...io, env: { YARDSTICK_DATA: '/data' } })).toEqual({ folder: '/data' })
    expect(dataFolder(undefined, { ...io, env: { HOME: '/home/a' } })).toBe('/home/a/.yardstick')
    const whole = { ...io, stdout: process.stdout, stderr: process.stderr, language: 'zh' } as unknown as CommandIo
    expect(settingsOf({ values: {} }, whole)).toMatchObject({
      port: 81,
      host: '127.0.0.1',
      databaseUrl: 'postgres://db/y',
    })
    const given = { port: '0', data: 'd', host: '::1', 'trusted-proxies': '10.0.0.1, 10.0.0.2' }
    expect(settingsOf({ values: given }, whole)).toMatchObject({
      ...{
        port: 0,
        folder: '/folder/d',
        databaseUrl: undefined,
        host: '::1',
        trustedProxies: ['10.0.0.1', '10.0.0.2'],
      },
    })
    expect(settingsOf({ values: {} }, { ...whole, env: {} }).port).toBe(4180)
  })
})

describe('yardstick serve', () => {
  it('makes its database, answers at the address it prints, and ends when it is asked to', {
    timeout: 90_000,
  }, async () => {
    const folder = join(emptyFolder(), 'new')
    const { said, code, end } = begin(serve, ['--port', '0', '--data', folder])
    await expect.poll(() => said.stdout, { timeout: 60_000 }).toMatch(/^http:\/\/127.0.0.1:\d+\/\?token=[\w-]{22}\n$/)
    expect(said.stderr).toMatch(/First start: making the database/)
    expect(await (await fetch(new URL('/api/health', said.stdout))).json()).toMatchObject({ store: 'embedded' })
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const file of ['address', 'start-token']) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)

    const second = await run(serve, ['--port', '0', '--data', folder])
    expect(second).toMatchObject({
      code: 1,
      stdout: said.stdout,
      stderr: expect.stringContaining(`pid ${process.pid}`),
    })
    const third = begin(backup, [join(folder, 'x'), '--data', folder]).code
    await expect(third).rejects.toEqual(words(/is in use by a running Yardstick \(pid .*End it first \(Ctrl\+C/))

    end()
    expect(await code).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(['database', 'start-token'])
  })

  it('takes the next port where the usual one is taken, and says so; one that is asked for is kept to', async () => {
    const folder = await madeFolder()
    const taken = await occupy(4180)
    const { said, code, end } = begin(serve, ['--data', folder])
    await expect.poll(() => said.stdout, { timeout: 30_000 }).toMatch(/:41(8[1-9]|9\d)\//)
    expect(said.stderr).toMatch(/Port 4180 is taken, 41\d\d is used/)
    end()
    expect(await code).toBe(0)
    const { port } = taken.address() as { port: number }
    const refused = begin(serve, ['--data', folder, '--port', String(port)]).code
    await expect(refused).rejects.toEqual(words(/cannot be used/))
    // Nothing of it goes on: a process that has been refused ends.
    const settings = JSON.stringify({
      folder,
      databaseUrl: undefined,
      host: '127.0.0.1',
      port,
      trustedProxies: [],
      limits: {},
    })
    const program = `import { serve } from ${JSON.stringify(new URL('../../dist/index.js', import.meta.url).href)}
      await serve(${settings}).catch(({ code }) => console.log(code))`
    const file = join(folder, 'program.mjs')
    writeFileSync(file, program)
    expect(await outcome(spawn(process.execPath, [file]))).toEqual(['EADDRINUSE\n', 0])
    taken.close()
  })

  it('writes a fault, under the number that is answered, to whoever runs it', async () => {
    const DATABASE_URL = await postgres.newDatabase()
    const { said, code, end } = begin(serve, ['--port', '0'], { DATABASE_URL, YARDSTICK_DATA: emptyFolder() })
    await expect.poll(() => said.stdout, { timeout: 30_000 }).toMatch(/token=/)
    const { port, searchParams } = new URL(said.stdout.trim())
    const { db, close } = await openDatabase({ url: DATABASE_URL })
    await sql`drop table region`.execute(db)
    await close()
    const cookie = `yardstick-start-${port}=${searchParams.get('token')}`
    const answer = await fetch(new URL('/api/regions', said.stdout), { headers: { cookie } })
    const { issues } = (await answer.json()) as { issues: { code: string; found: string }[] }
    expect(issues).toMatchObject([{ code: 'SERVER_FAULT' }])
    expect(said.stderr).toContain(issues[0]!.found)
    expect(said.stdout.split('\n')).toHaveLength(2)
    end()
    expect(await code).toBe(0)
  })

  it('serves nobody else as long as there are no accounts', async () => {
    const refused = begin(serve, ['--data', await madeFolder(), '--host', '0.0.0.0', '--port', '0']).code
    await expect(refused).rejects.toEqual(words(/There are no accounts/))
  })

  it('tells which PostgreSQL it cannot reach, without the password', async () => {
    const refused = begin(serve, ['--port', '0'], {
      DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/y',
      YARDSTICK_DATA: emptyFolder(),
    }).code
    await expect(refused).rejects.toBeInstanceOf(CommandRefused)
    await expect(refused).rejects.toEqual(words(/^The database postgres:\/\/me@127.0.0.1:1\/y cannot be reached/))
  })
})

describe('yardstick worker', () => {
  it('needs a PostgreSQL, and works until it is asked to end', async () => {
    await expect(begin(worker, []).code).rejects.toEqual(words(/needs a PostgreSQL/))
    const DATABASE_URL = await postgres.newDatabase()
    const { said, code, end } = begin(worker, ['--threads', '1'], { DATABASE_URL })
    await expect.poll(() => said.stderr, { timeout: 30_000 }).toMatch(/The worker is ready/)
    end()
    expect(await code).toBe(0)
  })
})

describe('yardstick backup, restore and move', () => {
  it.each<[ServerCommand, string[]]>([
    [backup, ['a.ndjson']],
    [auditLog, ['head']],
    [move, ['--to', 'postgres://127.0.0.1:1/x']],
  ])('%#: make no database where there is none', async (command, args) => {
    const folder = join(emptyFolder(), 'wrong')
    const refused = begin(command, [...args, '--data', folder]).code
    await expect(refused).rejects.toEqual(words(/^There is no database of Yardstick in .*wrong$/))
    expect(existsSync(folder)).toBe(false)
  })

  it('take an empty PostgreSQL for what it is', async () => {
    const DATABASE_URL = await postgres.newDatabase()
    const refused = begin(backup, [join(emptyFolder(), 'a')], { DATABASE_URL }).code
    await expect(refused).rejects.toEqual(words(/^There is no database of Yardstick in postgres:/))
  })

  it('tell a folder that cannot be used from a file that cannot', async () => {
    const folder = emptyFolder()
    const file = join(folder, 'a.ndjson')
    const source = await madeFolder()
    await (await openDatabase({ folder: source })).close()
    await run(backup, [file, '--data', source])
    // A file where a folder is wanted.
    const expected = words(/^The data folder .*a\.ndjson cannot be used: EEXIST/)
    await expect(begin(restore, [file, '--data', file]).code).rejects.toEqual(expected)
    await expect(begin(serve, ['--port', '0', '--data', file]).code).rejects.toEqual(expected)
  })

  it('say what to do with a database that is damaged', async () => {
    const folder = await madeFolder()
    truncateSync(join(folder, 'database/global/pg_control'), 100)
    const expected = words(/may be damaged .*restore a backup into a new one/)
    await expect(begin(serve, ['--port', '0', '--data', folder]).code).rejects.toEqual(expected)
    expect(readdirSync(folder)).toEqual(['database'])
  })

  it('leave a database of a newer Yardstick alone, and say so', async () => {
    const folder = await madeFolder()
    const { db, close } = await openDatabase({ folder })
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', '')`.execute(db)
    await close()
    const expected = words(/made by a newer Yardstick \(999-later\)/)
    await expect(begin(serve, ['--port', '0', '--data', folder]).code).rejects.toEqual(expected)
  })

  it('bring a database to a file, to another and to PostgreSQL', async () => {
    const [folder, other] = [await madeFolder(), await madeFolder()]
    const database = await openDatabase({ folder })
    await database.db.insertInto('region').values({ code: '360000', name: '江西省' }).execute()
    await database.close()
    const file = join(folder, 'a.ndjson')
    const made = await run(backup, [file, '--data', folder])
    expect(made).toMatchObject({ code: 0, stdout: '0:\n', stderr: expect.stringContaining(file) })
    expect(readFileSync(file, 'utf8')).toContain('{"table":"region","row":{"code":"360000","name":"江西省"}}\n')

    expect(await run(restore, [file, '--data', other])).toMatchObject({ code: 0, stdout: '0:\n' })
    await expect(begin(restore, [file, '--data', other]).code).rejects.toEqual(
      words(/something in the database already/),
    )

    const url = await postgres.newDatabase()
    expect(await run(move, ['--data', folder, '--to', url])).toMatchObject({ code: 0, stdout: '0:\n' })
    const moved = join(folder, 'c.ndjson.gz')
    expect(await run(backup, [moved], { DATABASE_URL: url })).toMatchObject({ code: 0 })
    expect(gunzipSync(readFileSync(moved)).toString()).toBe(readFileSync(file, 'utf8'))

    writeFileSync(join(folder, 'broken.ndjson'), readFileSync(file, 'utf8').replace('江西省', '浙江省'))
    writeFileSync(join(folder, 'broken.gz'), readFileSync(moved).subarray(0, 60))
    for (const [name, expected] of [
      ['broken.ndjson', /does not match its hash, line 4\); nothing was written/],
      ['broken.gz', /compression is broken/],
      ['nowhere', /no such file/],
    ] as const) {
      await expect(begin(restore, [join(folder, name), '--data', other]).code).rejects.toEqual(words(expected))
    }
  })
})

/** What a process has printed, and its exit code; null where it does not come to its end. */
function outcome(child: ChildProcessWithoutNullStreams): Promise<[string, number | null]> {
  let stdout = ''
  child.stdout.on('data', (bytes) => (stdout += String(bytes)))
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 20_000)
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(tooLong)
      resolve([stdout, code])
    })
  })
}

/** Somebody else's server at this port; where one is there already, that is as good, and another is opened. */
function occupy(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(occupy(0)))
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}
