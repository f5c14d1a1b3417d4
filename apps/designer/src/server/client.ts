import { type Issue, issue } from '@yardstick/model'

/**
 * The one way to ask the server. An answer is its document; what the server refuses is thrown as `Refused` with its issues,
 * which word themselves; a server out of reach is `Refused` with none. Who is no longer signed in is asked to sign in, on
 * the page where they are, and then the request is made again: nothing that was typed is lost.
 */
export interface Asked {
  readonly body?: unknown
  /** Bytes or a form, sent as they are. */
  readonly raw?: BodyInit
  /** The revision that is changed, for `If-Match`. */
  readonly revision?: number
  readonly signal?: AbortSignal
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export class Refused extends Error {
  constructor(
    /** 0: the server was not reached. */
    readonly status: number,
    readonly issues: readonly Issue[],
    /** What the answer says beside its issues, such as the newest revision and its merge. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(issues.map(({ code }) => code).join(' ') || `status ${status}`)
  }
}

let signIn: (() => Promise<boolean>) | undefined

/** Who asks people to sign in: answers true once somebody has. */
export function onSignInNeeded(ask: () => Promise<boolean>): void {
  signIn = ask
}

/** `path` begins with `/api/`; without a body in the answer it gives undefined. */
export async function ask<T>(method: Method, path: string, asked: Asked = {}): Promise<T> {
  const response = await send(method, path, asked)
  // Of a password that is wrong says the form it was typed into.
  const isSignedOut = response.status === 401 && !path.startsWith('/api/session')
  if (isSignedOut && signIn !== undefined && (await signIn())) return read<T>(await send(method, path, asked))
  return read<T>(response)
}

/** Sends a file with its fields; `onProgress` is told how much of it has gone, from 0 to 1. */
export async function sendForm<T>(path: string, form: FormData, onProgress: (share: number) => void): Promise<T> {
  const response = await post(path, form, onProgress)
  if (response.status === 401 && signIn !== undefined && (await signIn()))
    return read<T>(await post(path, form, onProgress))
  return read<T>(response)
}

/** The address of something the server gives, also where the page is not at the root. */
export function addressOf(path: string): string {
  return new URL(path.slice(1), document.baseURI).href
}

/** A query of what is given: undefined and empty texts are left out. */
export function query(entries: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(entries).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

async function send(method: Method, path: string, { body, raw, revision, signal }: Asked): Promise<Response> {
  try {
    return await fetch(addressOf(path), {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
      },
      body: body === undefined ? (raw ?? null) : JSON.stringify(body),
      signal: signal ?? null,
    })
  } catch (error) {
    if (signal?.aborted === true) throw error
    throw new Refused(0, [])
  }
}

/** As `fetch` would, but for the progress, which that does not tell. */
function post(path: string, form: FormData, onProgress: (share: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(path))
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
    request.onload = () => {
      const headers = { 'content-type': request.getResponseHeader('content-type') ?? '' }
      resolve(new Response(request.responseText, { status: request.status, headers }))
    }
    request.onerror = () => reject(new Refused(0, []))
    request.send(form)
  })
}

async function read<T>(response: Response): Promise<T> {
  const isJson = response.headers.get('content-type')?.includes('json') === true
  const answer = isJson ? await response.json() : undefined
  if (response.ok) return answer as T
  const { issues, ...more } = (answer ?? {}) as { issues?: readonly Issue[] }
  throw new Refused(response.status, issues ?? [issue('SERVER_FAULT', { found: String(response.status) })], more)
}
