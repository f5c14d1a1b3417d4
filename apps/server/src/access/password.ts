import { randomBytes } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { refusal } from '../refusal.ts'
import type { PasswordAnswer, PasswordRequest } from './password-thread.ts'

/** A password as Argon2id, encoded with its salt and measure. */
export async function hashPassword(password: string): Promise<string> {
  const salt = new Uint8Array(randomBytes(16))
  return (await ask((id) => ({ id, type: 'hash', password: plain(password), salt }))) as string
}

/**
 * Whether this is the password of a hash. Without a hash (no such account, or one that nobody can sign in to) it takes as long and says no, so that
 * time does not tell which names there are.
 */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const isHash = hash?.startsWith('$argon2id$') === true
  const against = isHash ? hash : NOBODYS
  const isRight = await ask((id) => ({ id, type: 'verify', password: plain(password), hash: against }))
  return isRight === true && isHash
}

/** Full-width letters of an input method are the plain ones. */
export const plain = (password: string): string => password.normalize('NFKC')

const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$lXTMaj6/5yHHFAOq2yOoNQ$VespSyKZxkyVIPSY9symVVyNPmHhlh/t9cyS00HGZpI'

/** More than this many waiting means more than two seconds: they are told to come back. */
const MOST_WAITING = 40
/** The thread's memory is given back when nobody signs in. */
const IDLE_MS = 30_000

const threadFile = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/access/password-thread.js' : './password-thread.js',
  import.meta.url,
)

interface Waiting {
  resolve(value: string | boolean): void
  reject(error: Error): void
}

/** One thread for the process: it hashes one password after the other, so that many sign-ins cannot take all memory. */
let thread: Worker | undefined
let idle: NodeJS.Timeout | undefined
let next = 0
const waiting = new Map<number, Waiting>()

function ask(request: (id: number) => PasswordRequest): Promise<string | boolean> {
  if (waiting.size >= MOST_WAITING) {
    return Promise.reject(refusal('REQUEST_LIMIT', { expected: `${MOST_WAITING}`, found: 3 }))
  }
  clearTimeout(idle)
  thread ??= started()
  thread.ref()
  const id = next++
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    thread?.postMessage(request(id))
  })
}

function started(): Worker {
  const worker = new Worker(threadFile)
  worker.on('message', (answer: PasswordAnswer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) rest(worker)
    if (answer.ok) asked?.resolve(answer.value)
    else asked?.reject(new Error(answer.message))
  })
  worker.on('error', (error) => ended(worker, error))
  worker.on('exit', () => ended(worker, new Error('the thread of passwords has ended')))
  return worker
}

/** Nothing to do: it keeps no program from ending, and ends itself after a while. */
function rest(worker: Worker): void {
  worker.unref()
  idle = setTimeout(() => {
    thread = undefined
    void worker.terminate()
  }, IDLE_MS).unref()
}

function ended(worker: Worker, error: Error): void {
  if (thread !== worker) return
  thread = undefined
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}
