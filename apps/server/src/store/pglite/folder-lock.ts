import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { syncTree } from './sync-tree.ts'

/**
 * One process a folder. The embedded database does not notice a second one, and both would lose rows without an error.
 *
 * On one machine the lock is a name that the system gives out once and takes back when its holder dies, however it dies:
 * an abstract socket (Linux), a named pipe (Windows). Against another machine or container that has the same folder there is a file
 * with a heartbeat beside it. Elsewhere (macOS) that file alone decides. Whether a heart still beats is listened to, by no
 * clock: those of two machines differ. It takes `SILENCE_MS` to find that a holder elsewhere is dead.
 */
export interface FolderLock {
  release(): Promise<void>
}

/** The folder is held by somebody else; `by` says who, as far as they left word. */
export class FolderLocked extends Error {
  constructor(
    readonly folder: string,
    readonly by: string,
  ) {
    super(`${folder} is in use (${by})`)
  }
}

const BEAT_MS = 2_000
const SILENCE_MS = 10_000
const LISTEN_MS = 200
const CLAIM_MS = 200

export async function lockFolder(folder: string): Promise<FolderLock> {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 })
  // A new folder is itself an entry of the one above, which a power cut could take away with all that is in it.
  if (made !== undefined) syncTree(dirname(made), 0)
  const path = realpathSync(folder)
  const file = join(path, 'lock.json')
  const name = systemName(path)
  const server = name === undefined ? undefined : await listen(name)
  if (server === 'taken') throw new FolderLocked(path, describe(file))
  // Whoever has the system's name need not fear a holder on this machine; only one elsewhere beats on.
  const holder = readHolder(file)
  const isElsewhere = server === undefined || holder?.host !== thisHost()
  if (holder !== undefined && isElsewhere && (await isBeating(file))) {
    server?.close()
    throw new FolderLocked(path, describe(file))
  }
  const mine = JSON.stringify({ pid: process.pid, host: thisHost(), since: new Date().toISOString() })
  if (holder !== undefined) rmSync(file, { force: true })
  if (!(await claim(file, mine, holder !== undefined && isElsewhere))) {
    server?.close()
    throw new FolderLocked(path, describe(file))
  }
  const beat = setInterval(() => {
    // Who slept through its own silence finds that the folder has gone to another, and must not write one byte more.
    const now = readText(file)
    if (now !== undefined && now !== mine) throw new FolderLocked(path, describe(file))
    touch(file)
  }, BEAT_MS).unref()
  return {
    release: async () => {
      clearInterval(beat)
      if (readText(file) === mine) rmSync(file, { force: true })
      if (server !== undefined) await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function isBeating(file: string): Promise<boolean> {
  const before = beatOf(file)
  for (let listened = 0; listened < SILENCE_MS; listened += LISTEN_MS) {
    await sleep(LISTEN_MS)
    const now = beatOf(file)
    if (now !== before) return now !== undefined
  }
  return false
}

/** undefined where the file has gone. */
function beatOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs
}

/** Of several that come at once one gets it, also where all of them have found the same silent holder. */
async function claim(file: string, mine: string, isSilentElsewhere: boolean): Promise<boolean> {
  try {
    writeFileSync(file, mine, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  if (isSilentElsewhere) await sleep(CLAIM_MS)
  return readText(file) === mine
}

function systemName(path: string): string | undefined {
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 32)
  if (process.platform === 'linux') return `\0yardstick-${hash}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\yardstick-${hash}`
  return undefined
}

function listen(name: string): Promise<Server | 'taken'> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.unref()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve('taken') : reject(error),
    )
    server.listen(name, () => resolve(server))
  })
}

interface Holder {
  readonly pid: number
  readonly host: string
  readonly since: string
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readText(file) ?? '') as Holder
  } catch {
    return undefined
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function describe(file: string): string {
  const holder = readHolder(file)
  return holder === undefined ? '?' : `pid ${holder.pid}, ${holder.host}, ${holder.since}`
}

/**
 * The machine since it was last started: after a restart none of its holders lives. Names of sockets are known within one
 * network, of which a container has its own.
 */
function thisHost(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${hostname()} ${boot} ${readlinkSync('/proc/self/ns/net')}`
  } catch {
    return hostname()
  }
}

function touch(file: string): void {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // The disk is gone or full: the database itself will say so.
  }
}
