import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { newFolder } from './store/database.testing.ts'

/** A server in a process of its own, without accounts, on an embedded database with nothing in it. */
export interface Spawned {
  readonly port: number
  /** Headers that make a request that of the person at this computer. */
  readonly headers: string
  readonly process: ChildProcess
  /** Resident memory in MB: now, and the most since the start; undefined where the system does not tell. */
  memory(): { now: number; most: number } | undefined
  stop(): Promise<void>
}

const index = new URL('../dist/index.js', import.meta.url)

export async function spawnServer(): Promise<Spawned> {
  const folder = await newFolder()
  const program = `
    import { defaultLimits, serve } from ${JSON.stringify(index.href)}
    const limits = { ...defaultLimits, requestsPerMinute: 1e9 }
    const settings = { folder: ${JSON.stringify(folder)}, databaseUrl: undefined, host: '127.0.0.1', port: 0, web: undefined }
    const { address } = await serve({ ...settings, trustedProxies: [], limits })
    console.log(address)`
  const file = join(folder, 'program.mjs')
  writeFileSync(file, program)
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = new URL(
    await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (bytes: Buffer) => resolve(bytes.toString()))
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    }),
  )
  const port = Number(address.port)
  const token = address.searchParams.get('token')
  forgetMost(child)
  return {
    port,
    headers: `Host: 127.0.0.1:${port}\r\nCookie: yardstick-start-${port}=${token}\r\n`,
    process: child,
    memory: () => memoryOf(child),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Sends these bytes, one piece after the other, and gives what came back when the connection has ended. */
export function exchange(port: number, pieces: Iterable<string | Uint8Array>, most = 20_000): Promise<string> {
  return new Promise((resolve) => {
    let got = ''
    const socket = connect(port, '127.0.0.1', async () => {
      for (const piece of pieces) await write(socket, piece)
    })
    const done = () => {
      socket.destroy()
      resolve(got)
    }
    socket.setTimeout(most, done)
    socket.on('data', (bytes) => (got += bytes))
    socket.on('error', done)
    socket.on('close', done)
  })
}

function write(socket: Socket, piece: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed || socket.write(piece)) resolve()
    else {
      socket.once('drain', resolve)
      socket.once('close', () => resolve())
    }
  })
}

/** Making the database took more than using it does. */
function forgetMost({ pid }: ChildProcess): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // Not on this system: then `memory` tells nothing either.
  }
}

function memoryOf({ pid }: ChildProcess): { now: number; most: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const of = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1]) / 1024
    return { now: Math.round(of('VmRSS')), most: Math.round(of('VmHWM')) }
  } catch {
    return undefined
  }
}
