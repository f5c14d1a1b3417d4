import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../../apps/cli/bin/yardstick.js', import.meta.url))
const web = process.env['YARDSTICK_WEB'] ?? fileURLToPath(new URL('../../apps/designer/dist/web', import.meta.url))

export const PASSWORD = '青山湖-绿水长流 88'

/** The server as `yardstick serve` starts it, on a folder of its own; it can be killed, and starts again where it was. */
export class RealServer {
  readonly folder = mkdtempSync(join(tmpdir(), 'yardstick-server-'))
  private running: ChildProcess | undefined
  private port = '0'
  /** To be opened in a browser; without accounts with its token. */
  address = ''

  /** With an administrator `root` the server asks for sign-in. */
  addAdministrator(): void {
    const args = [command, 'admin', 'root', '--title', '管理员', '--data', this.folder]
    execFileSync(process.execPath, args, { input: `${PASSWORD}\n`, stdio: ['pipe', 'ignore', 'ignore'] })
  }

  async start(): Promise<void> {
    const args = [command, 'serve', '--port', this.port, '--data', this.folder, '--web', web]
    const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    this.running = running
    this.address = await new Promise<string>((resolve, reject) => {
      let said = ''
      running.stdout.on('data', (bytes) => {
        said += String(bytes)
        const [address] = /http:\S+/.exec(said) ?? []
        if (address !== undefined) resolve(address)
      })
      running.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    })
    this.port = new URL(this.address).port
  }

  async kill(): Promise<void> {
    const { running } = this
    if (running === undefined) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill('SIGKILL')
    await ended
    this.running = undefined
  }

  async end(): Promise<void> {
    await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Somebody who asks the server without a browser. */
export class Asker {
  private cookie = ''

  constructor(private readonly server: RealServer) {}

  async signIn(name: string, password = PASSWORD): Promise<this> {
    await this.ask('POST', '/api/session', { name, password })
    return this
  }

  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect to find
  async ask(method: string, path: string, body?: unknown, revision?: number): Promise<any> {
    const response = await this.send(method, path, body, revision)
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }

  /** Codes of the issues that it is refused with. */
  async refusals(method: string, path: string, body?: unknown, revision?: number): Promise<string[]> {
    const response = await this.send(method, path, body, revision)
    if (response.ok) throw new Error(`${method} ${path} was not refused`)
    return (await response.json()).issues.map(({ code }: { code: string }) => code)
  }

  /** A file that the server gives, as text. */
  async file(path: string): Promise<string> {
    const response = await this.send('GET', path)
    if (!response.ok) throw new Error(`GET ${path}: ${response.status}`)
    return response.text()
  }

  private async send(method: string, path: string, body?: unknown, revision?: number): Promise<Response> {
    const response = await fetch(new URL(path, this.server.address), {
      method,
      headers: {
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    })
    const [set] = response.headers.getSetCookie()
    if (set !== undefined) this.cookie = set.split(';')[0]!
    return response
  }

  /** An account that has its own password already. */
  async addAccount(name: string, title: string, ...roles: string[]): Promise<void> {
    await this.addAccountWith(
      name,
      title,
      roles.map((role) => ({ role, region: '' })),
    )
  }

  /** The same with grants of their own: of a department, in a region. */
  async addAccountWith(
    name: string,
    title: string,
    grants: readonly { role: string; region: string; department?: string }[],
  ): Promise<void> {
    const first = `${PASSWORD} 初`
    await this.ask('POST', '/api/accounts', { name, title, password: first, grants })
    const own = await new Asker(this.server).signIn(name, first)
    await own.ask('PUT', '/api/session/password', { old: first, new: PASSWORD })
  }
}
