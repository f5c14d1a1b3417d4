import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '../../apps/server/src/store/postgres.testing.ts'

export const stores = ['embedded', 'postgres'] as const

/** `yardstick serve` in a process of its own, started for the second time, so that its database is there. */
export interface ListeningServer {
  readonly client: Client
  readonly startMs: number
  /** Resident, now and at most. */
  memory(): string
  stop(): Promise<void>
}

export interface Client {
  /** throws  where it was refused */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: whoever asks knows what is answered
  readonly body: any
}

export async function listening(store: (typeof stores)[number]): Promise<ListeningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-load-'))
  const postgres = store === 'postgres' ? await startPostgres({ durable: true }) : undefined
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    YARDSTICK_DATA: folder,
    YARDSTICK_REQUESTS_PER_MINUTE: '10000000',
    DATABASE_URL: await postgres?.newDatabase(),
  }
  const first = await started(env)
  await ended(first.child)
  const { child, address, startMs } = await started(env)
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  return {
    client: clientOf(address, await cookieOf(address), agent),
    startMs,
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      const megabytes = (name: string) => (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024).toFixed(0)
      return `${megabytes('VmRSS')} MB resident, ${megabytes('VmHWM')} MB at most`
    },
    stop: async () => {
      agent.destroy()
      await ended(child)
      await postgres?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function started(env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; address: URL; startMs: number }> {
  const at = performance.now()
  const bin = fileURLToPath(new URL('../../apps/cli/bin/yardstick.js', import.meta.url))
  const child = spawn(process.execPath, [bin, 'serve', '--port', '0'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += String(chunk)
  })
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', () => reject(new Error(said)))
  })
  const address = new URL(line)
  await fetch(new URL('/api/health', address))
  return { child, address, startMs: performance.now() - at }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** What the printed address is exchanged for. */
async function cookieOf(address: URL): Promise<string> {
  const { headers } = await fetch(address, { redirect: 'manual' })
  return headers.get('set-cookie')?.split(';')[0] ?? ''
}

function clientOf(address: URL, cookie: string, agent: Agent): Client {
  return {
    send: (method, path, body, headers = {}) =>
      new Promise((resolve, reject) => {
        const payload = body === undefined ? undefined : JSON.stringify(body)
        const type = payload === undefined ? {} : { 'content-type': 'application/json' }
        const sent = request(new URL(path, address), { method, agent, headers: { cookie, ...type, ...headers } })
        sent.once('error', reject)
        sent.once('response', async (response) => {
          const chunks: Buffer[] = []
          for await (const chunk of response) chunks.push(chunk as Buffer)
          const text = Buffer.concat(chunks).toString('utf8')
          const status = response.statusCode ?? 0
          if (status >= 400) return reject(new Error(`${method} ${path}: ${status} ${text.slice(0, 300)}`))
          // A draft of 2,000 leaves is not what is measured here.
          resolve({ status, body: text === '' || text.length > 100_000 ? undefined : JSON.parse(text) })
        })
        sent.end(payload)
      }),
  }
}
